"""How frozen figures are shown: each with its definition, its change and its parts."""

from datetime import date, datetime

import msgspec


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """Where figures were frozen; the digest in groups that can be read aloud."""

    position: int
    definition: int
    digest: str
    taken_at: datetime


class PartLine(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a figure, and by how much it changed since the last snapshot."""

    label: str
    amount: int
    change: int | None


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with its unit and definition; `missing` is what its parts fall short of it."""

    title: str
    unit: str
    sentence: str
    total: int
    change: int | None
    parts: tuple[PartLine, ...]
    missing: int


class BalanceLine(msgspec.Struct, frozen=True, kw_only=True):
    """The account of one register, with the words of its movements; `why` it does not close."""

    title: str
    entered_words: str
    left_words: str
    closing_words: str
    opening: int
    entered: int
    left: int
    closing: int
    difference: int
    why: str | None = None


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """The snapshot with which figures are compared."""

    title: str
    day: date
    href: str
    position: int


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """Frozen figures as they are shown.

    `same` says whether counting again gave the same bytes, None where nobody counted again;
    `differing` names in sentences what is another number now.
    """

    frozen: Frozen
    organisation: str
    before: Before | None
    figures: tuple[FigureLine, ...]
    changed: tuple[FigureLine, ...]
    balances: tuple[BalanceLine, ...]
    same: bool | None = None
    digest_now: str | None = None
    differing: tuple[str, ...] = ()

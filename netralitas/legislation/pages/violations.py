"""What the pages of the catalogue of violations show."""

import msgspec

from netralitas.web.parts import Crumb


class ViolationLine(msgspec.Struct, frozen=True, kw_only=True):
    """An item in the list; `disputed` says that sources differ about it."""

    href: str
    code: str
    act: str
    phase: str
    level: str
    articles: str
    unsure: str | None
    disputed: bool


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What two sources say differently, which of them is taken, and why."""

    about: str
    said: str
    said_by: tuple[str, ...]
    taken: str
    taken_from: tuple[str, ...]
    why: str


class EditionPart(msgspec.Struct, frozen=True, kw_only=True):
    """One edition of the catalogue, its items by the heading they stand under.

    `differences` are those about the list as a whole.
    """

    title: str
    law: tuple[str, str]
    validity: str
    note: str
    checked: str
    groups: tuple[tuple[str, tuple[ViolationLine, ...]], ...]
    differences: tuple[Difference, ...]


class ViolationsPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every edition, the newest first, and what always has to be said."""

    crumbs: tuple[Crumb, ...]
    indication: str
    editions: tuple[EditionPart, ...]


class ClauseLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article behind an item, from when to when."""

    article: str
    validity: str
    unsure: str | None


class ViolationPage(msgspec.Struct, frozen=True, kw_only=True):
    """One item of an edition."""

    crumbs: tuple[Crumb, ...]
    indication: str
    edition: str
    code: str
    act: str
    person: str
    phase: str
    unsure: str | None
    level: str
    level_unsure: str | None
    validity: str
    clauses: tuple[ClauseLine, ...]
    no_clause: str
    sources: tuple[str, ...]
    differences: tuple[Difference, ...]

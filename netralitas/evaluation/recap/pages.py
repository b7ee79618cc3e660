"""What the page of the weekly recap shows."""

import msgspec

from netralitas.web.parts import Crumb, Link


class AmountLine(msgspec.Struct, frozen=True, kw_only=True):
    """One amount of an office, what it counts, and its parts where it has any."""

    label: str
    sentence: str
    amount: int
    parts: tuple[tuple[str, int], ...] = ()


class OfficeLine(msgspec.Struct, frozen=True, kw_only=True):
    """The amounts of one office with all below it, in the order of the heads."""

    name: str
    amounts: tuple[int, ...]


class RecapPage(msgspec.Struct, frozen=True, kw_only=True):
    """One week of an office; `until` says up to when where the week is not over.

    `offices` are the office itself and each next below it, with `total` over all; empty where
    there is none below.
    """

    crumbs: tuple[Crumb, ...]
    office: str
    code: str
    days: str
    until: str | None
    earlier: str
    later: str | None
    lines: tuple[AmountLine, ...]
    heads: tuple[str, ...]
    offices: tuple[OfficeLine, ...]
    total: OfficeLine
    which_day: str
    files: tuple[Link, ...]

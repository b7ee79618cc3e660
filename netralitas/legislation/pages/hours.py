"""What the page of office hours shows."""

import msgspec

from netralitas.web.parts import Crumb


class HoursLine(msgspec.Struct, frozen=True, kw_only=True):
    """The hours of an office in one period; `current` says whether they hold today."""

    organisation: str
    hours: str
    validity: str
    basis: str
    unsure: str | None
    current: bool


class HoursPage(msgspec.Struct, frozen=True, kw_only=True):
    """The hours of every office that has told them, the present ones first."""

    crumbs: tuple[Crumb, ...]
    lines: tuple[HoursLine, ...]

"""What the page of sanctions shows."""

import msgspec

from netralitas.web.parts import Crumb


class SanctionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of sanction; `state` says whether it can be imposed, also in the place of another."""

    label: str
    persons: str
    article: str
    unsure: str | None
    remedy: str
    state: str
    in_force: bool


class SanctionPart(msgspec.Struct, frozen=True, kw_only=True):
    """Sanctions of one level and who decides on them; `waiting` is why some are not in force."""

    title: str
    note: str
    decides: str
    decides_article: str
    decides_unsure: str | None
    waiting: str
    lines: tuple[SanctionLine, ...]


class SanctionsPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every kind of sanction, by level."""

    crumbs: tuple[Crumb, ...]
    parts: tuple[SanctionPart, ...]

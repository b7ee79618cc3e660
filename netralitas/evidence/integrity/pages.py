"""What the page about kept files shows."""

from datetime import datetime

import msgspec

from netralitas.web.parts import Crumb


class Damaged(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is not what it was: its digest, what was found, which cases hold it."""

    digest: str
    found: str
    found_at: datetime
    cases: str
    ended_at: datetime | None


class FilesPage(msgspec.Struct, frozen=True, kw_only=True):
    """How many files are kept and were read again lately, and which are damaged.

    `late` are those that should have been read again and were not; `days` is the setting.
    """

    crumbs: tuple[Crumb, ...]
    kept: int
    size: int
    late: int
    unscanned: int
    scanning: bool
    days: int
    damaged: tuple[Damaged, ...]
    mended: tuple[Damaged, ...]

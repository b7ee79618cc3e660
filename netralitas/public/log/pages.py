"""What the pages of the public log show."""

from datetime import date

import msgspec

from netralitas.public.pages import PublicPage


class HeadLine(msgspec.Struct, frozen=True, kw_only=True):
    """A head in the list: its day, how many leaves, and where its note is."""

    day: date
    size: int
    origin: str
    href: str


class StatementLine(msgspec.Struct, frozen=True, kw_only=True):
    """Why the log has another name since a day, and what was public before."""

    name: str
    earlier: str
    size: int
    first_size: int
    reason: str
    declared_on: date


class LogPage(PublicPage, frozen=True, kw_only=True):
    """What the log proves, its latest heads, its key; `further` heads stand in the file alone."""

    heads: tuple[HeadLine, ...]
    further: int
    statements: tuple[StatementLine, ...]
    key: str
    site: str
    empty: str

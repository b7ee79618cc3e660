"""What the page of notices shows."""

from datetime import datetime

import msgspec

from netralitas.web.parts import Pages, type_tone


class NoticeLine(msgspec.Struct, frozen=True, kw_only=True):
    """One notice: what a deadline does, of which case, when it was told; `fresh` when unseen."""

    id: int
    href: str
    number: str
    sentence: str
    kind: str
    tone: type_tone
    made_at: datetime
    fresh: bool


class NoticesPage(msgspec.Struct, frozen=True, kw_only=True):
    """A person's notices, newest first, and their calendar.

    `feed_since` is when the address of the calendar was made, None where there is none; `address`
    is there only in the answer to its making.
    """

    lines: tuple[NoticeLine, ...]
    pages: Pages
    feed_since: datetime | None
    address: str | None = None

"""A place in a list as a short opaque text for its address. Pure."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

_TEXT: Final = re.compile(r"(\d{1,3}):(\d{1,17})?:(\d{1,18})")
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST: Final = 253_402_300_799_000_000  # microseconds until the end of the year 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The last item of a page: its stretch of work, its deadline (None comes last), its id."""

    rank: int
    due: datetime | None
    proceeding: int


def write_place(place: Place) -> str:
    """Return the place as text; it names nobody."""
    moment = "" if place.due is None else str((place.due - _BEGINNING) // timedelta(microseconds=1))
    plain = f"{place.rank}:{moment}:{place.proceeding}".encode()
    return base64.urlsafe_b64encode(plain).decode().rstrip("=")


def read_place(text: str | None) -> Place | None:
    """Return the place that a text names; None, the beginning, for anything that is no place."""
    try:
        padded = (text or "").encode("ascii") + b"=="
        plain = base64.b64decode(padded, altchars=b"-_").decode("ascii")
    except (ValueError, binascii.Error):
        return None
    found = _TEXT.fullmatch(plain)
    if found is None or int(found[2] or 0) > _LAST:
        return None
    due = _BEGINNING + timedelta(microseconds=int(found[2])) if found[2] else None
    return Place(rank=int(found[1]), due=due, proceeding=int(found[3]))

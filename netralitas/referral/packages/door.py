"""What passes between the two sites about a package: what its code shows, what a receiver writes.

The worker writes a `Shown` for each code. The public site writes an `Acknowledged`, sealed. Pure.
"""

from datetime import date, datetime
from typing import Final

import msgspec

ADDRESS: Final = "/terima-berkas"
"""Where the public site asks for the code; the code itself stands in no address that is sent."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What the holder of a code is shown: no names of persons, no content.

    `since` is the first day on which it can have arrived.
    """

    sender: str
    receiver: str
    letter: str
    dated: date | None
    files: int
    digest: str
    since: date | None
    zone: str
    confirmed_at: datetime | None = None


class Acknowledged(msgspec.Struct, frozen=True, kw_only=True):
    """Who received a package, in which post, on which day."""

    name: str
    post: str
    on: date


def write_acknowledged(said: Acknowledged) -> bytes:
    """Return it as it is sealed."""
    return msgspec.json.encode(said)


def read_acknowledged(content: bytes) -> Acknowledged:
    """Return what `write_acknowledged` wrote; msgspec.MsgspecError for anything else."""
    return msgspec.json.decode(content, type=Acknowledged)

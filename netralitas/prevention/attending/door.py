"""What passes between the two sites about who is present: what a token shows, what a phone says.

The worker writes a `Shown` for each page that is to be open. The public site writes a `Present` or
`Answers`, sealed. Pure.
"""

from datetime import date
from typing import Final

import msgspec

from netralitas.prevention.attending.domain import Phase

ADDRESS: Final = "/hadir"
"""Where the public site has the pages of rooms; the token follows, which is no secret."""
NAME_LONGEST: Final = 120


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question as the room sees it: without its answer."""

    text: str
    choices: tuple[str, ...]


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """An activity as the room sees it: no names of persons. Units are pairs of id and name."""

    title: str
    organiser: str
    day: date
    place: str
    zone: str
    units: tuple[tuple[int, str], ...]
    questions: tuple[Asked, ...]


class Present(msgspec.Struct, frozen=True, kw_only=True, tag="present"):
    """Somebody who says they are present; `unit` None for a guest from `origin`."""

    name: str
    unit: int | None
    origin: str | None
    position: str | None
    nip: str | None


class Answers(msgspec.Struct, frozen=True, kw_only=True, tag="answers"):
    """The choices of one test, by the place of each question; nobody's name."""

    phase: Phase
    chosen: tuple[int, ...]


type_said = Present | Answers


def write_said(said: type_said) -> bytes:
    """Return it as it is sealed."""
    return msgspec.json.encode(said)


def read_said(content: bytes) -> type_said:
    """Return what `write_said` wrote; msgspec.MsgspecError for anything else."""
    return msgspec.json.decode(content, type=Present | Answers)

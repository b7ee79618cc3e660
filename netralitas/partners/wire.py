"""What the API of another installation answers, as far as it is read here; more may be there.

Nothing is believed: lengths, ids and codes are held where they are decoded, or where they are used.
"""

from datetime import date, datetime
from typing import Annotated, Final, TypeVar

import msgspec
from msgspec import Meta

from netralitas.partners.domain import Problem

LARGEST_MANIFEST: Final = 2_000_000
"""Characters of a manifest."""

MOST_PAPERS: Final = 200

_Wanted = TypeVar("_Wanted")
_Id = Annotated[int, Meta(gt=0, le=2**63 - 1)]
_Small = Annotated[int, Meta(gt=0, lt=2**15)]
_Version = Annotated[int, Meta(ge=0, lt=2**31)]
_Code = Annotated[str, Meta(max_length=100)]
_Words = Annotated[str, Meta(max_length=50_000)]
_Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class FailedError(Exception):
    """A partner did not give what was asked: why, with its status and sentence where it had one.

    `retry_after` is in seconds, `about` the SHA-256 of the paper concerned.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        status: int | None = None,
        sentence: str | None = None,
        retry_after: int | None = None,
        about: str | None = None,
    ) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.status = status
        self.sentence = sentence
        self.retry_after = retry_after
        self.about = about


class Whose(msgspec.Struct, frozen=True, kw_only=True):
    """What a token is."""

    system: _Words
    organisation: _Words
    scopes: tuple[_Code, ...]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A package in the list."""

    id: _Id
    case: _Id
    digest: _Digest


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """A page of packages, the oldest first; `next` leads on, also later."""

    items: tuple[Line, ...]
    next: _Code | None


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of the case itself; None is what we are not told."""

    source: _Code
    channel: _Code | None = None
    regime: _Code
    theme: _Code | None = None
    region: _Code | None = None
    place: _Words | None = None
    subject: _Words | None = None
    description: _Words | None = None
    act_on: date | None = None
    act_precision: _Code | None = None
    known_on: date | None = None
    received_at: datetime | None = None
    zone: _Code


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """A proceeding there; `respondent` is an ordinal of the manifest, `handed`: it is about it."""

    id: _Id
    respondent: _Small
    workflow: _Code
    state: _Code
    version: _Version
    handed: bool = True


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """A package, and how its proceedings stand there now."""

    id: _Id
    case: _Id
    digest: _Digest
    manifest: Annotated[str, Meta(max_length=LARGEST_MANIFEST)]
    frozen_at: datetime
    answer_by: date | None = None
    about: About
    handling_state: _Code | None = None
    proceedings: Annotated[tuple[Handed, ...], Meta(max_length=1000)]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A proceeding there as one of its answers names it."""

    id: _Id
    version: _Version
    state: _Code


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What a move left behind there."""

    proceedings: tuple[Standing, ...]


class Standings(msgspec.Struct, frozen=True, kw_only=True):
    """The proceedings of a case there."""

    items: tuple[Standing, ...]


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to pick in a field."""

    value: str
    label: str


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a form there."""

    name: _Code
    label: str
    kind: _Code
    required: bool
    maximum: int | None = None
    options: tuple[Option, ...] = ()


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """What a move asks for there."""

    fields: Annotated[tuple[Field, ...], Meta(max_length=200)]


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """A rule there that says no."""

    sentence: str = ""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A problem as an installation tells it (RFC 9457)."""

    type: str = ""
    detail: str = ""
    remedy: str | None = None
    errors: dict[str, list[str]] | None = None
    obstacles: tuple[Against, ...] = ()
    changed: tuple[str, ...] = ()


def read(body: bytes, wanted: type[_Wanted]) -> _Wanted:
    """Return an answer of that shape; FailedError for any other."""
    try:
        return msgspec.json.decode(body, type=wanted)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise FailedError(Problem.ANSWER) from error

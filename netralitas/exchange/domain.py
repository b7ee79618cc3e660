"""What one party of an agreement asks of the other: values only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from netralitas.agreements.domain import Party


class Kind(StrEnum):
    """What is asked for."""

    DATA = "data"
    FACILITY = "facility"
    SPEAKER = "speaker"


class Label(StrEnum):
    """How confidential it is, the most open one first; who reads it follows."""

    PLAIN = "plain"
    LIMITED = "limited"
    CONFIDENTIAL = "confidential"

    @property
    def rank(self) -> int:
        """Return its place, the strictest one last."""
        return tuple(Label).index(self)


class RequestState(StrEnum):
    """Where a request stands."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    ANSWERED = "answered"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What the party that was asked decided."""

    GRANTED = "granted"
    PARTIAL = "partial"
    REFUSED = "refused"


class Ending(StrEnum):
    """What becomes of it afterwards, where the parties agreed on that."""

    RETURNED = "returned"
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An agreement as a request rests on it: its parties and days, the places of its text.

    `in_force`: it is signed and neither suspended nor ended. `articles` are sentences by place,
    none of an agreement whose text is not here.
    """

    id: int
    title: str
    signed_on: date | None
    ends_on: date | None
    in_force: bool
    readers: tuple[int, ...]
    parties: tuple[Party, ...]
    articles: Mapping[str, str] = field(default_factory=dict)

    def party_of(self, chain: Iterable[int]) -> int | None:
        """Return the party for which an office acts: itself, or the nearest office above it."""
        parties = {party.organisation for party in self.parties}
        return next((office for office in chain if office in parties), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is asked for; of data a field with the law by which it may be given."""

    name: str
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """When, until when and where something is needed, and how many of it."""

    on: date
    until: date | None
    place: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """A request as its letter has it.

    `article` is the place of the agreement that it rests on, empty where its text is not here;
    `answer_by` a day that the article `answer_at` gives, both None where none does. `use` is None
    for data.
    """

    agreement: int
    kind: Kind
    label: Label
    addressee: int
    number: str
    asked_on: date
    signed_as: str
    article: str
    subject: str
    purpose: str
    items: tuple[Item, ...]
    use: Use | None = None
    answer_by: date | None = None
    answer_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request under lock: who asked whom, where it stands, what of it was granted.

    `asker` and `addressee` are offices, `asking` and `asked` the parties they act for.
    """

    id: int
    agreement: int
    kind: Kind
    label: Label
    state: RequestState
    asker: int
    asking: int
    addressee: int
    asked: int
    asked_on: date
    items: int
    readers: tuple[int, ...]
    decided_on: date | None = None
    ending: Ending | None = None
    delivered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided: of data `granted` are the places of the fields that may be given."""

    outcome: Outcome
    on: date
    number: str
    signed_as: str
    reason: str | None = None
    conditions: str | None = None
    granted: tuple[int, ...] = ()
    ending: Ending | None = None
    return_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What was handed over: in words, with the SHA-256 digest of the file where there was one."""

    on: date
    label: Label
    what: str
    number: str | None = None
    note: str | None = None
    digest: bytes | None = None

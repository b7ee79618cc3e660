"""Cases, respondents, proceedings, events, deadlines and papers as the API writes them."""

from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

type_id = Annotated[int, Meta(description="Number of the row; ask with it.", examples=[17])]
type_words = Annotated[str, Meta(description="Words for people, in Indonesian.")]
type_next = Annotated[
    str | None,
    Meta(description="Send as `cursor` to go on; null on the last page.", examples=["OjE3"]),
]
type_due = Annotated[
    str | None,
    Meta(description="A day or, with its offset, a moment: ISO 8601.", examples=["2024-09-09"]),
]
type_version = Annotated[
    int,
    Meta(description="Version of the proceeding: its ETag, for If-Match.", examples=[3]),
]


class CaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the worklist: proceedings of one case that stand alike."""

    case: type_id
    number: Annotated[str, Meta(examples=["002/LP/PB/Kab/19.06/IX/2024"])]
    subject: str
    respondents: int
    process: type_words
    stage: type_words
    waits_for: type_words
    waits_since: type_words
    due: datetime | None
    deadline: type_words | None
    investigator: str
    next_step: type_words


class CaseList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the worklist, by deadline; of finished cases, the latest first."""

    items: tuple[CaseLine, ...]
    next: type_next


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A label and a value, as on the page."""

    label: type_words
    value: str


class Obstacle(msgspec.Struct, frozen=True, kw_only=True):
    """Why a step cannot be made now: the rule, a sentence, its article where it has one."""

    rule: Annotated[str, Meta(examples=["post"])]
    sentence: type_words
    basis: str | None


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A move that leads on from the present state, by its declaration.

    `asks` are the answers that its form needs, `may_ask` those it takes; `by` says who makes it.
    Ask for its form to learn the names of the fields.
    """

    code: Annotated[str, Meta(examples=["start_preliminary_study"])]
    label: type_words
    possible: bool
    obstacles: tuple[Obstacle, ...]
    by: type_words
    asks: tuple[str, ...]
    may_ask: tuple[str, ...]
    basis: tuple[str, ...]
    exceptional: bool
    batch: bool
    second_factor: bool


class FactStep(msgspec.Struct, frozen=True, kw_only=True):
    """A dated fact that may be recorded now; it changes no state."""

    code: str
    label: type_words
    asks: tuple[str, ...]
    basis: tuple[str, ...]


class Proceeding(msgspec.Struct, frozen=True, kw_only=True):
    """A proceeding as it stands, with the steps that this system may see."""

    id: type_id
    version: type_version
    workflow: Annotated[str, Meta(examples=["handling"])]
    workflow_version: int
    label: type_words
    state: Annotated[str, Meta(examples=["received"])]
    state_label: type_words
    phase: str
    final: bool
    holder: Annotated[str, Meta(description="Who has to act.", examples=["investigator"])]
    respondent: int | None
    addressee: str | None
    steps: tuple[Step, ...]
    facts: tuple[FactStep, ...]


class ProceedingList(msgspec.Struct, frozen=True, kw_only=True):
    """Every proceeding of a case that this system may see."""

    items: tuple[Proceeding, ...]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a proceeding on a respondent stands, in words."""

    title: type_words
    state: type_words
    waiting: type_words
    notes: tuple[str, ...]


class Respondent(msgspec.Struct, frozen=True, kw_only=True):
    """A respondent as at the time of the act; of the NIP at most the last four digits."""

    id: type_id
    ordinal: int
    name: str
    identified: bool
    employment: type_words
    position: str | None
    nip: Annotated[str | None, Meta(description="Masked.", examples=["••••••••••••••3001"])]
    decided: type_words | None
    recommended: type_words | None
    imposed: type_words | None
    standings: tuple[Standing, ...]


class RespondentList(msgspec.Struct, frozen=True, kw_only=True):
    """The respondents of a case in their order."""

    items: tuple[Respondent, ...]


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline that runs, and how it was reached."""

    title: type_words
    remaining: type_words
    sentence: type_words
    due: type_due
    source: Annotated[str | None, Meta(description="The article it comes from.")]
    doubt: Annotated[str | None, Meta(description="What kind of source needs confirmation.")]
    updating: type_words | None
    steps: Annotated[tuple[str, ...], Meta(description="The days that were counted.")]


class EndedDeadline(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline that is over: met, missed, or replaced."""

    title: type_words
    verdict: type_words
    sentence: type_words


class DeadlineList(msgspec.Struct, frozen=True, kw_only=True):
    """The deadlines of a case, for those who see them."""

    running: tuple[Deadline, ...]
    ended: tuple[EndedDeadline, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What happened: one line of the timeline, of one or of several proceedings at once."""

    events: Annotated[tuple[int, ...], Meta(description="Numbers of the events.")]
    when: type_words
    on: Annotated[str, Meta(description="As exactly as known.", examples=["2024-09-02"])]
    recorded: type_words | None
    sentence: type_words
    who: str
    details: tuple[str, ...]
    note: str | None
    exceptional: bool
    corrects: int | None
    corrected_by: int | None


class EventList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the timeline, the latest first."""

    items: tuple[Event, ...]
    next: type_next


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter in or out."""

    id: type_id
    direction: type_words
    number: str
    subject: str
    dated_on: date | None
    way: type_words


class LetterList(msgspec.Struct, frozen=True, kw_only=True):
    """The letters of a case."""

    items: tuple[Letter, ...]


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of a case that is no evidence; `id` leads to its file."""

    id: type_id
    kind: type_words
    title: str
    size: Annotated[int, Meta(description="Bytes.")]
    digest: Annotated[str, Meta(description="The beginning of the SHA-256 of the file.")]


class PaperList(msgspec.Struct, frozen=True, kw_only=True):
    """The papers of a case; evidence stands apart."""

    items: tuple[Paper, ...]
    evidence: int


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed over: to whom, when it was frozen, how it stands."""

    id: type_id
    receiver: str
    frozen_at: datetime
    letter: str
    state: type_words


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A case with its dossier, as far as this system's roles see it."""

    id: type_id
    number: str
    caption: type_words
    numbers: tuple[Fact, ...]
    subject: str | None
    description: str | None
    summary: tuple[Fact, ...]
    embargo: type_words | None
    respondents: tuple[Respondent, ...]
    proceedings: tuple[Proceeding, ...]
    deadlines: DeadlineList
    letters: tuple[Letter, ...]
    papers: PaperList
    packages: tuple[Package, ...]

"""Evidence, activities, agreements, figures and publications as the API writes them."""

from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from netralitas.api.shapes.cases import Fact, type_due, type_id, type_next, type_words


class Exhibit(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence, without its file."""

    ordinal: Annotated[int, Meta(description="Number in its case; ask with it.", examples=[1])]
    title: str
    nature: type_words
    origin: type_words
    obtained_on: date | None
    entered_at: datetime | None
    size: Annotated[int, Meta(description="Bytes.")]
    digest: Annotated[str, Meta(description="The beginning of the SHA-256 of the file.")]
    scan: type_words
    damaged: type_words | None


class ExhibitList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the evidence of a case, in its order."""

    items: tuple[Exhibit, ...]
    amount: int
    next: type_next


class ActivityLine(msgspec.Struct, frozen=True, kw_only=True):
    """An activity of prevention."""

    id: type_id
    title: str
    theme: type_words
    kind: type_words
    planned_on: date
    held_on: date | None
    region: str
    organiser: str
    state: type_words
    people: int | None


class ActivityList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the activities, the latest first."""

    items: tuple[ActivityLine, ...]
    next: type_next


class Activity(msgspec.Struct, frozen=True, kw_only=True):
    """The plan of an activity as it stands, and what happened to it."""

    id: type_id
    title: str
    caption: type_words
    state: type_words
    plan: tuple[Fact, ...]
    invited: tuple[str, ...]
    notice: str | None
    history: tuple[Fact, ...]


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A party of an agreement, with the number of its paper."""

    place: type_words
    name: str
    number: str
    capacity: str


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement that the system's office takes part in."""

    id: type_id
    kind: type_words
    title: str
    signed: type_words
    ends: type_words
    left: type_words
    stage: type_words
    alarm: type_words
    parties: tuple[Party, ...]


class AgreementList(msgspec.Struct, frozen=True, kw_only=True):
    """Every agreement that the system's office takes part in."""

    items: tuple[Agreement, ...]


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """A day that an agreement asks to be kept, and how it stands."""

    title: type_words
    remaining: type_words
    sentence: type_words
    due: type_due


class AgreementWhole(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement with its dates and its history."""

    agreement: Agreement
    ended: bool
    dates: tuple[Date, ...]
    history: tuple[str, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a figure."""

    label: type_words
    amount: int


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator with its definition and its parts."""

    title: type_words
    sentence: Annotated[str, Meta(description="What is counted, in Indonesian.")]
    amount: int
    parts: tuple[Part, ...]


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The indicators of an office over a week."""

    office: str
    week: Annotated[str, Meta(examples=["2024-W36"])]
    days: type_words
    figures: tuple[Figure, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one respondent, as the public is told: nobody is named."""

    year: int
    theme: type_words
    group: type_words
    became: type_words


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """A release as everybody reads it; nothing in it leads to its case."""

    code: str
    party: str
    version: int
    published_on: date
    ended_on: date | None
    summary: str | None
    outcomes: tuple[Outcome, ...]


class PublicationList(msgspec.Struct, frozen=True, kw_only=True):
    """Releases that hold, the newest first."""

    items: tuple[Publication, ...]

"""What a pack holds, and what its pages show: one struct each."""

from datetime import date, datetime

import msgspec

from netralitas.charts.queries import ShownChart
from netralitas.evaluation.pages import (
    AgreementSheet,
    Counted,
    LateLine,
    Prevention,
    Record,
)
from netralitas.web.parts import Crumb, type_tone


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A step on the way from a report to its result: how many of what got there."""

    title: str
    unit: str
    amount: int


class LevelLine(msgspec.Struct, frozen=True, kw_only=True):
    """A level of sanction: how often recommended, how often imposed."""

    level: str
    recommended: int
    imposed: int


class AgeLine(msgspec.Struct, frozen=True, kw_only=True):
    """How many proceedings of a kind stand still, by classes of age, the freshest first."""

    process: str
    amounts: tuple[int, ...]


class ReceiverLine(msgspec.Struct, frozen=True, kw_only=True):
    """What became of what an office received."""

    name: str
    forwarded: int
    unanswered: int
    recommended: int
    arrived: int
    unfinished: int
    reported: int


class ActivityLine(msgspec.Struct, frozen=True, kw_only=True):
    """One activity of the days of which the meeting speaks."""

    day: date
    title: str
    kind: str
    theme: str
    region: str
    organiser: str
    state: str
    people: int


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What of an office stands still, and what of it is overdue."""

    ages: tuple[AgeLine, ...] = ()
    late: tuple[LateLine, ...] = ()


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a meeting has before it, as one office reads it.

    `as_of` is the moment of the figures; what stands still is that of the day `live_on`. `counted`
    is None where figures are not frozen, and nobody asked for those of the moment.
    """

    meeting: int
    record: Record
    office: str
    zone: str
    draft: bool
    as_of: datetime
    live_on: date
    agreement: AgreementSheet | None
    counted: Counted | None
    stages: tuple[Stage, ...]
    levels: tuple[LevelLine, ...]
    receivers: tuple[ReceiverLine, ...]
    standing: Standing
    prevention: Prevention


class PackPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the meeting has before it, to project and to print."""

    crumbs: tuple[Crumb, ...]
    content: Content
    charts: tuple[ShownChart, ...]
    files: str


class FileLine(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a pack, to be downloaded."""

    href: str
    name: str
    said: str
    size: int
    digest: str


class SignatureLine(msgspec.Struct, frozen=True, kw_only=True):
    """That a party signed; without a name it has not yet, and `sign` leads to the form."""

    organisation: str
    name: str | None
    capacity: str | None
    signed_on: date | None
    scan: str | None
    sign: str | None


class PackLine(msgspec.Struct, frozen=True, kw_only=True):
    """One making of the pack."""

    title: str
    draft: bool
    state: str
    tone: type_tone
    progress: int
    unfinished: bool
    problem: str | None
    asked_at: datetime
    ready_at: datetime | None
    digest: str | None
    files: tuple[FileLine, ...]
    tables: tuple[FileLine, ...]
    signatures: tuple[SignatureLine, ...]
    changed_since: bool


class PacksPage(msgspec.Struct, frozen=True, kw_only=True):
    """The packs of a meeting that the reader's office may read, the latest first."""

    crumbs: tuple[Crumb, ...]
    record: Record
    here: str
    look: str
    make: str | None
    why_not: str | None
    packs: tuple[PackLine, ...]

    @property
    def unfinished(self) -> bool:
        """Say whether one of them is being made."""
        return any(pack.unfinished for pack in self.packs)

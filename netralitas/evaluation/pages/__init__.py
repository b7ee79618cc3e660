"""What the pages of meetings show: one struct each, the whole context of its template."""

from datetime import date, datetime

import msgspec

from netralitas.evaluation.pages.figures import (
    BalanceLine,
    Before,
    Counted,
    FigureLine,
    Frozen,
    PartLine,
)
from netralitas.web.parts import Crumb, Pages, type_tone

__all__ = [
    "AgendaLine",
    "AgreementSheet",
    "BalanceLine",
    "Before",
    "Counted",
    "DecisionLine",
    "FigureLine",
    "FiguresPage",
    "Frozen",
    "LateLine",
    "MeetingLine",
    "MeetingPage",
    "MeetingsPage",
    "PartLine",
    "PresenceLine",
    "Prevention",
    "Proposal",
    "ProposalsPage",
    "Record",
    "Socialization",
    "Ways",
]


class MeetingLine(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting of a list."""

    href: str
    title: str
    kind: str
    day: date
    place: str
    other_party: str
    state: str
    tone: type_tone
    frozen: bool


class DecisionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One decision and how it stands on the day of the page; `finish` leads to its form."""

    text: str
    organisation: str
    due_on: date
    standing: str
    tone: type_tone
    meeting: str
    meeting_href: str
    finish: str | None


class MeetingsPage(msgspec.Struct, frozen=True, kw_only=True):
    """Meetings, the latest first, and what is still to be done; `recap` leads to the weekly one."""

    meetings: tuple[MeetingLine, ...]
    decisions: tuple[DecisionLine, ...]
    more_decisions: bool
    pages: Pages
    may_keep: bool
    recap: str | None = None


class AgendaLine(msgspec.Struct, frozen=True, kw_only=True):
    """A point of the agenda; `remove` is where its removal is posted.

    `proposed` says that it was taken over from what was open.
    """

    text: str
    proposed: bool
    remove: str | None


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is open: its sentence, where it is seen, whether the agenda has it."""

    code: str
    text: str
    href: str
    added: bool


class ProposalsPage(msgspec.Struct, frozen=True, kw_only=True):
    """What is open, to be put on the agenda of a meeting one by one or all at once."""

    crumbs: tuple[Crumb, ...]
    record: "Record"
    proposals: tuple[Proposal, ...]
    action: str

    @property
    def further(self) -> int:
        """Return how many are not on the agenda yet."""
        return sum(not each.added for each in self.proposals)


class PresenceLine(msgspec.Struct, frozen=True, kw_only=True):
    """How many of an organisation came, as what."""

    organisation: str
    persons: int
    capacity: str
    remove: str | None


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """Where each act on a meeting leads; None for what is not possible now or for this person."""

    replan: str | None = None
    agenda: str | None = None
    hold: str | None = None
    cancel: str | None = None
    presence: str | None = None
    decide: str | None = None
    propose: str | None = None
    minutes: str | None = None
    make: str | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What is recorded of one meeting: the part that its page and its pack have in common."""

    href: str
    title: str
    kind: str
    day: date
    held: bool
    place: str
    state: str
    tone: type_tone
    organiser: str
    other_party: str
    agenda: tuple[AgendaLine, ...]
    carried: tuple[DecisionLine, ...]
    decisions: tuple[DecisionLine, ...]
    presence: tuple[PresenceLine, ...]
    minutes: str | None
    signed: bool
    frozen: Frozen | None


class MeetingPage(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting."""

    crumbs: tuple[Crumb, ...]
    record: Record
    ways: Ways
    next_step: str | None


class FiguresPage(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a meeting; without them `freeze` is where they are frozen, or `why_not`."""

    crumbs: tuple[Crumb, ...]
    record: Record
    counted: Counted | None
    freeze: str | None
    why_not: str | None


class LateLine(msgspec.Struct, frozen=True, kw_only=True):
    """How many proceedings of one kind are overdue with whom, and since when the oldest is."""

    process: str
    holder: str
    amount: int
    oldest: datetime


class AgreementSheet(msgspec.Struct, frozen=True, kw_only=True):
    """The agreement that asks for the meeting: its parties (place, words), how long it holds."""

    href: str
    kind: str
    title: str
    parties: tuple[tuple[str, str], ...]
    signed: str
    ends: str
    left: str
    tone: type_tone


class Socialization(msgspec.Struct, frozen=True, kw_only=True):
    """Activities of one theme held against plan, and how many people came."""

    theme: str
    planned: int
    held: int
    people: int


class Prevention(msgspec.Struct, frozen=True, kw_only=True):
    """Socialization between two days, both included, as the reader's office sees it."""

    since: date
    until: date
    themes: tuple[Socialization, ...]
    units: int
    uncovered: tuple[str, ...]

"""What the pages of plenary meetings show: one struct each, the whole context of its template."""

from datetime import date

import msgspec

from netralitas.investigation.plenary.forms import (
    PresenceForm,
    RespondentForm,
    RulingForm,
    TableForm,
    VoteForm,
)
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Pages, type_tone


class MeetingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting of the list, with how many cases of its table this reader sees."""

    href: str
    day: date
    starts: str
    place: str
    cases: int
    decided: int


class WaitingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A case that waits for a meeting; `meeting` and its day are None while it lies at none."""

    number: str
    subject: str
    href: str
    state: str
    tone: type_tone
    meeting: str | None
    day: date | None


class MeetingsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The cases that wait, those that wait longest first; the meetings, the latest first."""

    waiting: tuple[WaitingLine, ...]
    total: int
    meetings: tuple[MeetingLine, ...]
    pages: Pages
    quorum: str


class ItemLine(msgspec.Struct, frozen=True, kw_only=True):
    """A case on the table; `take_off` is where it is taken off, None once it is decided."""

    number: str
    subject: str
    state: str
    tone: type_tone
    href: str
    case_href: str
    kept_out: str | None
    take_off: str | None


class MeetingPage(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting: day, place, chair, cases on the table, who is there, whether enough are."""

    crumbs: tuple[Crumb, ...]
    title: str
    href: str
    day: date
    starts: str
    place: str
    chair: str
    items: tuple[ItemLine, ...]
    table: TableForm | None
    members: tuple[tuple[str, bool], ...]
    presence: PresenceForm | None
    quorum: str
    quorate: bool
    to_come: bool
    refused: tuple[str, ...] = ()


class FormPage(msgspec.Struct, frozen=True, kw_only=True):
    """A small form."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    action: str
    back: str
    button: str
    form: Form
    selects: tuple[str, ...] = ()


class VoteLine(msgspec.Struct, frozen=True, kw_only=True):
    """How a member voted; the reason stands there for the owner's office alone."""

    name: str
    vote: str
    reason: str | None


class RulingPage(msgspec.Struct, frozen=True, kw_only=True):
    """A case at a meeting: what is to be decided, or what was."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    action: str
    back: str
    case_href: str
    study_href: str
    state: str
    kept_out: str | None
    blocked: tuple[str, ...]
    form: RulingForm | None
    respondents: tuple[tuple[str, str, RespondentForm], ...]
    votes: tuple[tuple[str, VoteForm], ...]
    version: int
    outcome: str | None
    decided: tuple[tuple[str, str], ...]
    cast: tuple[VoteLine, ...]
    refused: tuple[str, ...] = ()
    stale: bool = False

    @property
    def others(self) -> list[Form]:
        """Return the forms of the rows, for the summary of errors."""
        return [*(form for _, _, form in self.respondents), *(form for _, form in self.votes)]

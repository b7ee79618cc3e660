"""What the pages of staff about the service show."""

from datetime import datetime

import msgspec

from netralitas.service.domain import Duty
from netralitas.service.forms import AnswerForm, DutyForm, KeepOutForm, ProfileForm
from netralitas.web.parts import Crumb, Pages


class ComplaintLine(msgspec.Struct, frozen=True, kw_only=True):
    """A complaint in the list; `due` says how long is left, `late` that none is."""

    href: str
    number: str
    state: str
    sent_at: datetime
    due: str
    late: bool


class ComplaintsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The complaints that an office handles, open ones first and the oldest of them on top."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[ComplaintLine, ...]
    pages: Pages


class MessageLine(msgspec.Struct, frozen=True, kw_only=True):
    """A message about a complaint, from which side, and its text."""

    sender: str
    written_at: datetime
    text: str


class ComplaintPage(msgspec.Struct, frozen=True, kw_only=True):
    """One complaint. The forms are None where that step is not for now, or not for this office.

    `said` are label and text of what was sent; `rule` says on what the deadline rests.
    """

    title: str
    crumbs: tuple[Crumb, ...]
    href: str
    state: str
    sent_at: datetime
    proved: bool
    due: str
    rule: str
    late: bool
    said: tuple[tuple[str, str], ...]
    kept_out: int
    messages: tuple[MessageLine, ...]
    elsewhere: str | None
    answer: AnswerForm | None
    keep_out: KeepOutForm | None
    refers: bool
    closes: bool


class ServicePage(msgspec.Struct, frozen=True, kw_only=True):
    """What an office says of its service, with the forms that change it."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    profile: ProfileForm
    duties: tuple[Duty, ...]
    duty: DutyForm

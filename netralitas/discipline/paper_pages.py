"""What the pages beside a follow-up show: a draft of a paper, who examines."""

from datetime import datetime

import msgspec

from netralitas.documents.letters import Sheet
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb


class DraftPage(msgspec.Struct, frozen=True, kw_only=True):
    """A draft as text to be copied; `pdf` is where it is sent as PDF."""

    crumbs: tuple[Crumb, ...]
    title: str
    back: str
    pdf: str
    sheet: Sheet
    written_at: datetime


class ExaminerLine(msgspec.Struct, frozen=True, kw_only=True):
    """A member of a team or council; `end` is where the membership is ended."""

    name: str
    position: str | None
    position_class: str
    body: str
    part: str
    represents: str
    account: str | None
    end: str | None


class ExaminersPage(msgspec.Struct, frozen=True, kw_only=True):
    """Who examines a respondent, what the composition lacks, and the form for one more.

    `form` None: the reader names nobody.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    action: str
    back: str
    members: tuple[ExaminerLine, ...]
    lacking: tuple[str, ...]
    basis: tuple[tuple[str, str], ...]
    form: Form | None = None

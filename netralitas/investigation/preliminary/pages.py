"""What the pages of the preliminary study show."""

from datetime import datetime

import msgspec

from netralitas.investigation.preliminary.forms import NoticeForm, StudyForm
from netralitas.web.parts import Crumb, Deadline, Link
from netralitas.workflow.domain import Basis


class RequirementLine(msgspec.Struct, frozen=True, kw_only=True):
    """A requirement: its fields in the form, how it stands, what the law says of it.

    `checked`: of who reported nothing is said but that an officer checked it. `proposed` is what
    the dates say, with the sentence that counts them.
    """

    field: str
    label: str
    basis: tuple[Basis, ...]
    checked: bool
    judged: str
    reason: str
    proposed: str | None = None


class RequirementGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Requirements of form, or of substance."""

    title: str
    lines: tuple[RequirementLine, ...]


class VersionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A version as it was saved."""

    version: int
    officer: str
    at: datetime
    finished: bool
    href: str
    current: bool


class StudyPage(msgspec.Struct, frozen=True, kw_only=True):
    """The study of a case: a form for who writes it, a paper for who reads it.

    `form` None: it is only read; `waiting` then says why there is nothing, or nothing to write.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    action: str
    finish: str
    back: str
    form: StudyForm | None
    groups: tuple[RequirementGroup, ...]
    figures: tuple[tuple[str, str], ...]
    conclusion: str
    deadlines: tuple[Deadline, ...]
    versions: tuple[VersionLine, ...]
    shown: VersionLine | None
    waiting: str | None
    ways: tuple[Link, ...]
    stale: bool = False
    changed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


class NoticePage(msgspec.Struct, frozen=True, kw_only=True):
    """The letter to the reporter about to be issued, with what it will say."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    action: str
    back: str
    form: NoticeForm
    missing: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    blocked: str | None = None
    refused: tuple[str, ...] = ()

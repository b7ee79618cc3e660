"""What the pages of a study show: one struct each, the whole context of its template."""

from datetime import datetime

import msgspec

from netralitas.investigation.study.forms import (
    CitationForm,
    CommentForm,
    ConclusionForm,
    ElementForm,
    ReadingForm,
    StudyForm,
)
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, type_tone


class CommentLine(msgspec.Struct, frozen=True, kw_only=True):
    """A comment; `resolve` is where its settlement is posted, None for who may not settle it."""

    text: str
    author: str
    at: datetime
    resolved: str | None
    resolve: str | None


class CitedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A citation, and the sentence of what became of the law where it is stale."""

    text: str
    stale: str | None


class ElementLine(msgspec.Struct, frozen=True, kw_only=True):
    """An element with its article and analysis."""

    cited: CitedLine
    element: str
    analysis: str


class PieceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence that the study refers to."""

    title: str
    href: str | None


class ConclusionLine(msgspec.Struct, frozen=True, kw_only=True):
    """What is found of a respondent; `findings` is empty where nothing is said yet."""

    called: str
    post: str
    findings: str
    reason: str


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one version says, section by section."""

    facts: str
    pieces: tuple[PieceLine, ...]
    evidence_said: str
    elements: tuple[ElementLine, ...]
    citations: tuple[CitedLine, ...]
    conclusions: tuple[ConclusionLine, ...]


class VersionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A version in the list of them."""

    number: int
    author: str
    at: datetime
    href: str
    reading: str | None
    reason: str | None
    tone: type_tone


class StudyPage(msgspec.Struct, frozen=True, kw_only=True):
    """The study as it stands, what is said about it, what can be done."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    href: str
    back: str
    number: int
    said: Said | None
    sections: tuple[tuple[str, str], ...]
    comments: dict[str, tuple[CommentLine, ...]]
    versions: tuple[VersionLine, ...]
    lacking: tuple[str, ...]
    drafting: str | None
    write: str | None
    comment: CommentForm | None
    reading: ReadingForm | None
    not_second: str | None
    submit: str | None
    refused: tuple[str, ...] = ()
    done: str | None = None

    @property
    def forms(self) -> list[Form]:
        """Return the forms of the page, for its summary of errors."""
        return [each for each in (self.comment, self.reading) if each is not None]


class WritePage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a further version."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    action: str
    back: str
    base: int
    form: StudyForm
    elements: tuple[ElementForm, ...]
    citations: tuple[CitationForm, ...]
    conclusions: tuple[tuple[str, str, ConclusionForm], ...]
    stale: bool = False
    changed: tuple[str, ...] = ()

    @property
    def others(self) -> list[Form]:
        """Return the forms of the rows, for the summary of errors."""
        return [*self.elements, *self.citations, *(form for _, _, form in self.conclusions)]


class ChangedLine(msgspec.Struct, frozen=True, kw_only=True):
    """What two versions of a section do not have in common."""

    section: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


class VersionPage(msgspec.Struct, frozen=True, kw_only=True):
    """One version as it was saved, and what changed since the one before."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    back: str
    author: str
    at: datetime
    said: Said
    sections: tuple[tuple[str, str], ...]
    changed: tuple[ChangedLine, ...]
    first: bool

"""What a study is made of: its sections, what it may find of a respondent, one version of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Section(StrEnum):
    """A part of a study, in its order."""

    FACTS = "facts"
    EVIDENCE = "evidence"
    ELEMENTS = "elements"
    CITATIONS = "citations"
    CONCLUSIONS = "conclusions"


class Finding(StrEnum):
    """What is found of a respondent; several may hold at once, but for the first."""

    NOT_VIOLATION = "not_violation"
    OTHER_LAW = "other_law"
    CRIMINAL = "criminal"
    ADMINISTRATIVE = "administrative"
    ORGANISER_ETHICS = "organiser_ethics"


class Verdict(StrEnum):
    """What the second reader says of a version."""

    APPROVED = "approved"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of an article, and whether what happened fulfils it."""

    article: str
    element: str
    analysis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What the study finds of one respondent, by the id of their row, and why."""

    respondent: int
    findings: tuple[Finding, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that one version says; `evidence` are ids of papers of the case."""

    facts: str = ""
    evidence: tuple[int, ...] = ()
    evidence_said: str = ""
    elements: tuple[Element, ...] = ()
    citations: tuple[str, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()

    @property
    def cited(self) -> tuple[str, ...]:
        """Return every law and article that the study cites, each once, in its order."""
        named = (*(each.article for each in self.elements), *self.citations)
        return tuple(dict.fromkeys(each for each in named if each))


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version as it was saved; it never changes."""

    number: int
    officer: int
    author: str
    written_at: datetime
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What a reader of the office says about a section; open until somebody resolves it."""

    id: int
    section: Section
    text: str
    officer: int
    author: str
    written_at: datetime
    resolved: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a second reader said of a version, and why where they returned it."""

    version: int
    officer: int
    reader: str
    verdict: Verdict
    reason: str | None
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A study as it stands: versions from the first, comments, readings."""

    versions: tuple[Version, ...] = ()
    comments: tuple[Comment, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def latest(self) -> Version | None:
        """Return the last version, None before the first."""
        return self.versions[-1] if self.versions else None

    @property
    def number(self) -> int:
        """Return the number of the last version, 0 before the first."""
        return self.versions[-1].number if self.versions else 0

    @property
    def authors(self) -> frozenset[int]:
        """Return the officers who wrote any version."""
        return frozenset(each.officer for each in self.versions)

    @property
    def open_comments(self) -> int:
        """Return how many comments nobody has resolved."""
        return sum(each.resolved is None for each in self.comments)

    @property
    def approved(self) -> bool:
        """Say whether the last reading of the last version approved it."""
        found = [each for each in self.readings if each.version == self.number]
        return bool(found) and found[-1].verdict is Verdict.APPROVED

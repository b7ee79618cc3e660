"""What a person answered on the form of a move or fact. Values only."""

from dataclasses import dataclass
from datetime import date

from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import Stored
from netralitas.workflow.domain import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAnswer:
    """A letter as it lies on the desk: its number exactly as printed."""

    printed: str
    dated_on: date
    subject: str
    method: str | None = None
    sent_on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An uploaded paper, already kept under its digest."""

    kind: DocumentKind
    title: str
    stored: Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of one form. A register number that was left empty is given by the register."""

    letter_out: LetterAnswer | None = None
    letter_in: LetterAnswer | None = None
    papers: tuple[Paper, ...] = ()
    register_number: str | None = None
    respondents: tuple[int, ...] = ()
    addressee: int | None = None
    successor: int | None = None
    recommended: str | None = None
    foreign_number: str | None = None

    @property
    def given(self) -> frozenset[Ask]:
        """Return what was answered, in the engine's words."""
        said = {
            Ask.REGISTER_NUMBER: True,
            Ask.LETTER_OUT: self.letter_out,
            Ask.LETTER_IN: self.letter_in,
            Ask.RESPONDENTS: self.respondents,
            Ask.ADDRESSEE: self.addressee,
            Ask.SUCCESSOR: self.successor,
            Ask.RECOMMENDED: self.recommended,
            Ask.FOREIGN_NUMBER: self.foreign_number,
        }
        kinds = {paper.kind.value for paper in self.papers}
        papers = {ask for ask in Ask if ask.value in kinds}
        return frozenset({ask for ask, answer in said.items() if answer} | papers)


NOTHING = Answers()

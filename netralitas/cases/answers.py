"""What a person answered on the form of a move or fact. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from netralitas.discipline.domain import Executor, PersonCheck, Signer
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import Stored
from netralitas.workflow.domain import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAnswer:
    """A letter as it lies on the desk: its number exactly as printed, empty where not known.

    `proof` is the code of what proves the receipt, `copies` are those who got one, as printed,
    `reply_to` is the id of the letter of the same case that it answers.
    """

    printed: str
    dated_on: date | None
    subject: str
    method: str | None = None
    sent_on: date | None = None
    received_on: date | None = None
    proof: str | None = None
    kept_at: str | None = None
    copies: tuple[str, ...] = ()
    reply_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An uploaded paper, already kept under its digest."""

    kind: DocumentKind
    title: str
    stored: Stored


class DeadlineKind(StrEnum):
    """What a letter to the appointing official says of its deadline (domain.md 3.7)."""

    DEFAULT = "default"
    EXAM_FINAL = "exam_final"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDeadline:
    """The deadline that the letter itself names; `on` only with a fixed date."""

    kind: DeadlineKind
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of one form. A register number that was left empty is given by the register.

    `plenary` is the id of the recorded meeting that decided; its own page gives it, no other form.
    """

    letter_out: LetterAnswer | None = None
    letter_in: LetterAnswer | None = None
    papers: tuple[Paper, ...] = ()
    register_number: str | None = None
    respondents: tuple[int, ...] = ()
    addressee: int | None = None
    successor: int | None = None
    recommended: str | None = None
    recommended_each: Mapping[int, str] = field(default_factory=dict)
    foreign_number: str | None = None
    follow_up_office: int | None = None
    letter_deadline: LetterDeadline | None = None
    exam_on: date | None = None
    decree_number: str | None = None
    imposed: str | None = None
    summary: str | None = None
    answer_by: date | None = None
    embargo: date | None = None
    public_reason: str | None = None
    public_note: str | None = None
    told_by: str | None = None
    person_check: PersonCheck | None = None
    signed_by: Signer | None = None
    executor: Executor | None = None
    evidence: tuple[int, ...] = ()
    plenary: int | None = None

    def office(self, ask: Ask) -> int | None:
        """Return the organisation that an answer names; KeyError for an ask of another kind."""
        return {
            Ask.ADDRESSEE: self.addressee,
            Ask.SUCCESSOR: self.successor,
            Ask.FOLLOW_UP_OFFICE: self.follow_up_office,
        }[ask]

    @property
    def states(self) -> frozenset[str]:
        """Return the facts that the answers add to those of the move."""
        told = set()
        if self.letter_deadline is not None:
            told.add(f"deadline_{self.letter_deadline.kind}")
        if self.answer_by is not None:
            told.add("answer_awaited")
        return frozenset(told)

    @property
    def fixed(self) -> date | None:
        """Return the day that the letter names as its deadline, or by which it asks an answer."""
        return self.letter_deadline.on if self.letter_deadline else self.answer_by

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
            Ask.FOLLOW_UP_OFFICE: self.follow_up_office,
            Ask.LETTER_DEADLINE: self.letter_deadline,
            Ask.EXAM_ON: self.exam_on,
            Ask.DECREE_NUMBER: self.decree_number,
            Ask.IMPOSED: self.imposed,
            Ask.SUMMARY: self.summary,
            Ask.ANSWER_BY: self.answer_by,
            Ask.EMBARGO: self.embargo,
            Ask.PUBLIC_REASON: self.public_reason,
            Ask.TOLD_BY: self.told_by,
            Ask.PERSON_STANDING: self.person_check,
            Ask.SIGNED_BY: self.signed_by,
            Ask.EXECUTOR: self.executor,
            Ask.PLENARY: self.plenary,
        }
        kinds = {paper.kind.value for paper in self.papers}
        papers = {ask for ask in Ask if ask.value in kinds}
        return frozenset({ask for ask, answer in said.items() if answer} | papers)


NOTHING = Answers()

"""One line of a case register: the format, as values. Its JSON Schema is made from this module.

Everything that a register may not know can be left out; what is left out stays unknown.
"""

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from netralitas.cases.domain import (
    Channel,
    Employment,
    NumberKind,
    PositionClass,
    SanctionLevel,
    Source,
    Theme,
)
from netralitas.correspondence.domain import ReceiptProof
from netralitas.law.domain import Regime
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem

HANDLING: Final = "handling"
"""The ref of Bawaslu's own handling, which every case has and no line lists."""

_DAY: Final = r"\d{4}-\d{2}-\d{2}"
Day = Annotated[str, Meta(pattern=f"^{_DAY}$", description="A day: 2024-11-08.")]
Date = Annotated[
    str,
    Meta(
        pattern=rf"^({_DAY}|\d{{4}}-\d{{2}}|\d{{4}}|as_of:{_DAY})$",
        description="2024-11-08, 2024-11 (a month), 2024 (a year), as_of:2024-11-08 (so by then).",
    ),
]
When = Annotated[
    str,
    Meta(
        pattern=rf"^({_DAY}(T\d{{2}}:\d{{2}})?|\d{{4}}-\d{{2}}|\d{{4}}|as_of:{_DAY})$",
        description="As a date, or to the minute at the office: 2024-11-08T10:20.",
    ),
]
Ref = Annotated[str, Meta(min_length=1, max_length=40, description="A name within this line.")]
Code = Annotated[str, Meta(min_length=1, max_length=64)]
Text = Annotated[str, Meta(max_length=500)]
Long = Annotated[str, Meta(max_length=20_000)]
Method = Literal["hand", "registered", "post", "email", "application", "carried", "other"]
WorkflowCode = Literal[
    "referral", "discipline", "compliance", "criminal", "organiser_ethics", "litigation"
]
DeadlineSaid = Literal["default", "exam_final", "fixed"]


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a line; what has its default is not written."""


class NumberLine(Part, frozen=True, kw_only=True):
    """A number of the case exactly as printed."""

    kind: NumberKind
    printed: Annotated[str, Meta(min_length=1, max_length=200)]
    issued: Day | None = None


class RespondentLine(Part, frozen=True, kw_only=True):
    """A respondent by position or initials; without a name they are not identified."""

    ref: Ref
    name: Text | None = None
    employment: Employment = Employment.UNKNOWN
    position_class: PositionClass = PositionClass.UNKNOWN
    position: Text | None = None
    unit: Text | None = None
    employer: Text | None = None
    grade: Text | None = None


class ProceedingLine(Part, frozen=True, kw_only=True):
    """A procedure beside the handling; `addressee` is the code of an office."""

    ref: Ref
    workflow: WorkflowCode
    respondent: Ref | None = None
    addressee: Code | None = None


class LetterLine(Part, frozen=True, kw_only=True):
    """A letter as far as it is known; `counterpart` is the code of the office at the other end."""

    ref: Ref
    direction: Literal["out", "in"]
    number: Text = ""
    dated: Day | None = None
    subject: Text = ""
    counterpart: Code | None = None
    method: Method | None = None
    sent: Day | None = None
    received: Day | None = None
    proof: ReceiptProof | None = None
    answer_by: Day | None = None
    came_back: Day | None = None
    kept_at: Text | None = None
    reply_to: Ref | None = None
    copies: tuple[Text, ...] = ()


class SanctionLine(Part, frozen=True, kw_only=True):
    """A sanction: how heavy, and which kind of the catalogue where that is known."""

    level: SanctionLevel
    kind: Code | None = None


class DeadlineLine(Part, frozen=True, kw_only=True):
    """What the letter of a recommendation says of its deadline; `on` where it names a day."""

    kind: DeadlineSaid
    on: Day | None = None


class HappeningLine(Part, frozen=True, kw_only=True):
    """Something that happened, at a time known so exactly: a new state, facts, or both.

    `step` is a declared move and stands for its state and facts. `said_by` is according to whom.
    """

    when: When | None = None
    of: Ref = HANDLING
    step: Code | None = None
    state: Code | None = None
    facts: tuple[Code, ...] = ()
    said_by: Text | None = None
    note: Long | None = None
    letters: tuple[Ref, ...] = ()
    recommended: SanctionLine | None = None
    imposed: SanctionLine | None = None
    deadline: DeadlineLine | None = None
    answer_by: Day | None = None
    exam_on: Day | None = None
    foreign_number: Text | None = None
    decree_number: Text | None = None


class ExternalLine(Part, frozen=True, kw_only=True):
    """What another system says of a respondent, in its words, and according to whom."""

    respondent: Ref
    system: ExternalSystem
    number: Text = ""
    standing: ExternalStanding = ExternalStanding.UNKNOWN
    said: Text = ""
    as_of: Date | None = None
    according_to: Text = ""


class RelatedLine(Part, frozen=True, kw_only=True):
    """Another line of a register of the same office: where this matter went on or came from."""

    kind: Literal["merged_into", "split_from"]
    key: Code


class CaseLine(Part, frozen=True, kw_only=True):
    """A case as a register has it; `key` is what the file calls it, once for an office.

    Without `region` it is that of the office. Happenings stand in the order in which they happened.
    """

    key: Code
    regime: Regime
    subject: Text | None = None
    description: Long = ""
    source: Source = Source.UNKNOWN
    channel: Channel = Channel.UNKNOWN
    theme: Theme = Theme.NEUTRALITY
    election: Code | None = None
    region: Code | None = None
    place: Text | None = None
    act: Date | None = None
    known: Day | None = None
    received: When | None = None
    numbers: tuple[NumberLine, ...] = ()
    respondents: tuple[RespondentLine, ...] = ()
    proceedings: tuple[ProceedingLine, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    happenings: tuple[HappeningLine, ...] = ()
    external: tuple[ExternalLine, ...] = ()
    related: tuple[RelatedLine, ...] = ()

"""Version 2 of `compliance`: on to the governor or the ministry, and what was said in public."""

from dataclasses import replace
from typing import Final

from netralitas.referral.workflow.compliance import (
    COMPLIANCE_V1,
    CONTROL,
    OPEN,
    PRACTICE,
    PRESSES,
    state,
)
from netralitas.workflow.domain import Ask, FactDeclaration, Holder, Move, Requirement
from netralitas.workflow.posts import INVESTIGATOR, LIAISON

_BESIDE_ESCALATION: Final = frozenset({"warn", "block", "unblock", "end", "close"})
_NOT_BLOCKED: Final = Requirement(
    code="services_blocked",
    missing="Layanan kepegawaian (SIASN) tidak tercatat diblokir.",
    basis=CONTROL,
)


def _further(move: Move) -> Move:
    """Return a move of version 1 as it goes on once a superior official was told."""
    if move.code not in _BESIDE_ESCALATION:
        return move
    requires = (_NOT_BLOCKED.code,) if move.code == "unblock" else ()
    return replace(move, sources=move.sources | {"escalated"}, requires=requires)


_ESCALATE: Final = Move(
    code="escalate",
    label="Sampaikan kepada gubernur atau menteri",
    done="Belum adanya tindak lanjut disampaikan kepada gubernur atau menteri.",
    sources=OPEN | {"escalated"},
    target="escalated",
    by=PRESSES,
    basis=PRACTICE,
    # Bawaslu writes itself, or learns from a letter that the authority did.
    may_ask=(Ask.LETTER_OUT, Ask.LETTER_IN),
    facts=("escalated",),
    batch=True,
)

_FACTS_V2: Final = (
    replace(COMPLIANCE_V1.facts[0], when=frozenset({"warned", "blocked", "escalated"})),
    replace(COMPLIANCE_V1.facts[1], when=OPEN | {"escalated"}),
    FactDeclaration(
        code="refusal_said",
        label="Penolakan di muka umum",
        done="Pejabat menyatakan di muka umum tidak akan menindaklanjuti.",
        by=(INVESTIGATOR,),
        basis=PRACTICE,
        asks=(Ask.REASON,),
    ),
    FactDeclaration(
        code="escalation_answered",
        label="Jawaban gubernur atau menteri",
        done="Gubernur atau menteri menjawab.",
        by=(INVESTIGATOR, LIAISON),
        basis=PRACTICE,
        asks=(Ask.LETTER_IN,),
        when=frozenset({"escalated"}),
    ),
)

# Version 2 goes on to the governor or the ministry, and keeps what was said in public.
COMPLIANCE_V2: Final = replace(
    COMPLIANCE_V1,
    version=2,
    states=(
        *COMPLIANCE_V1.states[:-1],
        state("escalated", "Disampaikan kepada gubernur atau menteri", "pressure", Holder.OTHER),
        COMPLIANCE_V1.states[-1],
    ),
    moves=tuple(
        each
        for move in COMPLIANCE_V1.moves
        for each in ((_further(move), _ESCALATE) if move.code == "unblock" else (_further(move),))
    ),
    requirements=(_NOT_BLOCKED,),
    facts=_FACTS_V2,
)

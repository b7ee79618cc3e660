"""Which parts of a case a person sees, by side, role and phase: pure.

A person with several roles sees what any of them may see.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.access.policy.relations import Phase, Relation


class Field(StrEnum):
    """A part of a case that is shown or withheld as a whole."""

    NUMBERS = "numbers"
    STAGE = "stage"
    SUMMARY = "summary"
    INTAKE = "intake"
    RESPONDENTS = "respondents"
    NIP_MASKED = "nip_masked"
    NIP_FULL = "nip_full"
    HANDLING = "handling"
    CLOCKS = "clocks"
    STUDY_DRAFT = "study_draft"
    NOTES = "notes"
    DECISION = "decision"
    REFERRAL = "referral"
    EVIDENCE = "evidence"
    LETTERS = "letters"
    EXCLUSIONS = "exclusions"
    REPORTER = "reporter"


_CORE: Final = frozenset({Field.NUMBERS, Field.STAGE})
_OUTLINE: Final = _CORE | {Field.SUMMARY, Field.RESPONDENTS}
_INSIDE: Final = _OUTLINE | {
    *(Field.INTAKE, Field.NIP_MASKED, Field.HANDLING, Field.CLOCKS, Field.DECISION),
    *(Field.REFERRAL, Field.EVIDENCE, Field.LETTERS),
}
_HANDLING: Final = _INSIDE | {
    *(Field.NIP_FULL, Field.STUDY_DRAFT, Field.NOTES, Field.EXCLUSIONS),
}
_ASKED: Final = _OUTLINE | {Field.NIP_MASKED, Field.DECISION, Field.REFERRAL, Field.LETTERS}
_ACCEPTED: Final = _ASKED | {Field.EVIDENCE, Field.CLOCKS}

_FIELDS: Final[Mapping[Relation, Mapping[Role, frozenset[Field]]]] = {
    Relation.OWNER: {
        Role.INVESTIGATOR: _HANDLING,
        Role.COMMISSIONER: _HANDLING,
        Role.SUPERVISOR: _OUTLINE | {Field.INTAKE, Field.EVIDENCE},
        Role.AUDITOR: _INSIDE | {Field.STUDY_DRAFT, Field.NOTES, Field.EXCLUSIONS},
        Role.PUBLISHER: _CORE | {Field.SUMMARY, Field.DECISION, Field.REFERRAL},
        Role.SECRETARY: _CORE | {Field.CLOCKS, Field.REFERRAL},
    },
    Relation.SUPERIOR: {
        Role.INVESTIGATOR: _INSIDE,
        Role.COMMISSIONER: _INSIDE,
        Role.AUDITOR: _INSIDE,
        Role.SECRETARY: _CORE | {Field.CLOCKS, Field.REFERRAL},
    },
    Relation.RECEIVER_ASKED: {
        Role.LIAISON: _ASKED,
        Role.FOLLOW_UP: _ASKED,
        Role.APPOINTING: _ASKED,
    },
    Relation.RECEIVER: {
        Role.LIAISON: _ACCEPTED | {Field.NIP_FULL},
        Role.FOLLOW_UP: _ACCEPTED | {Field.NIP_FULL},
        Role.APPOINTING: _ACCEPTED,
        Role.SUPERIOR: _OUTLINE | {Field.REFERRAL},
        Role.AUDITOR: _ACCEPTED,
        Role.PUBLISHER: _CORE | {Field.REFERRAL},
        Role.SECRETARY: _CORE | {Field.CLOCKS, Field.REFERRAL},
    },
}

_EARLY: Final = frozenset({Phase.INTAKE, Phase.PRELIMINARY})
_OUTCOME: Final = frozenset({Phase.DECIDED, Phase.REFERRED, Phase.CLOSED})
_EMBARGOED: Final = frozenset({Field.STUDY_DRAFT, Field.DECISION})


_PARTS: Final[Mapping[str, Field]] = {
    "handling": Field.STAGE,
    "referral": Field.REFERRAL,
    "discipline": Field.REFERRAL,
    "compliance": Field.REFERRAL,
    "publication": Field.REFERRAL,
    "office_publication": Field.REFERRAL,
    "identity_access": Field.NOTES,
    "criminal": Field.HANDLING,
    "organiser_ethics": Field.HANDLING,
    "litigation": Field.HANDLING,
}


def part_of(workflow: str) -> Field:
    """Return the part of a case to which a proceeding of this workflow belongs; KeyError: none."""
    return _PARTS[workflow]


def fields_visible(actor: Actor, towards: Relation, phase: Phase) -> frozenset[Field]:
    """Return the parts of a case that an actor sees; none at all means: it does not exist for them.

    The name of a reporter is in no answer, and `NIP_FULL` only says that it may be asked for (a
    protected read); until then it is masked. While the plenary sits, study and decision are for the
    owner's investigators and commissioners alone.
    """
    return _of_roles(actor.roles, towards, phase)


@cache  # lists ask for every line, and the answers are few
def _of_roles(roles: frozenset[Role], towards: Relation, phase: Phase) -> frozenset[Field]:
    granted = _FIELDS.get(towards, {})
    seen: frozenset[Field] = frozenset()
    for role in roles:
        seen |= _in_phase(role, towards, phase, granted.get(role, frozenset()))
    return seen


def _in_phase(
    role: Role, towards: Relation, phase: Phase, fields: frozenset[Field]
) -> frozenset[Field]:
    if towards is Relation.OWNER and role in {Role.INVESTIGATOR, Role.COMMISSIONER}:
        return fields
    if phase is Phase.PLENARY:
        fields -= _EMBARGOED
    if role is Role.SUPERVISOR and phase not in _EARLY:
        return fields & _CORE
    if role is Role.PUBLISHER and phase not in _OUTCOME:
        return frozenset()
    return fields

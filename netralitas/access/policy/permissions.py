"""Which acts a person may do: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.access.policy.acts import REASONS, Permission
from netralitas.access.policy.fields import Field, fields_visible
from netralitas.access.policy.relations import Phase, Relation
from netralitas.access.policy.step_up import hold_proved
from netralitas.refusals import NotAllowed, NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """An act is granted to these roles, on these sides."""

    act: Permission
    sides: frozenset[Relation]
    roles: frozenset[Role]


_BAWASLU_ROLES: Final = frozenset({Role.INVESTIGATOR, Role.COMMISSIONER})
_RECEIVING_ROLES: Final = frozenset({Role.LIAISON, Role.FOLLOW_UP})
_ANSWERING_ROLES: Final = _RECEIVING_ROLES | {Role.APPOINTING, Role.PUBLISHER}
_OWNING_ROLES: Final = _BAWASLU_ROLES | {Role.SUPERVISOR, Role.PUBLISHER}
_OWNER: Final = frozenset({Relation.OWNER})
_SUPERIOR: Final = frozenset({Relation.SUPERIOR})
_RECEIVER: Final = frozenset({Relation.RECEIVER})
_RECEIVERS: Final = _RECEIVER | {Relation.RECEIVER_ASKED}

GRANTS: Final = (
    Grant(act=Permission.READ_NIP, sides=_OWNER, roles=_BAWASLU_ROLES),
    Grant(act=Permission.READ_NIP, sides=_RECEIVER, roles=_RECEIVING_ROLES),
    Grant(act=Permission.MAKE_MOVE, sides=_OWNER, roles=_OWNING_ROLES),
    Grant(act=Permission.MAKE_MOVE, sides=_SUPERIOR, roles=frozenset({Role.COMMISSIONER})),
    Grant(act=Permission.MAKE_MOVE, sides=_RECEIVERS, roles=_ANSWERING_ROLES),
    Grant(act=Permission.RECORD_FACT, sides=_OWNER, roles=_OWNING_ROLES),
    Grant(act=Permission.RECORD_FACT, sides=_RECEIVERS, roles=_ANSWERING_ROLES),
    Grant(act=Permission.RECORD_EXTERNAL, sides=_OWNER, roles=frozenset({Role.INVESTIGATOR})),
    Grant(act=Permission.RECORD_EXTERNAL, sides=_RECEIVERS, roles=_RECEIVING_ROLES),
    Grant(act=Permission.ATTACH, sides=_OWNER, roles=_BAWASLU_ROLES | {Role.SUPERVISOR}),
    Grant(act=Permission.CORRECT, sides=_OWNER, roles=_BAWASLU_ROLES),
    Grant(act=Permission.CORRECT, sides=_RECEIVER, roles=_RECEIVING_ROLES),
    Grant(act=Permission.ADD_RESPONDENT, sides=_OWNER, roles=frozenset({Role.INVESTIGATOR})),
    Grant(act=Permission.MERGE, sides=_OWNER, roles=frozenset({Role.INVESTIGATOR})),
    Grant(act=Permission.EXCLUDE, sides=_OWNER, roles=_BAWASLU_ROLES | {Role.SUPERVISOR}),
    Grant(act=Permission.EXCLUDE, sides=_SUPERIOR, roles=_BAWASLU_ROLES),
    Grant(act=Permission.ERASE_IDENTITY, sides=_OWNER, roles=frozenset({Role.COMMISSIONER})),
)
"""Acts on a case. Which move or fact it may be is the workflow's to say, by the actor's posts; whom
an officer excludes (themselves, or as a commissioner anybody) is the command's.
"""

_CASE_READERS: Final = frozenset(Role) - {Role.ADMINISTRATOR}
_RECORDERS: Final = _BAWASLU_ROLES | {
    *(Role.SUPERVISOR, Role.FOLLOW_UP, Role.SECRETARY, Role.PUBLISHER),
}

_EXCHANGING: Final = _BAWASLU_ROLES | {Role.SECRETARY, Role.FOLLOW_UP, Role.APPOINTING}

_ANYWHERE: Final[Mapping[Permission, frozenset[Role]]] = {
    Permission.LIST_CASES: _CASE_READERS,
    Permission.SEE_DEADLINES: _CASE_READERS - {Role.PUBLISHER, Role.SUPERIOR},
    Permission.SEE_NOTICES: _CASE_READERS,
    Permission.SEE_SESSIONS: _BAWASLU_ROLES | {Role.AUDITOR},
    Permission.TAKE_IN: frozenset({Role.INVESTIGATOR, Role.SUPERVISOR}),
    Permission.DECLARE_INTEREST: _CASE_READERS,
    Permission.ADMINISTER: frozenset({Role.ADMINISTRATOR}),
    Permission.CHANGE_LAW: frozenset({Role.ADMINISTRATOR}),
    Permission.SEE_FOLLOW_UP: _CASE_READERS - {Role.SUPERVISOR, Role.PUBLISHER},
    Permission.SEE_PREVENTION: _CASE_READERS,
    Permission.RECORD_ACTIVITY: _RECORDERS,
    Permission.SEE_AGREEMENTS: _CASE_READERS,
    Permission.KEEP_AGREEMENTS: frozenset({Role.SECRETARY, Role.COMMISSIONER}),
    Permission.KEEP_EXCHANGE: _EXCHANGING,
    Permission.DECIDE_EXCHANGE: _EXCHANGING - {Role.INVESTIGATOR, Role.FOLLOW_UP},
    Permission.SEE_MEETINGS: _BAWASLU_ROLES | {Role.SECRETARY, Role.FOLLOW_UP, Role.APPOINTING},
    Permission.KEEP_MEETINGS: frozenset({Role.SECRETARY, Role.COMMISSIONER}),
    Permission.SEE_PLENARY: _BAWASLU_ROLES,
    Permission.KEEP_PLENARY: _BAWASLU_ROLES,
    Permission.READ_LAW: frozenset(Role),
    Permission.IMPORT_STAFF: frozenset({Role.INVESTIGATOR, Role.FOLLOW_UP}),
    Permission.IMPORT_EXTERNAL: frozenset({Role.INVESTIGATOR}) | _RECEIVING_ROLES,
    Permission.SEE_LETTERS: _BAWASLU_ROLES | _RECEIVING_ROLES | {Role.APPOINTING, Role.AUDITOR},
    Permission.KEEP_ADDRESSES: frozenset({Role.INVESTIGATOR}) | _RECEIVING_ROLES,
    Permission.SEE_ARCHIVE: _BAWASLU_ROLES | {Role.AUDITOR},
    Permission.KEEP_ARCHIVE: _BAWASLU_ROLES,
    Permission.KEEP_TEMPLATES: frozenset({Role.COMMISSIONER, Role.ADMINISTRATOR}),
    Permission.SEE_WEB_REGISTER: _BAWASLU_ROLES | {Role.SUPERVISOR},
    Permission.KEEP_WEB_REGISTER: frozenset({Role.INVESTIGATOR, Role.SUPERVISOR}),
    Permission.HANDLE_COMPLAINTS: frozenset({Role.COMMISSIONER}),
    Permission.SEE_INVENTORY: frozenset({Role.AUDITOR, Role.ADMINISTRATOR}),
    Permission.SEE_RETENTION: _BAWASLU_ROLES | {Role.AUDITOR, Role.ADMINISTRATOR},
    Permission.SEE_DISPOSAL: _BAWASLU_ROLES | {Role.AUDITOR},
    Permission.SET_RETENTION: frozenset({Role.ADMINISTRATOR}),
    Permission.KEEP_DISPOSAL: _BAWASLU_ROLES,
    Permission.APPROVE_DISPOSAL: frozenset({Role.COMMISSIONER}),
    Permission.KEEP_INCIDENTS: frozenset({Role.COMMISSIONER, Role.ADMINISTRATOR, Role.APPOINTING}),
    Permission.KEEP_DATA_REQUESTS: _BAWASLU_ROLES,
    Permission.RECEIVE_PACKAGES: _RECEIVING_ROLES,
}

_KINDS: Final[Mapping[Permission, frozenset[str]]] = {
    Permission.TAKE_IN: frozenset({"bawaslu"}),
    Permission.SEE_SESSIONS: frozenset({"bawaslu"}),
    Permission.CHANGE_LAW: frozenset({"bawaslu", "system"}),
    Permission.KEEP_TEMPLATES: frozenset({"bawaslu"}),
    Permission.RECORD_ACTIVITY: frozenset({"bawaslu", "government"}),
    Permission.KEEP_MEETINGS: frozenset({"bawaslu", "government"}),
    Permission.KEEP_AGREEMENTS: frozenset({"bawaslu", "government"}),
    Permission.KEEP_EXCHANGE: frozenset({"bawaslu", "government"}),
    Permission.DECIDE_EXCHANGE: frozenset({"bawaslu", "government"}),
    Permission.IMPORT_STAFF: frozenset({"bawaslu", "government"}),
    Permission.SEE_ARCHIVE: frozenset({"bawaslu"}),
    Permission.KEEP_ARCHIVE: frozenset({"bawaslu"}),
    Permission.SEE_WEB_REGISTER: frozenset({"bawaslu"}),
    Permission.KEEP_WEB_REGISTER: frozenset({"bawaslu"}),
    Permission.SEE_PLENARY: frozenset({"bawaslu"}),
    Permission.KEEP_PLENARY: frozenset({"bawaslu"}),
    Permission.HANDLE_COMPLAINTS: frozenset({"bawaslu"}),
    Permission.SEE_RETENTION: frozenset({"bawaslu", "system"}),
    Permission.SEE_DISPOSAL: frozenset({"bawaslu"}),
    Permission.SET_RETENTION: frozenset({"bawaslu", "system"}),
    Permission.KEEP_DISPOSAL: frozenset({"bawaslu"}),
    Permission.APPROVE_DISPOSAL: frozenset({"bawaslu"}),
    Permission.KEEP_DATA_REQUESTS: frozenset({"bawaslu"}),
}
"""Acts that only organisations of these kinds do; every other act, those of any kind."""


def roles_for(act: Permission) -> frozenset[Role]:
    """Return the roles to which an act that concerns no single case is granted; KeyError else."""
    return _ANYWHERE[act]


def may(
    actor: Actor,
    act: Permission,
    towards: Relation | None = None,
    phase: Phase | None = None,
) -> None:
    """Hold that an actor may do this now, else raise.

    NotVisible when the case does not exist for them, NotAllowed with the reason when they see it
    and may not, StepUpNeeded where a second factor must be shown first. An act on a case without
    `towards` and `phase` is refused.
    """
    answer = refusal(actor, act, towards, phase)
    if answer is not None:
        raise answer
    hold_proved(actor, act)


def may_see(actor: Actor, act: Permission) -> None:
    """Hold that an actor may see the pages of an act that concerns no single case.

    NotAllowed otherwise. To look is not to do: no second factor is asked for.
    """
    answer = refusal(actor, act)
    if answer is not None:
        raise answer


def refusal(
    actor: Actor,
    act: Permission,
    towards: Relation | None = None,
    phase: Phase | None = None,
) -> NotAllowed | NotVisible | None:
    """Return why an actor may not do this, None when they may (with a second factor or without)."""
    if act in _ANYWHERE:
        fitting = act not in _KINDS or actor.organisation_kind in _KINDS[act]
        granted = fitting and bool(_ANYWHERE[act] & actor.roles)
        return None if granted else NotAllowed(REASONS[act])
    seen = fields_visible(actor, towards, phase) if towards and phase else frozenset()
    if not seen:
        return NotVisible()
    return None if _granted(actor, act, towards, seen) else NotAllowed(REASONS[act])


def _granted(
    actor: Actor, act: Permission, towards: Relation | None, seen: frozenset[Field]
) -> bool:
    if act is Permission.READ_CASE:
        return True
    if act is Permission.READ_DOCUMENT:
        return bool(seen & {Field.LETTERS, Field.EVIDENCE})
    return any(
        grant.act is act and towards in grant.sides and grant.roles & actor.roles
        for grant in GRANTS
    )

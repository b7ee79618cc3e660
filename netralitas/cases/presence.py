"""Which requirements of a move are fulfilled, and what the actor is towards a proceeding. Pure."""

from dataclasses import dataclass

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, Phase, Relation, Sides, may, phase_of, relation
from netralitas.cases.answers import Answers
from netralitas.cases.dossier import Dossier, LockedProceeding
from netralitas.workflows import workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivers:
    """Organisations that may be addressed on the day of the move."""

    valid: frozenset[int] = frozenset()


def towards(actor: Actor, dossier: Dossier, proceeding: LockedProceeding | None) -> Relation:
    """Return where the actor stands towards the case or, with a proceeding, towards that one."""
    handling = [found for found in dossier.proceedings if found.workflow == "handling"]
    readers = handling[0].readers if handling else dossier.readers
    sides = Sides(
        owner=dossier.owner,
        superiors=frozenset(readers) - {dossier.owner} if handling else frozenset(),
        receivers={
            found.addressee: found.state != "forwarded"
            for found in dossier.proceedings
            if found.addressee is not None
        },
    )
    return relation(
        actor, sides, addressee=proceeding.addressee if proceeding is not None else None
    )


def hold(
    actor: Actor, dossier: Dossier, act: Permission, proceeding: LockedProceeding | None = None
) -> None:
    """Hold that the actor may do this; NotAllowed with the reason, or NotVisible, otherwise."""
    referred = any(found.workflow == "referral" for found in dossier.proceedings)
    phase = Phase.REFERRED
    for found in dossier.proceedings:
        if found.workflow == "handling":
            declared = workflow(found.workflow, found.workflow_version).state(found.state)
            phase = phase_of(declared.phase, referred=referred)
    may(actor, act, towards(actor, dossier, proceeding), phase)


def present(
    actor: Actor,
    dossier: Dossier,
    proceeding: LockedProceeding | None,
    answers: Answers,
    receivers: Receivers,
) -> frozenset[str]:
    """Return the codes of all requirements that the case, the actor and the answers fulfil."""
    approved = "preliminary_study_approved" in dossier.facts
    chosen = _concerned(dossier, proceeding, answers)
    fulfilled = {
        "respondent_listed": bool(dossier.respondents),
        "respondent_identified": _identified(dossier, chosen),
        "preliminary_study": "preliminary_study" in dossier.papers,
        "preliminary_study_approved": approved,
        "study": "study" in dossier.papers,
        "forwarding_ground": approved or "study" in dossier.papers,
        "evidence_list": "evidence_list" in dossier.papers,
        "receiver_valid": _addressee(proceeding, answers) in receivers.valid,
        "successor_valid": answers.successor in receivers.valid,
        "two_persons": proceeding is not None and proceeding.moved_by != actor.officer,
    }
    return frozenset(code for code, holds in fulfilled.items() if holds)


def _concerned(
    dossier: Dossier, proceeding: LockedProceeding | None, answers: Answers
) -> tuple[int, ...]:
    if answers.respondents:
        return answers.respondents
    if proceeding is not None and proceeding.respondent is not None:
        return (proceeding.respondent,)
    return tuple(found.id for found in dossier.respondents if found.identified)


def _identified(dossier: Dossier, chosen: tuple[int, ...]) -> bool:
    known = {found.id for found in dossier.respondents if found.identified}
    return bool(chosen) and known.issuperset(chosen)


def _addressee(proceeding: LockedProceeding | None, answers: Answers) -> int | None:
    if answers.addressee is not None or proceeding is None:
        return answers.addressee
    return proceeding.addressee

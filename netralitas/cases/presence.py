"""Which requirements of a move are fulfilled, and what the actor is towards a proceeding. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, Phase, Relation, Sides, may, phase_of, relation
from netralitas.cases.answers import Answers
from netralitas.cases.dossier import Dossier, LockedProceeding
from netralitas.workflows import workflow

_NOT_ACCEPTED: Final = frozenset({"forwarded", "cancelled", "arrived"})
_RECEIPT: Final = {"referral": "referral_received", "discipline": "recommendation_received"}
"""Workflows by which something is handed over, and the fact that it was received."""
_ANSWERS: Final = ("no_objection", "objection_raised")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivers:
    """Organisations that have authority on the day that counts, each with its kind.

    The day is that of the letter which answers, else that of the move; not `judged` where it is
    not known.
    """

    valid: Mapping[int, str] = field(default_factory=dict)
    judged: bool = False


def accepted(dossier: Dossier) -> dict[int, bool]:
    """Return each receiver, and whether it accepted a hand-over: it moved on, or was received."""
    found: dict[int, bool] = {}
    for proceeding in dossier.proceedings:
        if proceeding.addressee is not None:
            before = found.get(proceeding.addressee, False)
            found[proceeding.addressee] = before or _accepted(dossier, proceeding)
    return found


def _accepted(dossier: Dossier, proceeding: LockedProceeding) -> bool:
    receipt = _RECEIPT.get(proceeding.workflow)
    if receipt is None:
        return False
    received = (proceeding.id, receipt) in dossier.told
    return received or proceeding.state not in _NOT_ACCEPTED


def phase(dossier: Dossier) -> Phase:
    """Return the class of what the case is going through; a receiver only knows: referred."""
    referred = any(found.workflow == "referral" for found in dossier.proceedings)
    for found in dossier.proceedings:
        if found.workflow == "handling":
            declared = workflow(found.workflow, found.workflow_version).state(found.state)
            return phase_of(declared.phase, referred=referred)
    return Phase.REFERRED


def towards(actor: Actor, dossier: Dossier, proceeding: LockedProceeding | None) -> Relation:
    """Return where the actor stands towards the case or, with a proceeding, towards that one."""
    handling = [found for found in dossier.proceedings if found.workflow == "handling"]
    readers = handling[0].readers if handling else dossier.readers
    sides = Sides(
        owner=dossier.owner,
        superiors=frozenset(readers) - {dossier.owner} if handling else frozenset(),
        receivers=accepted(dossier),
    )
    return relation(
        actor, sides, addressee=proceeding.addressee if proceeding is not None else None
    )


def hold(
    actor: Actor, dossier: Dossier, act: Permission, proceeding: LockedProceeding | None = None
) -> None:
    """Hold that the actor may do this; NotAllowed with the reason, or NotVisible, otherwise."""
    may(actor, act, towards(actor, dossier, proceeding), phase(dossier))


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
        "authority_valid": not receivers.judged
        or _addressee(proceeding, answers) in receivers.valid,
        "two_persons": proceeding is not None and _other_person(actor, dossier, proceeding),
        "requester": proceeding is not None and proceeding.begun_by == actor.officer,
        "answer_time_over": _answer_time_over(dossier, proceeding),
    }
    return frozenset(code for code, holds in fulfilled.items() if holds)


def _other_person(actor: Actor, dossier: Dossier, proceeding: LockedProceeding) -> bool:
    """Say whether the actor is somebody else than who submitted it and, of a study, drafted it."""
    drafted = proceeding.workflow == "handling" and actor.hands & dossier.drafters
    return proceeding.moved_by not in actor.hands and not drafted


def _answer_time_over(dossier: Dossier, proceeding: LockedProceeding | None) -> bool:
    """Say whether the other party of a release answered its last notice, or the time has passed."""
    if proceeding is None:
        return False
    asked = dossier.told.get((proceeding.id, "notified"))
    answers = [dossier.told.get((proceeding.id, answer)) for answer in _ANSWERS]
    if asked and any(answer and answer.last > asked.last for answer in answers):
        return True
    today = dossier.head.now.astimezone(ZoneInfo(dossier.zone)).date()
    return asked is not None and asked.answer_by is not None and asked.answer_by < today


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

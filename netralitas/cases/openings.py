"""Which proceedings a move opens, or an officer by hand: on whom, to whom, read by whom."""

from collections.abc import Sequence

from netralitas.access.domain import Actor
from netralitas.access.policy import Relation
from netralitas.cases.answers import Answers
from netralitas.cases.dossier import Dossier, LockedProceeding
from netralitas.cases.moving import MoveRequest, Opening, Setting
from netralitas.cases.opening import draw_proceeding
from netralitas.cases.presence import towards
from netralitas.database.connection import Connection
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.workflow.domain import Consequence, Move, RunsOn, Workflow


async def opened_by(
    connection: Connection,
    setting: Setting,
    answers: Answers,
    targets: Sequence[LockedProceeding],
    move: Move,
) -> list[Opening]:
    """Return the proceedings that the move opens, one of each kind on each respondent concerned."""
    openings = []
    for target, respondent in _concerned(setting.dossier, answers, targets):
        readers = _readers(setting.actor, target, answers, move)
        openings += [
            Opening(
                id=await draw_proceeding(connection),
                workflow=opened.workflow,
                move=opened.move,
                readers=readers,
                respondent=respondent,
                addressee=_addressee(opened, answers, target),
            )
            for opened in move.opens
        ]
    return openings


async def opened_by_hand(
    connection: Connection, setting: Setting, request: MoveRequest, declared: Workflow
) -> list[Opening]:
    """Return the proceedings that an officer opens: one on the case, or one on each respondent.

    RuleBroken where a respondent must be chosen, NotVisible for one of another case.
    """
    chosen: tuple[int | None, ...] = request.answers.respondents
    if not {respondent.id for respondent in setting.dossier.respondents}.issuperset(chosen):
        raise NotVisible
    if declared.runs_on is RunsOn.RESPONDENT and not chosen:
        raise RuleBroken("Pilih sekurang-kurangnya satu terlapor.", rule="targets")
    addressee = _answering(setting, declared, request.answers)
    if declared.runs_on is RunsOn.CASE or not chosen:
        chosen = (None,)
    return [
        Opening(
            id=await draw_proceeding(connection),
            workflow=declared.code,
            move=request.move,
            readers=_own_readers(setting),
            respondent=respondent,
            addressee=addressee,
        )
        for respondent in chosen
    ]


def pair_of(
    dossier: Dossier, target: LockedProceeding, brought: Consequence
) -> LockedProceeding | None:
    """Return the other proceeding of the same respondent on which a move is made as well.

    A respondent who was followed up twice has two of each: the first belongs to the first.
    """
    if target.respondent is None:
        return None
    alike = [p for p in dossier.proceedings if p.respondent == target.respondent]
    rank = [p.id for p in alike if p.workflow == target.workflow].index(target.id)
    return next(iter([p for p in alike if p.workflow == brought.workflow][rank:]), None)


def _addressee(opened: Consequence, answers: Answers, target: LockedProceeding) -> int | None:
    if opened.addressed_by is None:
        return target.addressee
    return answers.office(opened.addressed_by) or target.addressee


def _concerned(
    dossier: Dossier, answers: Answers, targets: Sequence[LockedProceeding]
) -> list[tuple[LockedProceeding, int]]:
    """Return each respondent concerned with the proceeding that the new one follows from."""
    known = {respondent.id for respondent in dossier.respondents}
    if answers.respondents:
        return [(targets[0], chosen) for chosen in answers.respondents if chosen in known]
    return [(target, target.respondent) for target in targets if target.respondent is not None]


def _readers(
    actor: Actor, target: LockedProceeding, answers: Answers, move: Move
) -> tuple[int, ...]:
    """Return who reads the new proceeding: who read the old one, and those it is addressed to.

    A successor takes the place of the authority that the old one was addressed to.
    """
    kept = [
        reader
        for reader in target.readers
        if answers.successor is None or reader != target.addressee
    ]
    named = [_addressee(opened, answers, target) for opened in move.opens]
    added = [office for office in (actor.organisation, *named) if office is not None]
    return tuple(dict.fromkeys([*kept, *added]))


def _own_office(setting: Setting, declared: Workflow, answers: Answers) -> int:
    """Return the actor's office, which speaks of those alone whom it followed up itself."""
    office = setting.actor.organisation
    own = {
        found.respondent
        for found in setting.dossier.proceedings
        if found.workflow == declared.addressed_as and found.addressee == office
    }
    if not own.issuperset(answers.respondents):
        raise RuleBroken(
            "Instansi Anda hanya menerbitkan hasil atas terlapor yang ditindaklanjutinya sendiri.",
            rule="release.own_follow_up",
        )
    return office


def _own_readers(setting: Setting) -> tuple[int, ...]:
    """Return who reads what an officer opens: the owner and those above, or the office alone."""
    if towards(setting.actor, setting.dossier, None) is Relation.OWNER:
        return setting.dossier.handling().readers
    return (setting.actor.organisation,)


def _answering(setting: Setting, declared: Workflow, answers: Answers) -> int | None:
    """Return the office that followed up those respondents: the other party of what is opened.

    Where that office opens it itself, it is the addressee of its own; RuleBroken for others'.
    """
    dossier = setting.dossier
    owns = towards(setting.actor, dossier, None) is Relation.OWNER
    if declared.addressed_as is not None and not owns:
        return _own_office(setting, declared, answers)
    offices = [
        proceeding.addressee
        for proceeding in dossier.proceedings
        if proceeding.workflow == declared.addressed_as
        and (not answers.respondents or proceeding.respondent in answers.respondents)
    ]
    return next((office for office in reversed(offices) if office is not None), None)

"""From a locked case and a request to the changes that follow: the pure half of a move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from netralitas.access.domain import Actor
from netralitas.access.policy import hold_stepped_up, posts
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.cases import clocks
from netralitas.cases.answers import NOTHING, Answers
from netralitas.cases.change import Change, ProceedingChange
from netralitas.cases.dossier import Dossier, LockedProceeding
from netralitas.cases.presence import Receivers, present, towards
from netralitas.cases.weighing import Weighed, kept
from netralitas.law.book import RuleBook
from netralitas.law.words import day
from netralitas.refusals import NotAllowed, RuleBroken
from netralitas.workflow.decision import Decision
from netralitas.workflow.domain import (
    ClockDeclaration,
    FactDeclaration,
    Intent,
    Move,
    Standing,
    Workflow,
)
from netralitas.workflow.engine import basis_in, decide, follow, not_yours, refuse_set
from netralitas.workflow.words import done_with
from netralitas.workflows import current, workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A proceeding, and the version of it that the form showed."""

    id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRequest:
    """A move as a person asked for it: on which proceedings, when it happened, the answers."""

    case: int
    targets: tuple[Target, ...]
    move: str
    happened: Moment
    note: str | None = None
    answers: Answers = NOTHING
    overrides: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a decision is made in: who acts, on which case, under which rules and receivers."""

    actor: Actor
    dossier: Dossier
    book: RuleBook
    receivers: Receivers
    details: Mapping[str, object] = field(default_factory=dict)


def standing(
    setting: Setting,
    proceeding: LockedProceeding | None,
    answers: Answers,
    happened: Moment | None = None,
) -> Standing:
    """Return where the proceeding stands for the actor, as the engine needs it.

    `happened` is the moment of the act, None before it is told.
    """
    side = towards(setting.actor, setting.dossier, proceeding)
    act = Weighed(proceeding=proceeding, answers=answers, happened=happened)
    found = present(setting.actor, setting.dossier, proceeding, answers, setting.receivers)
    return Standing(
        state=None if proceeding is None else proceeding.state,
        regime=setting.dossier.regime,
        posts=posts(setting.actor, side),
        present=found | kept(setting.dossier, act, setting.book),
        addressee=None if proceeding is None else proceeding.addressee_kind,
    )


def hold_yours(where: Standing, act: Move | FactDeclaration) -> None:
    """Hold that the move or fact is for who stands there; NotAllowed says for whom it is."""
    for obstacle in not_yours(where, act):
        raise NotAllowed(obstacle.sentence)


def move_change(setting: Setting, request: MoveRequest, proceeding: LockedProceeding) -> Change:
    """Return the change that the move makes on one proceeding.

    MoveRefused names the rules against it, NotAllowed says that it is for others, StepUpNeeded that
    it takes a second factor.
    """
    declared = workflow(proceeding.workflow, proceeding.workflow_version)
    where = standing(setting, proceeding, request.answers, request.happened)
    decision = _decide(declared, where, _intent(request))
    _hold_order(setting, request, declared, decision.move, proceeding)
    return _moved(setting, request, declared, decision, proceeding)


def brought_change(
    setting: Setting, request: MoveRequest, proceeding: LockedProceeding, code: str
) -> Change:
    """Return the change of a move that another one brings: nothing is asked and nobody is."""
    declared = workflow(proceeding.workflow, proceeding.workflow_version)
    plain = replace(request, move=code, note=None, answers=NOTHING)
    where = standing(setting, proceeding, NOTHING)
    decision = follow(declared, where, declared.move(code), _intent(plain))
    return _moved(setting, plain, declared, decision, proceeding)


def _moved(
    setting: Setting,
    request: MoveRequest,
    declared: Workflow,
    decision: Decision,
    proceeding: LockedProceeding,
) -> Change:
    readers = proceeding.readers
    if decision.move.tells:
        readers = tuple(dict.fromkeys((*readers, *_others(setting, proceeding))))
    event = replace(
        _event(setting, request, declared, decision), proceeding=proceeding.id, readers=readers
    )
    if decision.move.internal:
        event = replace(event, note_readers=(setting.actor.organisation,))
    return Change(
        event=event,
        proceeding=ProceedingChange(
            id=proceeding.id,
            case_file=setting.dossier.id,
            workflow=declared.code,
            workflow_version=declared.version,
            state=decision.to_state,
            holder=declared.state(decision.to_state).holder,
            readers=readers,
            respondent=proceeding.respondent,
        ),
        starts=started(setting, decision.starts, request.happened, request.answers.fixed),
        ends=ended(setting, decision.ends),
    )


def _others(setting: Setting, proceeding: LockedProceeding) -> tuple[int, ...]:
    """Return the office that is told: the addressee, or by the addressee the owner of the case."""
    if proceeding.addressee == setting.actor.organisation:
        return (setting.dossier.owner,)
    return () if proceeding.addressee is None else (proceeding.addressee,)


def _hold_order(
    setting: Setting,
    request: MoveRequest,
    declared: Workflow,
    move: Move,
    proceeding: LockedProceeding,
) -> None:
    """Hold that the move is not dated before what it follows; RuleBroken names both days."""
    happened = request.happened
    if not happened.starts_clocks or happened.on is None:
        return
    for fact in sorted(move.not_before):
        told = setting.dossier.told.get((proceeding.id, fact))
        if told is not None and told.on is not None and happened.on < told.on:
            raise RuleBroken(
                f"Langkah “{move.label}” ({day(happened.on)}) tidak boleh bertanggal sebelum"
                f" “{done_with(declared, fact)}” ({day(told.on)}).",
                rule=move.basis[0].code,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A proceeding about to begin: its id is drawn already, its readers are known."""

    id: int
    workflow: str
    move: str
    readers: tuple[int, ...]
    respondent: int | None = None
    addressee: int | None = None


def opening_change(setting: Setting, request: MoveRequest, opening: Opening) -> Change:
    """Return the change that opens a proceeding; raises what `move_change` raises."""
    declared = current(opening.workflow)
    intent = replace(_intent(request), move=opening.move)
    answers = request.answers
    if opening.respondent is not None:
        answers = replace(answers, respondents=(opening.respondent,))
    where = standing(setting, None, answers)
    kind = setting.receivers.valid.get(opening.addressee or 0)
    decision = _decide(declared, replace(where, addressee=kind), intent)
    event = replace(
        _event(setting, request, declared, decision),
        proceeding=opening.id,
        readers=opening.readers,
        note=None if opening.respondent is not None else request.note,
    )
    return Change(
        event=event,
        proceeding=ProceedingChange(
            id=opening.id,
            case_file=setting.dossier.id,
            workflow=declared.code,
            workflow_version=declared.version,
            state=decision.to_state,
            holder=declared.state(decision.to_state).holder,
            readers=opening.readers,
            opens=True,
            respondent=opening.respondent,
            addressee=opening.addressee,
        ),
        starts=started(setting, decision.starts, request.happened, request.answers.fixed),
    )


def refuse_unfit(request: MoveRequest, targets: Sequence[LockedProceeding]) -> Move:
    """Return the declared move; refuse none at all, mixed workflows, and sets it is not made for.

    Raises RuleBroken or MoveRefused, naming the rule.
    """
    if not targets:
        raise RuleBroken("Pilih sekurang-kurangnya satu terlapor.", rule="targets")
    first = targets[0]
    if any(target.workflow != first.workflow for target in targets):
        raise RuleBroken("Proses yang dipilih tidak sejenis.", rule="targets")
    return refuse_set(workflow(first.workflow, first.workflow_version), request.move, len(targets))


def started(
    setting: Setting,
    declarations: tuple[ClockDeclaration, ...],
    happened: Moment,
    fixed: date | None = None,
) -> tuple[clocks.NewClock, ...]:
    """Return the clocks that begin with a fact that happened then; `fixed` is named by a letter."""
    found = (
        clocks.start(declaration, setting.dossier.regime, happened, setting.book, fixed=fixed)
        for declaration in declarations
    )
    return tuple(clock for clock in found if clock is not None)


def ended(setting: Setting, declarations: tuple[ClockDeclaration, ...]) -> tuple[str, ...]:
    """Return the full rule codes of the clocks that end."""
    regime = setting.dossier.regime
    return tuple(clocks.rule_code(declaration.rule, regime) for declaration in declarations)


def _decide(declared: Workflow, where: Standing, intent: Intent) -> Decision:
    """Return the decision; a move that is for others is not allowed rather than wrong."""
    hold_yours(where, declared.move(intent.move))
    return decide(declared, where, intent)


def _intent(request: MoveRequest) -> Intent:
    return Intent(
        move=request.move,
        given=request.answers.given,
        states=request.answers.states,
        overrides=request.overrides,
        reason=request.note,
    )


def _event(setting: Setting, request: MoveRequest, declared: Workflow, decision: Decision) -> Event:
    """Return the event of a decided move: no move enters the record on another way than by here."""
    move = decision.move
    if move.second_factor:
        hold_stepped_up(setting.actor, setting.dossier.head.now)
    details = dict(setting.details)
    if move.exceptional:
        details["exceptional"] = True
    if decision.overrides:
        details["overrides"] = sorted(decision.overrides)
    return Event(
        stream=setting.dossier.id,
        kind=EventKind.MOVE,
        name=f"{declared.code}.{move.code}",
        actor=setting.actor.officer,
        organisation=setting.actor.organisation,
        readers=(),
        happened=request.happened,
        workflow=declared.code,
        workflow_version=declared.version,
        from_state=decision.from_state,
        to_state=decision.to_state,
        facts=decision.facts,
        basis=tuple(basis.code for basis in basis_in(move.basis, setting.dossier.regime)),
        details=details,
        note=request.note,
    )

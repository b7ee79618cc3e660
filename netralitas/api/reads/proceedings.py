"""Proceedings with their steps, from the declarations: what pages make buttons of."""

from netralitas.access.policy import Permission, part_of
from netralitas.api.shapes import cases as shapes
from netralitas.cases.answers import NOTHING
from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.moving import standing
from netralitas.cases.queries import CaseView
from netralitas.workflow.decision import Option
from netralitas.workflow.domain import Basis, FactDeclaration
from netralitas.workflow.engine import basis_in, facts_for, options
from netralitas.workflow.words import who
from netralitas.workflows import workflow


def proceedings_of(view: CaseView) -> tuple[shapes.Proceeding, ...]:
    """Return the proceedings of the case that the actor follows."""
    return tuple(
        one_of(view, found)
        for found in view.dossier.proceedings
        if part_of(found.workflow) in view.seen
    )


def one_of(view: CaseView, found: LockedProceeding) -> shapes.Proceeding:
    """Return one proceeding as it stands, with its steps for those who may make any."""
    declared = workflow(found.workflow, found.workflow_version)
    state = declared.state(found.state)
    where = standing(view.setting(), found, NOTHING)
    moves = options(declared, where) if view.may(Permission.MAKE_MOVE) else ()
    facts = facts_for(declared, where) if view.may(Permission.RECORD_FACT) else ()
    addressed = found.addressee is not None
    return shapes.Proceeding(
        id=found.id,
        version=found.version,
        workflow=found.workflow,
        workflow_version=found.workflow_version,
        label=declared.label,
        state=state.code,
        state_label=state.label,
        phase=state.phase,
        final=state.final,
        holder=state.holder.value,
        respondent=found.respondent,
        addressee=view.file.organisation(found.addressee) if addressed else None,
        steps=tuple(_step(view, option) for option in moves),
        facts=tuple(_fact(view, fact) for fact in facts),
    )


def _step(view: CaseView, option: Option) -> shapes.Step:
    move = option.move
    return shapes.Step(
        code=move.code,
        label=move.label,
        possible=option.possible,
        obstacles=tuple(
            shapes.Obstacle(
                rule=one.rule, sentence=one.sentence, basis=one.basis.code if one.basis else None
            )
            for one in option.obstacles
        ),
        by=who(move.by),
        asks=tuple(ask.value for ask in move.asks),
        may_ask=tuple(ask.value for ask in move.may_ask),
        basis=_basis(view, move.basis),
        exceptional=move.exceptional,
        batch=move.batch,
        second_factor=move.second_factor,
    )


def _fact(view: CaseView, fact: FactDeclaration) -> shapes.FactStep:
    return shapes.FactStep(
        code=fact.code,
        label=fact.label,
        asks=tuple(ask.value for ask in fact.asks),
        basis=_basis(view, fact.basis),
    )


def _basis(view: CaseView, basis: tuple[Basis, ...]) -> tuple[str, ...]:
    return tuple(one.code for one in basis_in(basis, view.dossier.regime))

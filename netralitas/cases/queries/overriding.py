"""Which requirements the form of a move or fact lets a person pass over, with a reason. Pure."""

from collections.abc import Collection

from netralitas.workflow.domain import FactDeclaration, Move, Requirement, Workflow


def overridable(
    workflow: Workflow, act: Move | FactDeclaration, present: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """Return code and sentence of each requirement that may be passed and is not fulfilled.

    One that is judged by the answers, or by the day that they tell, may still turn out lacking.
    """
    return tuple(
        (requirement.code, requirement.missing)
        for requirement in map(workflow.requirement, act.requires)
        if requirement.overridable and _open(requirement, present)
    )


def _open(requirement: Requirement, present: Collection[str]) -> bool:
    judged = requirement.judged_with is not None or requirement.dated
    return judged or requirement.code not in present

"""Every workflow of the product in one registry, and the command that redraws docs/domain.md."""

import sys
from pathlib import Path
from typing import Final

from netralitas.discipline.workflow import DISCIPLINE_V1, DISCIPLINE_V2
from netralitas.investigation.workflow import HANDLING_V1, HANDLING_V2, HANDLING_V3
from netralitas.investigation.workflow.threads import (
    CRIMINAL_V1,
    LITIGATION_V1,
    ORGANISER_ETHICS_V1,
)
from netralitas.publication.workflow import (
    OFFICE_PUBLICATION_V1,
    PUBLICATION_V1,
    PUBLICATION_V2,
)
from netralitas.referral.workflow import REFERRAL_V1, REFERRAL_V2, REFERRAL_V3
from netralitas.referral.workflow.compliance import COMPLIANCE_V1
from netralitas.referral.workflow.escalation import COMPLIANCE_V2
from netralitas.refusals import NotVisible
from netralitas.vault.workflow import IDENTITY_ACCESS_V1
from netralitas.workflow.diagram import render
from netralitas.workflow.domain import Move, Workflow
from netralitas.workflow.registry import Registry

WORKFLOWS: Final = Registry(
    (
        *(
            HANDLING_V1,
            HANDLING_V2,
            HANDLING_V3,
            REFERRAL_V1,
            REFERRAL_V2,
            REFERRAL_V3,
            DISCIPLINE_V1,
            DISCIPLINE_V2,
            COMPLIANCE_V1,
            COMPLIANCE_V2,
        ),
        *(PUBLICATION_V1, PUBLICATION_V2, OFFICE_PUBLICATION_V1, IDENTITY_ACCESS_V1),
        *(CRIMINAL_V1, ORGANISER_ETHICS_V1, LITIGATION_V1),
    )
)


def workflow(code: str, version: int) -> Workflow:
    """Return the declaration a proceeding runs on; KeyError when there is none."""
    return WORKFLOWS.workflow(code, version)


def current(code: str) -> Workflow:
    """Return the version on which new proceedings open; KeyError when there is none."""
    return WORKFLOWS.current(code)


def opening_move(code: str, move: str) -> tuple[Workflow, Move]:
    """Return the workflow and the move by which somebody opens it; NotVisible: there is none."""
    try:
        declared = current(code)
        found = declared.move(move)
    except KeyError:
        raise NotVisible from None
    if move not in declared.by_hand:
        raise NotVisible
    return declared, found


def declared_states() -> list[tuple[str, int, str, bool]]:
    """Return every state of every version: workflow, version, state, and whether it is final."""
    return [
        (declared.code, declared.version, state.code, state.final)
        for declared in WORKFLOWS
        for state in declared.states
    ]


def main(paths: list[str]) -> None:
    """Redraw the workflows in the files at `paths`: `python -m netralitas.workflows FILE`."""
    if not paths:
        raise SystemExit("usage: python -m netralitas.workflows FILE …")
    for path in map(Path, paths):
        path.write_text(render(path.read_text("utf-8"), WORKFLOWS), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

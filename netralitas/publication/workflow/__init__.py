"""The declaration of `publication`: one release of a case, from its draft to what becomes of it."""

from dataclasses import replace
from typing import Final

from netralitas.publication.workflow import bases
from netralitas.publication.workflow.moves import MOVES, MOVES_V2
from netralitas.publication.workflow.office import office_publication
from netralitas.workflow.domain import (
    Ask,
    FactDeclaration,
    Holder,
    Requirement,
    RunsOn,
    State,
    Workflow,
)
from netralitas.workflow.posts import INVESTIGATOR, PUBLISHER

_REQUIREMENTS: Final = (
    Requirement(
        code="two_persons",
        missing="Langkah ini dilakukan oleh orang lain daripada yang membuat langkah sebelumnya.",
        basis=bases.DUTY,
    ),
    Requirement(
        code="answer_time_over",
        missing="Pihak lain belum menanggapi dan batas waktunya belum lewat.",
        basis=bases.DUTY,
    ),
)

_FACTS: Final = (
    FactDeclaration(
        code="letter_received",
        label="Surat diterima",
        done="Surat diterima.",
        by=(PUBLISHER, INVESTIGATOR),
        basis=bases.PRACTICE,
        asks=(Ask.LETTER_IN,),
    ),
)


def _state(code: str, label: str, phase: str, holder: Holder) -> State:
    return State(code=code, label=label, phase=phase, holder=holder)


def _end(code: str, label: str) -> State:
    return State(code=code, label=label, phase="ended", holder=Holder.NOBODY, final=True)


PUBLICATION_V1: Final = Workflow(
    code="publication",
    version=1,
    label="Publikasi",
    runs_on=RunsOn.CASE,
    by_hand=("draft",),
    addressed_as="discipline",
    states=(
        _state("drafted", "Rilis disusun", "drafting", Holder.PUBLISHER),
        _state("checked", "Rilis diperiksa", "approval", Holder.COMMISSIONER),
        _state("approved_once", "Rilis disetujui satu orang", "approval", Holder.COMMISSIONER),
        _state("approved", "Rilis disetujui dua orang", "notice", Holder.PUBLISHER),
        _state("notified", "Pihak lain diberi tahu", "notice", Holder.OTHER),
        _end("published", "Rilis terbit"),
        _end("corrected", "Rilis dikoreksi"),
        _end("withdrawn", "Rilis ditarik"),
        _end("abandoned", "Rilis dibatalkan"),
    ),
    moves=MOVES,
    requirements=_REQUIREMENTS,
    facts=_FACTS,
)

# Version 2: a release may be under an embargo, and ends with a reason for everybody.
PUBLICATION_V2: Final = replace(PUBLICATION_V1, version=2, moves=MOVES_V2)

OFFICE_PUBLICATION_V1: Final = office_publication(PUBLICATION_V2)

PUBLICATIONS: Final = frozenset({PUBLICATION_V2.code, OFFICE_PUBLICATION_V1.code})
"""By which workflows releases come about: of Bawaslu, and of the office that followed up."""

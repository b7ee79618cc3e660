"""Moves of `discipline` into the common ends, and out of an end again."""

from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.discipline.workflow.states import OPEN
from netralitas.workflow.domain import Ask, Consequence, Move
from netralitas.workflow.posts import COMMISSIONER, FOLLOW_UP, INVESTIGATOR


def _ending(code: str, label: str, done: str, target: str) -> Move:
    """Return a move into a common end; its fact bears its name."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=OPEN,
        target=target,
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=bases.PRACTICE,
        may_ask=(Ask.LETTER_OUT,),
        on_behalf=(Ask.LETTER_IN,),
        facts=(code,),
        brings=(Consequence(workflow="compliance", move="end"),),
        exceptional=True,
    )


MOVES: Final = (
    Move(
        code="hand_on",
        label="Alihkan tindak lanjut ke instansi lain",
        done="Tindak lanjut dialihkan ke instansi lain.",
        sources=OPEN | {"respondent_moved", "passed_on"},
        target="passed_on",
        by=(INVESTIGATOR, COMMISSIONER),
        basis=bases.PRACTICE,
        asks=(Ask.FOLLOW_UP_OFFICE, Ask.LETTER_OUT),
        facts=("passed_on",),
        opens=(
            Consequence(workflow="discipline", move="arrive", addressed_by=Ask.FOLLOW_UP_OFFICE),
            Consequence(workflow="compliance", move="watch", addressed_by=Ask.FOLLOW_UP_OFFICE),
        ),
        brings=(Consequence(workflow="compliance", move="end"),),
        exceptional=True,
    ),
    Move(
        code="reopen",
        label="Buka kembali tindak lanjut",
        done="Tindak lanjut dibuka kembali.",
        sources=frozenset(
            {
                "not_proven",
                "annulled",
                "moral_stated",
                "in_force",
                "reported",
                "respondent_gone",
                "respondent_moved",
                "passed_on",
            }
        ),
        target="received",
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=bases.PRACTICE,
        may_ask=(Ask.LETTER_OUT,),
        on_behalf=(Ask.LETTER_IN,),
        facts=("reopened",),
        brings=(Consequence(workflow="compliance", move="resume"),),
        exceptional=True,
    ),
    _ending(
        "respondent_retired",
        "Catat terlapor pensiun",
        "Tindak lanjut berakhir karena terlapor sudah pensiun.",
        "respondent_gone",
    ),
    _ending(
        "respondent_left_service",
        "Catat terlapor berhenti",
        "Tindak lanjut berakhir karena terlapor sudah berhenti.",
        "respondent_gone",
    ),
    _ending(
        "respondent_died",
        "Catat terlapor meninggal",
        "Tindak lanjut berakhir karena terlapor meninggal.",
        "respondent_gone",
    ),
    _ending(
        "respondent_moved",
        "Catat terlapor pindah instansi",
        "Tindak lanjut berakhir karena terlapor pindah instansi.",
        "respondent_moved",
    ),
)

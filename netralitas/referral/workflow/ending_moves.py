"""Moves of `referral` into the common ends: what happened to the respondent meanwhile."""

from typing import Final

from netralitas.referral.workflow import bases
from netralitas.referral.workflow.states import OPEN
from netralitas.workflow.domain import Ask, Move
from netralitas.workflow.posts import INVESTIGATOR, LIAISON


def _ending(code: str, label: str, done: str, target: str) -> Move:
    """Return a move into a common end; its fact bears its name."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=OPEN,
        target=target,
        by=(INVESTIGATOR, LIAISON),
        basis=bases.PRACTICE,
        may_ask=(Ask.LETTER_IN,),
        facts=(code,),
        exceptional=True,
    )


MOVES: Final = (
    _ending(
        "respondent_retired",
        "Catat terlapor pensiun",
        "Proses berakhir karena terlapor sudah pensiun.",
        "respondent_gone",
    ),
    _ending(
        "respondent_left_service",
        "Catat terlapor berhenti",
        "Proses berakhir karena terlapor sudah berhenti.",
        "respondent_gone",
    ),
    _ending(
        "respondent_died",
        "Catat terlapor meninggal",
        "Proses berakhir karena terlapor meninggal.",
        "respondent_gone",
    ),
    _ending(
        "respondent_moved",
        "Catat terlapor pindah instansi",
        "Proses berakhir karena terlapor pindah instansi.",
        "respondent_moved",
    ),
)

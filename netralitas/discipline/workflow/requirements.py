"""What version 2 of `discipline` asks about: probably wrong, possible with a reason."""

from dataclasses import replace
from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.workflow.domain import Ask, Move, Requirement

REQUIREMENTS: Final = (
    Requirement(
        code="exam_gap_kept",
        missing="Hari pemeriksaan lebih dari 7 hari kerja setelah tanggal surat panggilan.",
        basis=bases.SUMMONS,
        overridable=True,
        judged_with=Ask.EXAM_ON,
    ),
    Requirement(
        code="ethics_notice_kept",
        missing="Surat panggilan bertanggal kurang dari 5 hari kerja sebelum hari sidang.",
        # What is read by analogy stands first: it alone has the number of days.
        basis=tuple(reversed(bases.ETHICS_SUMMONS)),
        overridable=True,
        judged_with=Ask.EXAM_ON,
    ),
    Requirement(
        code="sanction_in_force",
        missing="Jenis hukuman ini belum berlaku; sampai berlaku, dipakai hukuman penggantinya.",
        basis=bases.SUBSTITUTES,
        overridable=True,
        judged_with=Ask.IMPOSED,
    ),
    Requirement(
        code="person_in_service",
        missing="Menurut pemeriksaan status, terlapor sudah pensiun, berhenti, atau meninggal"
        " sebelum tanggal ini.",
        basis=bases.PRACTICE,
        overridable=True,
        judged_with=Ask.IMPOSED,
    ),
    Requirement(
        code="term_over",
        missing="Masa hukuman menurut jenis hukumannya belum berakhir pada tanggal ini.",
        basis=bases.PUNISHMENT,
        overridable=True,
        dated=True,
    ),
)

_OF_A_SANCTION: Final = ("sanction_in_force", "person_in_service")
_REQUIRED: Final = {
    "summon": ("exam_gap_kept",),
    "summon_again": ("exam_gap_kept",),
    "summon_ethics": ("ethics_notice_kept",),
    "summon_ethics_again": ("ethics_notice_kept",),
}


def asking(move: Move) -> Move:
    """Return a move of version 1 with what version 2 asks about; most stay what they are.

    A decree also says who signed it; a moral sanction is the official's own to state.
    """
    if Ask.IMPOSED not in move.asks:
        requires = _REQUIRED.get(move.code, ())
        return replace(move, requires=requires) if requires else move
    signed = () if move.code in {"state_moral", "settle_in_unit"} else (Ask.SIGNED_BY,)
    return replace(move, requires=_OF_A_SANCTION, may_ask=(*move.may_ask, *signed))

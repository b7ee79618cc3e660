"""Moves of `handling` from registration through clarification and study to the plenary."""

from typing import Final

from netralitas.investigation.workflow import bases
from netralitas.workflow.domain import Ask, Move
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR


def _decision(code: str, target: str, label: str, done: str) -> Move:
    """Return a decision of the plenary on the study."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset({"plenary"}),
        target=target,
        by=(COMMISSIONER,),
        basis=bases.OUTCOME,
        requires=("study", "two_persons"),
        asks=(Ask.MINUTES,),
        facts=("plenary_decided",),
    )


MOVES: Final = (
    Move(
        code="start_clarification",
        label="Undang klarifikasi",
        done="Undangan klarifikasi disampaikan.",
        sources=frozenset({"registered"}),
        target="clarification",
        by=(INVESTIGATOR,),
        basis=bases.INVITATION,
        may_ask=(Ask.LETTER_OUT,),
        facts=("invited",),
    ),
    Move(
        code="finish_clarification",
        label="Selesaikan klarifikasi",
        done="Klarifikasi selesai; kajian disusun.",
        sources=frozenset({"clarification"}),
        target="study",
        by=(INVESTIGATOR,),
        basis=bases.CLARIFICATION,
        may_ask=(Ask.MINUTES,),
        facts=("clarified",),
    ),
    Move(
        code="skip_clarification",
        label="Susun kajian tanpa klarifikasi",
        done="Kajian disusun tanpa klarifikasi.",
        sources=frozenset({"registered"}),
        target="study",
        by=(INVESTIGATOR,),
        basis=bases.PRACTICE,
        exceptional=True,
    ),
    Move(
        code="submit_to_plenary",
        label="Ajukan kajian ke rapat pleno",
        done="Kajian selesai dan diajukan ke rapat pleno.",
        sources=frozenset({"study"}),
        target="plenary",
        by=(INVESTIGATOR,),
        basis=bases.HANDLING,
        asks=(Ask.STUDY,),
        facts=("study_finished",),
    ),
    Move(
        code="clarify_further",
        label="Lakukan klarifikasi tambahan",
        done="Klarifikasi tambahan dilakukan; penanganan diperpanjang.",
        sources=frozenset({"study"}),
        target="clarification",
        by=(INVESTIGATOR,),
        basis=bases.EXTENSION,
        asks=(Ask.REASON,),
        facts=("handling_extended",),
    ),
    _decision(
        "decide_other_law",
        "other_law_violation",
        "Putuskan pelanggaran hukum lain (netralitas ASN)",
        "Rapat pleno memutuskan pelanggaran hukum lain (netralitas ASN).",
    ),
    _decision(
        "decide_not_violation",
        "not_violation",
        "Putuskan bukan pelanggaran",
        "Rapat pleno memutuskan bukan pelanggaran.",
    ),
    _decision(
        "decide_administrative",
        "administrative_violation",
        "Putuskan pelanggaran administrasi",
        "Rapat pleno memutuskan pelanggaran administrasi.",
    ),
    _decision(
        "decide_organiser_ethics",
        "organiser_ethics_violation",
        "Putuskan pelanggaran kode etik penyelenggara",
        "Rapat pleno memutuskan pelanggaran kode etik penyelenggara.",
    ),
    _decision(
        "decide_criminal",
        "criminal_violation",
        "Putuskan dugaan tindak pidana",
        "Rapat pleno memutuskan dugaan tindak pidana.",
    ),
    Move(
        code="return_to_study",
        label="Kembalikan kajian untuk diperbaiki",
        done="Rapat pleno mengembalikan kajian untuk diperbaiki.",
        sources=frozenset({"plenary"}),
        target="study",
        by=(COMMISSIONER,),
        basis=bases.PLENARY,
        asks=(Ask.REASON,),
    ),
)

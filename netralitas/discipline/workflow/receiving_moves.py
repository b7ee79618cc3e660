"""Moves of `discipline` from the hand-over to the choice of a route, and to another one."""

from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.discipline.workflow.states import ON_A_ROUTE
from netralitas.workflow.domain import Ask, Basis, Consequence, Move
from netralitas.workflow.posts import COMMISSIONER, FOLLOW_UP, INVESTIGATOR, LIAISON


def _route(
    code: str, label: str, done: str, target: str, basis: tuple[Basis, ...], *offered: Ask
) -> Move:
    """Return the choice of a route, for as many respondents as it fits.

    It is the office's own: Bawaslu may learn of it by letter, as of the outcome.
    """
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset({"received"}),
        target=target,
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=basis,
        may_ask=offered,
        on_behalf=(Ask.LETTER_IN,),
        facts=("route_chosen",),
        internal=True,
        batch=True,
    )


MOVES: Final = (
    Move(
        code="arrive",
        label="Sampaikan kepada instansi yang menindaklanjuti",
        done="Rekomendasi disampaikan kepada instansi yang menindaklanjuti.",
        sources=frozenset(),
        target="arrived",
        by=(INVESTIGATOR, COMMISSIONER, LIAISON, FOLLOW_UP),
        basis=bases.HANDING_ON,
        facts=("handed_on",),
    ),
    Move(
        code="receive",
        label="Catat penerimaan rekomendasi",
        done="Rekomendasi diterima instansi yang menindaklanjuti.",
        sources=frozenset({"arrived"}),
        target="received",
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=bases.LETTER,
        asks=(Ask.LETTER_DEADLINE,),
        on_behalf=(Ask.LETTER_IN,),
        facts=("recommendation_received",),
        may_state=("deadline_default", "deadline_exam_final", "deadline_fixed"),
        batch=True,
    ),
    _route(
        "choose_discipline",
        "Pilih jalur disiplin",
        "Dugaan pelanggaran diperiksa menurut aturan disiplin PNS.",
        "examination_team",
        bases.DISCIPLINE,
        Ask.TEAM_DECREE,
    ),
    _route(
        "choose_ethics",
        "Pilih jalur kode etik",
        "Dugaan pelanggaran diperiksa melalui majelis kode etik.",
        "ethics_council",
        bases.ETHICS,
        Ask.TEAM_DECREE,
    ),
    _route(
        "choose_dismissal",
        "Pilih jalur pemberhentian anggota partai politik",
        "Pemberhentian diusulkan karena terlapor anggota atau pengurus partai politik.",
        "dismissal_proposed",
        bases.PARTY_MEMBER,
    ),
    _route(
        "choose_pppk",
        "Pilih jalur PPPK",
        "Dugaan pelanggaran ditelaah menurut aturan disiplin PPPK dan perjanjian kerja.",
        "pppk_review",
        bases.CONTRACT,
    ),
    _route(
        "choose_non_asn",
        "Pilih jalur pegawai bukan ASN",
        "Dugaan pelanggaran ditelaah unit kerja atau bupati.",
        "unit_review",
        bases.UNIT,
    ),
    Move(
        code="pass_on",
        label="Teruskan ke Pejabat Pembina Kepegawaian lain",
        done="Rekomendasi diteruskan ke Pejabat Pembina Kepegawaian yang membawahi terlapor.",
        sources=frozenset({"arrived", "received"}),
        target="passed_on",
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=bases.PRACTICE,
        asks=(Ask.LETTER_OUT,),
        on_behalf=(Ask.LETTER_IN,),
        facts=("passed_on",),
        brings=(Consequence(workflow="compliance", move="end"),),
        batch=True,
    ),
    Move(
        code="change_route",
        label="Ubah jalur tindak lanjut",
        done="Jalur tindak lanjut diubah.",
        sources=ON_A_ROUTE,
        target="received",
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=bases.PRACTICE,
        on_behalf=(Ask.LETTER_IN,),
        facts=("route_changed",),
        exceptional=True,
    ),
)

"""Moves of `discipline` from the decree to the report of what came of it."""

from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.discipline.workflow.states import (
    AFTER_DECREE,
    HEARD_IN_ETHICS,
    OUTCOMES,
    READY_FOR_DECREE,
)
from netralitas.workflow.domain import Ask, Consequence, Move
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, INVESTIGATOR

_DECIDES: Final = (FOLLOW_UP, APPOINTING, INVESTIGATOR)
_ON_BEHALF: Final = (Ask.LETTER_IN,)

MOVES: Final = (
    # Delivery within days, and effect on the 15th of them, are rules for civil servants.
    Move(
        code="settle_in_unit",
        label="Catat hasil telaah unit kerja",
        done="Hasil telaah diputus unit kerja atau bupati.",
        sources=frozenset({"unit_review"}),
        target="in_force",
        by=_DECIDES,
        basis=bases.UNIT,
        asks=(Ask.IMPOSED,),
        may_ask=(Ask.DECREE_NUMBER,),
        on_behalf=_ON_BEHALF,
        facts=("unit_decided", "in_force"),
        not_before=frozenset({"recommendation_received"}),
        batch=True,
    ),
    Move(
        code="fix_decree",
        label="Tetapkan surat keputusan",
        done="Surat keputusan ditetapkan.",
        sources=READY_FOR_DECREE,
        target="decree_fixed",
        by=_DECIDES,
        basis=(*bases.PUNISHMENT, *bases.OFFICIALS),
        asks=(Ask.IMPOSED,),
        may_ask=(Ask.DECREE_NUMBER,),
        on_behalf=_ON_BEHALF,
        facts=("decree_fixed",),
        not_before=frozenset(
            {"recommendation_received", "examined", "missed_exam", "exam_reported"}
        ),
    ),
    Move(
        code="deliver",
        label="Catat penyampaian surat keputusan",
        done="Surat keputusan diterima terlapor.",
        sources=frozenset({"decree_fixed"}),
        target="delivered",
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=bases.DELIVERY,
        may_ask=(Ask.DELIVERY_RECEIPT,),
        on_behalf=_ON_BEHALF,
        facts=("sk_received",),
        not_before=frozenset({"decree_fixed"}),
        batch=True,
    ),
    Move(
        code="enter_into_force",
        label="Catat keputusan berlaku",
        done="Keputusan berlaku.",
        sources=frozenset({"delivered"}),
        target="in_force",
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=bases.IN_FORCE,
        on_behalf=_ON_BEHALF,
        facts=("in_force",),
        not_before=frozenset({"sk_received", "objection_decided", "appeal_decided"}),
        batch=True,
    ),
    Move(
        code="report_back",
        label="Laporkan hasil tindak lanjut",
        done="Hasil tindak lanjut dilaporkan kepada instansi pengawas ASN dan Bawaslu.",
        sources=OUTCOMES,
        target="reported",
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=(*bases.LETTER, *bases.FOLLOW_UP),
        may_ask=(Ask.LETTER_OUT,),
        on_behalf=_ON_BEHALF,
        facts=("outcome_reported",),
        not_before=frozenset({"in_force", "moral_stated", "not_proven", "annulled"}),
        brings=(Consequence(workflow="compliance", move="end"),),
        batch=True,
    ),
    Move(
        code="find_not_proven",
        label="Nyatakan tidak terbukti",
        done="Pelanggaran dinyatakan tidak terbukti.",
        sources=READY_FOR_DECREE | HEARD_IN_ETHICS,
        target="not_proven",
        by=_DECIDES,
        basis=bases.PRACTICE,
        on_behalf=_ON_BEHALF,
        facts=("not_proven",),
        not_before=frozenset({"examined", "missed_exam", "ethics_heard", "ethics_missed"}),
        batch=True,
    ),
)

STAYING: Final = (
    Move(
        code="keep_decree",
        label="Simpan salinan surat keputusan",
        done="Salinan surat keputusan disimpan di instansi yang menindaklanjuti.",
        sources=AFTER_DECREE | {"moral_stated"},
        target=None,
        by=(FOLLOW_UP,),
        basis=bases.PRACTICE,
        asks=(Ask.DECREE,),
        facts=("decree_kept",),
        internal=True,
    ),
)

"""Moves of `handling` after the decision: forwarding, status, end, and opening again."""

from typing import Final

from netralitas.investigation.workflow import bases
from netralitas.investigation.workflow.preliminary_moves import TELLING
from netralitas.workflow.domain import Ask, Consequence, Move
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR

_PACKAGE: Final = (Ask.LETTER_OUT, Ask.RESPONDENTS, Ask.ADDRESSEE)
_GATE: Final = ("respondent_identified", "evidence_list", "receiver_valid")

ASKING_FOR_AN_ANSWER: Final = ("forward", "forward_straight", "forward_more")
"""Moves that since version 2 may ask the receiver for an answer by a day."""

MOVES: Final = (
    Move(
        code="forward",
        label="Teruskan ke instansi berwenang",
        done="Hasil kajian diteruskan ke instansi berwenang.",
        sources=frozenset({"other_law_violation"}),
        target="forwarded",
        by=(INVESTIGATOR, COMMISSIONER),
        basis=bases.FORWARDING,
        requires=("study", *_GATE),
        asks=_PACKAGE,
        may_ask=(Ask.EVIDENCE_LIST,),
        facts=("forwarded",),
        opens=(Consequence(workflow="referral", move="send", addressed_by=Ask.ADDRESSEE),),
    ),
    Move(
        code="forward_straight",
        label="Teruskan langsung tanpa registrasi",
        done="Diteruskan langsung berdasarkan kajian awal yang disetujui rapat pleno.",
        sources=frozenset({"preliminary_study_done", "preliminary_study_approved"}),
        target="forwarded",
        by=(INVESTIGATOR, COMMISSIONER),
        basis=bases.FORWARDING,
        requires=("preliminary_study_approved", *_GATE),
        asks=_PACKAGE,
        may_ask=(Ask.EVIDENCE_LIST,),
        facts=("forwarded",),
        opens=(Consequence(workflow="referral", move="send", addressed_by=Ask.ADDRESSEE),),
        exceptional=True,
    ),
    Move(
        code="pass_on",
        label="Sampaikan ke lembaga yang berwenang",
        done="Hasil kajian disampaikan ke lembaga lain yang berwenang.",
        sources=frozenset({"organiser_ethics_violation", "criminal_violation"}),
        target="passed_on",
        by=(INVESTIGATOR, COMMISSIONER),
        basis=bases.OUTCOME,
        requires=("study",),
        asks=(Ask.LETTER_OUT, Ask.ADDRESSEE),
        facts=("passed_on",),
    ),
    Move(
        code="announce_status",
        label="Umumkan status penanganan",
        done="Status penanganan diberitahukan dan diumumkan.",
        sources=frozenset({"not_violation", "administrative_violation", "passed_on", "forwarded"}),
        target="status_announced",
        by=(INVESTIGATOR,),
        basis=bases.STATUS,
        may_ask=TELLING,
        facts=("status_announced",),
    ),
    Move(
        code="close",
        label="Tutup penanganan",
        done="Penanganan ditutup.",
        sources=frozenset({"status_announced"}),
        target="closed",
        by=(INVESTIGATOR,),
        basis=bases.PRACTICE,
        facts=("closed",),
    ),
    Move(
        code="forward_more",
        label="Teruskan terlapor lain",
        done="Terlapor lain diteruskan dengan surat tersendiri.",
        sources=frozenset({"forwarded", "status_announced"}),
        target=None,
        by=(INVESTIGATOR, COMMISSIONER),
        basis=bases.FORWARDING,
        requires=("forwarding_ground", *_GATE),
        asks=_PACKAGE,
        may_ask=(Ask.EVIDENCE_LIST,),
        facts=("forwarded",),
        opens=(Consequence(workflow="referral", move="send", addressed_by=Ask.ADDRESSEE),),
    ),
    Move(
        code="close_unforwarded",
        label="Tutup penanganan tanpa penerusan",
        done="Penanganan ditutup tanpa penerusan.",
        sources=frozenset({"other_law_violation"}),
        target="closed",
        by=(COMMISSIONER,),
        basis=bases.PRACTICE,
        asks=(Ask.MINUTES,),
        facts=("closed",),
        exceptional=True,
    ),
    Move(
        code="reopen",
        label="Buka kembali penanganan",
        done="Penanganan dibuka kembali dan dikaji ulang.",
        sources=frozenset({"closed"}),
        target="study",
        by=(COMMISSIONER,),
        basis=bases.PRACTICE,
        may_ask=(Ask.MINUTES,),
        facts=("reopened",),
        exceptional=True,
    ),
)

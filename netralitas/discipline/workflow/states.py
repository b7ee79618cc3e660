"""The states of `discipline`: label, phase, and who holds the ball."""

from typing import Final

from netralitas.workflow.domain import Holder, State


def _state(code: str, label: str, phase: str, holder: Holder = Holder.FOLLOW_UP) -> State:
    return State(code=code, label=label, phase=phase, holder=holder)


def _end(code: str, label: str) -> State:
    return State(code=code, label=label, phase="closed", holder=Holder.NOBODY, final=True)


STATES: Final = (
    _state("arrived", "Disampaikan kepada instansi yang menindaklanjuti", "received"),
    _state("received", "Diterima, jalur belum dipilih", "received"),
    _state("ethics_council", "Majelis kode etik disiapkan", "ethics"),
    _state("ethics_summoned", "Dipanggil ke sidang kode etik", "ethics"),
    _state("ethics_summoned_again", "Dipanggil kedua kali ke sidang kode etik", "ethics"),
    _state("ethics_heard", "Sidang kode etik dilaksanakan", "ethics"),
    _state("ethics_absent", "Tidak hadir dalam sidang kode etik", "ethics"),
    _state(
        "ethics_recommended", "Majelis kode etik memberi rekomendasi", "ethics", Holder.APPOINTING
    ),
    _state("examination_team", "Pemeriksaan disiplin disiapkan", "examination"),
    _state("summoned", "Dipanggil untuk diperiksa", "examination"),
    _state("summoned_again", "Dipanggil kedua kali untuk diperiksa", "examination"),
    _state("examined", "Diperiksa", "examination"),
    _state(
        "absent", "Tidak hadir, diputus dengan bukti yang ada", "examination", Holder.APPOINTING
    ),
    _state("exam_reported", "Hasil pemeriksaan dilaporkan", "examination", Holder.APPOINTING),
    _state("dismissal_proposed", "Pemberhentian diusulkan", "review", Holder.APPOINTING),
    _state("pppk_review", "Telaah pelanggaran PPPK", "review"),
    _state("unit_review", "Telaah oleh unit kerja atau bupati", "review"),
    _state("decree_fixed", "Surat keputusan ditetapkan", "decree"),
    _state("delivered", "Surat keputusan disampaikan", "decree"),
    _state("objection", "Keberatan diajukan", "remedy", Holder.APPOINTING),
    _state("appeal", "Banding administratif diajukan", "remedy", Holder.OTHER),
    _state("in_force", "Keputusan berlaku", "outcome"),
    _state("moral_stated", "Sanksi moral dinyatakan", "outcome"),
    _state("not_proven", "Tidak terbukti", "outcome"),
    _state("annulled", "Keputusan dicabut atau dibatalkan", "outcome"),
    _end("reported", "Hasil dilaporkan"),
    _end("respondent_gone", "Terlapor sudah pensiun, berhenti, atau meninggal"),
    _end("respondent_moved", "Terlapor pindah instansi"),
    _end("passed_on", "Diteruskan ke Pejabat Pembina Kepegawaian lain"),
)

OPEN: Final = frozenset(state.code for state in STATES if not state.final)
ON_ETHICS_ROUTE: Final = frozenset(state.code for state in STATES if state.phase == "ethics")
ON_EXAMINATION_ROUTE: Final = frozenset(
    state.code for state in STATES if state.phase == "examination"
)
IN_REVIEW: Final = frozenset(state.code for state in STATES if state.phase == "review")
ON_A_ROUTE: Final = ON_ETHICS_ROUTE | ON_EXAMINATION_ROUTE | IN_REVIEW
HEARD_IN_ETHICS: Final = frozenset({"ethics_heard", "ethics_absent", "ethics_recommended"})
READY_FOR_DECREE: Final = IN_REVIEW | {"examined", "absent", "exam_reported"}
AFTER_DECREE: Final = frozenset({"decree_fixed", "delivered", "objection", "appeal", "in_force"})
OUTCOMES: Final = frozenset(state.code for state in STATES if state.phase == "outcome")

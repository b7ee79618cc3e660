"""The states of `handling`: label, phase, and who holds the ball."""

from typing import Final

from netralitas.workflow.domain import Holder, State


def _state(code: str, label: str, phase: str, holder: Holder = Holder.INVESTIGATOR) -> State:
    return State(code=code, label=label, phase=phase, holder=holder)


def _end(code: str, label: str) -> State:
    return State(code=code, label=label, phase="closed", holder=Holder.NOBODY, final=True)


STATES: Final = (
    _state("information_received", "Informasi awal diterima", "intake"),
    _state("report_received", "Laporan diterima", "intake"),
    _state("tracing", "Penelusuran", "tracing"),
    _state("finding_submitted", "Hasil pengawasan diajukan", "tracing", Holder.PLENARY),
    _state("finding_fixed", "Temuan ditetapkan", "tracing"),
    _state("preliminary_study", "Kajian awal disusun", "preliminary_study"),
    _state("incomplete", "Laporan belum lengkap", "preliminary_study"),
    _state("waiting_completeness", "Menunggu kelengkapan", "preliminary_study", Holder.REPORTER),
    _state("preliminary_study_done", "Kajian awal selesai", "preliminary_study"),
    _state(
        "registration_plenary", "Kajian awal dalam rapat pleno", "preliminary_study", Holder.PLENARY
    ),
    _state("preliminary_study_approved", "Kajian awal disetujui", "preliminary_study"),
    _state("not_registered", "Tidak diregistrasi", "preliminary_study"),
    _state("registered", "Diregistrasi", "registration"),
    _state("clarification", "Klarifikasi", "clarification"),
    _state("study", "Kajian disusun", "study"),
    _state("plenary", "Kajian dalam rapat pleno", "plenary", Holder.PLENARY),
    _state("not_violation", "Bukan pelanggaran", "outcome"),
    _state("other_law_violation", "Pelanggaran hukum lain (netralitas ASN)", "outcome"),
    _state("administrative_violation", "Pelanggaran administrasi", "outcome"),
    _state("organiser_ethics_violation", "Pelanggaran kode etik penyelenggara", "outcome"),
    _state("criminal_violation", "Dugaan tindak pidana", "outcome"),
    _state("passed_on", "Disampaikan ke lembaga lain yang berwenang", "outcome"),
    _state("forwarded", "Diteruskan ke instansi berwenang", "outcome"),
    _state("status_announced", "Status diumumkan", "outcome"),
    _end("tracing_stopped", "Penelusuran dihentikan"),
    _end("status_notified", "Tidak diregistrasi, status diberitahukan"),
    _end("withdrawn", "Laporan dicabut"),
    _end("closed", "Penanganan ditutup"),
    _end("transferred", "Dilimpahkan ke Bawaslu tingkat lain"),
    _end("taken_over", "Diambil alih Bawaslu tingkat lain"),
    # No move leads here: a merger is an act on two cases, see `cases.merging`.
    _end("merged", "Digabung ke perkara lain"),
)

OPEN: Final = frozenset(state.code for state in STATES if not state.final)
BEFORE_REGISTRATION: Final = frozenset(
    {
        "report_received",
        "preliminary_study",
        "incomplete",
        "waiting_completeness",
        "preliminary_study_done",
        "registration_plenary",
        "preliminary_study_approved",
    }
)
UNDER_HANDLING: Final = frozenset({"registered", "clarification", "study", "plenary"})
OUTCOMES: Final = frozenset(state.code for state in STATES if state.phase == "outcome")
AFTER_REGISTRATION: Final = UNDER_HANDLING | OUTCOMES | {"closed"}

"""The words of `discipline` beside its declaration: phases, waiting, facts, status, comparison."""

from collections.abc import Iterable
from typing import Final

from netralitas.cases.domain import SanctionLevel
from netralitas.discipline.domain import Executor, PersonStanding, Signer, StandingSource
from netralitas.discipline.sanctions import Comparison, Remedy
from netralitas.workflow.domain import Holder, State

PHASES: Final[dict[str, str]] = {
    "received": "Penerimaan rekomendasi",
    "ethics": "Kode etik",
    "examination": "Pemeriksaan disiplin",
    "review": "Usul dan telaah",
    "decree": "Surat keputusan",
    "remedy": "Upaya administratif",
    "outcome": "Hasil tindak lanjut",
    "closed": "Tindak lanjut selesai",
}

HOLDERS: Final[dict[Holder, str]] = {
    Holder.FOLLOW_UP: "Instansi yang menindaklanjuti",
    Holder.APPOINTING: "Pejabat Pembina Kepegawaian",
    Holder.OTHER: "BPASN",
    Holder.NOBODY: "Tidak ada",
}

_WAITING: Final[dict[str, str]] = {
    "arrived": "Menunggu penerimaan oleh instansi yang menindaklanjuti",
    "received": "Menunggu pilihan jalur",
    "ethics_council": "Menunggu panggilan ke sidang kode etik",
    "ethics_summoned": "Menunggu sidang kode etik",
    "ethics_summoned_again": "Menunggu sidang kode etik setelah panggilan kedua",
    "ethics_heard": "Menunggu rekomendasi majelis kode etik",
    "ethics_absent": "Menunggu penilaian majelis kode etik",
    "ethics_recommended": "Menunggu keputusan Pejabat Pembina Kepegawaian",
    "examination_team": "Menunggu panggilan pemeriksaan",
    "summoned": "Menunggu pemeriksaan",
    "summoned_again": "Menunggu pemeriksaan setelah panggilan kedua",
    "examined": "Menunggu laporan hasil pemeriksaan",
    "absent": "Menunggu keputusan berdasarkan bukti yang ada",
    "exam_reported": "Menunggu keputusan Pejabat Pembina Kepegawaian",
    "dismissal_proposed": "Menunggu keputusan tentang pemberhentian",
    "pppk_review": "Menunggu hasil telaah pelanggaran PPPK",
    "unit_review": "Menunggu hasil telaah unit kerja atau bupati",
    "decree_fixed": "Menunggu penyampaian surat keputusan",
    "delivered": "Menunggu keputusan berlaku",
    "objection": "Menunggu keputusan atas keberatan",
    "appeal": "Menunggu keputusan BPASN",
    "in_force": "Menunggu laporan hasil tindak lanjut",
    "moral_stated": "Menunggu laporan hasil tindak lanjut",
    "not_proven": "Menunggu laporan hasil tindak lanjut",
    "annulled": "Menunggu laporan hasil tindak lanjut",
}

FACTS: Final[dict[str, str]] = {
    "annulled": "keputusan dicabut atau dibatalkan",
    "answered_publicly": "pernyataan pejabat di muka umum",
    "appeal_answered": "tanggapan atas banding disampaikan",
    "appeal_copy_received": "tembusan banding diterima",
    "appeal_decided": "keputusan BPASN",
    "appeal_filed": "permohonan banding administratif",
    "council_formed": "pembentukan majelis kode etik",
    "deadline_default": "penerimaan surat yang tidak menyebut tenggat",
    "deadline_exam_final": "penerimaan surat dengan tenggat laporan pemeriksaan dan hasil akhir",
    "deadline_fixed": "penerimaan surat yang menyebut tanggal",
    "consideration_asked": "permintaan pertimbangan teknis",
    "consideration_received": "penerimaan pertimbangan teknis",
    "decree_fixed": "penetapan surat keputusan",
    "decree_kept": "penyimpanan salinan surat keputusan",
    "decree_sent": "pengiriman surat keputusan",
    "ethics_closed": "penutupan sidang kode etik tanpa kehadiran",
    "ethics_heard": "sidang kode etik",
    "ethics_missed": "hari sidang kode etik yang tidak dihadiri",
    "ethics_recommended": "rekomendasi majelis kode etik",
    "ethics_summoned": "panggilan ke sidang kode etik",
    "ethics_summoned_again": "panggilan kedua ke sidang kode etik",
    "executor_named": "penunjukan pejabat yang melaksanakan",
    "exam_report_sent": "pengiriman laporan hasil pemeriksaan",
    "exam_reported": "laporan hasil pemeriksaan",
    "examination_closed": "penutupan pemeriksaan tanpa kehadiran",
    "examined": "pemeriksaan",
    "final_report_sent": "pengiriman laporan hasil akhir",
    "handed_on": "penyampaian kepada instansi yang menindaklanjuti",
    "handover_missed": "hari penyerahan surat keputusan yang tidak dihadiri",
    "in_force": "berlakunya keputusan",
    "kept_working": "izin tetap bekerja selama banding",
    "letter_received": "surat diterima",
    "missed_exam": "hari pemeriksaan yang tidak dihadiri",
    "moral_stated": "pernyataan sanksi moral",
    "not_proven": "dinyatakan tidak terbukti",
    "objection_decided": "keputusan atas keberatan",
    "objection_filed": "keberatan diterima",
    "official_changed": "pergantian pejabat yang memutus",
    "official_negligent": "kelalaian pejabat yang berwenang",
    "outcome_reported": "laporan hasil tindak lanjut",
    "person_checked": "pemeriksaan status kepegawaian",
    "passed_on": "penerusan ke Pejabat Pembina Kepegawaian lain",
    "recommendation_received": "rekomendasi diterima",
    "recorded_idis": "pencatatan dalam I'DIS",
    "released_from_duty": "pembebasan sementara dari tugas",
    "reopened": "dibuka kembali",
    "respondent_died": "terlapor meninggal",
    "respondent_left_service": "terlapor berhenti",
    "respondent_moved": "terlapor pindah instansi",
    "respondent_retired": "terlapor pensiun",
    "route_changed": "perubahan jalur tindak lanjut",
    "route_chosen": "pilihan jalur tindak lanjut",
    "sk_received": "surat keputusan diterima",
    "summoned": "panggilan pertama",
    "summoned_again": "panggilan kedua",
    "superior_acted": "pemanggilan oleh atasan langsung",
    "superior_negligent": "kelalaian atasan langsung",
    "superior_informed": "pemberitahuan kepada atasan langsung",
    "team_formed": "pembentukan tim pemeriksa",
    "term_served": "masa hukuman selesai dijalani",
    "unit_decided": "keputusan unit kerja atau bupati",
}
"""Each fact as it stands in a sentence about a deadline: "dihitung sejak …"."""

COMPARISONS: Final[dict[Comparison, str]] = {
    Comparison.LIGHTER: "Lebih ringan daripada rekomendasi",
    Comparison.EQUAL: "Sesuai rekomendasi",
    Comparison.HEAVIER: "Lebih berat daripada rekomendasi",
    Comparison.NONE: "Tidak dijatuhi sanksi",
    Comparison.UNKNOWN: "Tidak dapat dibandingkan",
}

CHOICES: Final[dict[str, str]] = {
    "route_chosen": "Pilih jalur tindak lanjut",
    "objection_decided": "Catat keputusan atas keberatan",
    "appeal_decided": "Catat keputusan BPASN",
}
"""Facts that several moves state, of which one is chosen: what is to be done before the choice."""

REMEDIES: Final[dict[Remedy, str]] = {
    Remedy.OBJECTION: "keberatan",
    Remedy.APPEAL: "banding administratif kepada BPASN",
    Remedy.UNSTATED: "tidak ditemukan aturannya",
}

STANDINGS: Final[dict[PersonStanding, str]] = {
    PersonStanding.ACTIVE: "Aktif",
    PersonStanding.MOVED: "Pindah instansi",
    PersonStanding.RETIRED: "Pensiun",
    PersonStanding.LEFT: "Berhenti",
    PersonStanding.DIED: "Meninggal",
}
"""How a respondent stands in service; the record keeps the code."""

STANDING_SOURCES: Final[dict[StandingSource, str]] = {
    StandingSource.SYSTEM: "Data kepegawaian (SIASN)",
    StandingSource.DECREE: "Surat keputusan",
    StandingSource.LETTER: "Surat keterangan",
    StandingSource.UNIT: "Keterangan unit kerja",
    StandingSource.OTHER: "Sumber lain",
}

EXECUTORS: Final[dict[Executor, str]] = {
    Executor.GOVERNOR: "Gubernur",
    Executor.HOME_MINISTER: "Menteri Dalam Negeri",
    Executor.ACTING_OFFICIAL: "Pejabat pelaksana harian atau pelaksana tugas",
    Executor.OTHER: "Pejabat lain menurut penunjukan",
}

SIGNERS: Final[dict[Signer, str]] = {
    Signer.APPOINTING: "Bupati atau Pejabat Pembina Kepegawaian",
    Signer.AGENCY_HEAD: "Kepala perangkat daerah (JPT Pratama)",
    Signer.ADMINISTRATOR: "Administrator (camat, sekretaris, kepala bidang)",
    Signer.SUPERVISOR: "Pengawas (lurah, kepala subbagian)",
    Signer.EXPERT_MADYA: "Pejabat fungsional ahli madya yang ditunjuk",
    Signer.EXPERT_MUDA: "Pejabat fungsional ahli muda yang ditunjuk",
    Signer.OTHER: "Pejabat lain",
}
"""Who signs a decree; the record keeps the code."""

_IN_FOLLOW_UP: Final = "Dalam tindak lanjut instansi"
_NOT_PROVEN: Final = "Selesai: tidak terbukti"
_DONE: Final = "Selesai"

_OUTCOMES: Final[dict[SanctionLevel, str]] = {
    SanctionLevel.MORAL_CLOSED: "Selesai: sanksi moral",
    SanctionLevel.MORAL_OPEN: "Selesai: sanksi moral",
    SanctionLevel.MEDIUM: "Selesai: disiplin sedang",
    SanctionLevel.HEAVY: "Selesai: disiplin berat",
    SanctionLevel.DISMISSAL: "Selesai: diberhentikan",
    SanctionLevel.CONTRACT_ENDED: "Selesai: diberhentikan",
}


_WITHOUT: Final = frozenset({"not_proven", "annulled", "respondent_gone", "respondent_moved"})


def without_decision(state: str) -> bool:
    """Say whether the state itself says why no decision can be compared."""
    return state in _WITHOUT


def choice(facts: Iterable[str]) -> str | None:
    """Return what is to be done where a move that states these facts is one of several."""
    return next((CHOICES[fact] for fact in facts if fact in CHOICES), None)


def waiting(state: State) -> str:
    """Return what is waited for in the state; the label of a final one."""
    return _WAITING.get(state.code, state.label)


def public_status(
    state: str, imposed: SanctionLevel | None = None, *, not_proven: bool = False
) -> str:
    """Return the status that may be told to anybody: the outcome only once it is reported.

    `imposed` is the level that stands, None after an annulment or where it is not known;
    `not_proven` says that the fact of this name was told last.
    """
    if state in {"respondent_gone", "respondent_moved"}:
        return _DONE
    if state != "reported":
        return _IN_FOLLOW_UP
    if not_proven:
        return _NOT_PROVEN
    return _DONE if imposed is None else _OUTCOMES.get(imposed, _DONE)

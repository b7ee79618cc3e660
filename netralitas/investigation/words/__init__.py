"""The words of `handling` beside its declaration: phases, waiting, facts, public status."""

from typing import Final

from netralitas.language import phrase
from netralitas.workflow.domain import Holder, State

PHASES: Final[dict[str, str]] = {
    "intake": "Penerimaan",
    "tracing": "Penelusuran",
    "preliminary_study": "Kajian awal",
    "registration": "Registrasi",
    "clarification": "Klarifikasi",
    "study": "Kajian",
    "plenary": "Rapat pleno",
    "outcome": "Hasil",
    "closed": "Selesai",
}

_FROM_REGISTRATION: Final = (
    "registration",
    "clarification",
    "study",
    "plenary",
    "outcome",
    "closed",
)

REPORT_STRIP: Final = ("intake", "preliminary_study", *_FROM_REGISTRATION)
"""The phases a report goes through, in order, for the strip on the case page."""

INFORMATION_STRIP: Final = ("intake", "tracing", *_FROM_REGISTRATION)
"""The phases of first information, in order."""

FINDING_STRIP: Final = ("tracing", *_FROM_REGISTRATION)
"""The phases of a finding, which nobody brings in, in order."""

_WAITING: Final[dict[str, str]] = {
    "information_received": "Menunggu penelusuran",
    "report_received": "Menunggu kajian awal",
    "tracing": "Menunggu hasil penelusuran",
    "finding_submitted": "Menunggu rapat pleno tentang temuan",
    "finding_fixed": "Menunggu registrasi temuan",
    "preliminary_study": "Menunggu kajian awal selesai",
    "incomplete": "Menunggu pemberitahuan kepada pelapor",
    "waiting_completeness": "Menunggu pelapor melengkapi laporan",
    "preliminary_study_done": "Menunggu registrasi",
    "registration_plenary": "Menunggu rapat pleno tentang kajian awal",
    "preliminary_study_approved": "Menunggu registrasi atau penerusan langsung",
    "not_registered": "Menunggu pemberitahuan status kepada pelapor",
    "registered": "Menunggu undangan klarifikasi",
    "clarification": "Menunggu klarifikasi selesai",
    "study": "Menunggu kajian selesai",
    "plenary": "Menunggu rapat pleno",
    "not_violation": "Menunggu pengumuman status",
    "other_law_violation": "Menunggu penerusan ke instansi berwenang",
    "administrative_violation": "Menunggu pengumuman status",
    "organiser_ethics_violation": "Menunggu penyampaian ke lembaga yang berwenang",
    "criminal_violation": "Menunggu penyampaian ke lembaga yang berwenang",
    "passed_on": "Menunggu pengumuman status",
    "forwarded": "Menunggu pengumuman status",
    "status_announced": "Menunggu penutupan penanganan",
}

HOLDERS: Final[dict[Holder, str]] = {
    Holder.INVESTIGATOR: "Staf penanganan pelanggaran",
    Holder.PLENARY: "Rapat pleno",
    Holder.REPORTER: "Pelapor",
    Holder.NOBODY: "Tidak ada",
}

FACTS: Final[dict[str, str]] = {
    "act": "kejadian",
    "authority_answered": "jawaban kepada instansi pengawas ASN",
    "authority_asked": "permintaan klarifikasi dari instansi pengawas ASN",
    "clarified": "klarifikasi selesai",
    "closed": "penanganan ditutup",
    "completed": "perbaikan laporan diterima",
    "completeness_notified": "pemberitahuan kepada pelapor untuk melengkapi",
    "finding_fixed": "temuan ditetapkan",
    "forwarded": "penerusan ke instansi berwenang",
    "found": "dugaan pelanggaran ditemukan",
    "found_incomplete": "laporan dinyatakan belum lengkap",
    "handling_extended": "diperlukan keterangan tambahan",
    "information_received": "informasi awal diterima",
    "invited": "undangan klarifikasi",
    "known": "dugaan pelanggaran diketahui",
    "letter_received": "surat diterima",
    "letter_sent": "surat dikirim",
    "no_show": "yang diundang tidak hadir",
    "not_registered": "laporan tidak diregistrasi",
    "parallel_violation": "dugaan pelanggaran jenis lain",
    "passed_on": "penyampaian ke lembaga lain yang berwenang",
    "plenary_decided": "keputusan rapat pleno",
    "preliminary_study_approved": "kajian awal disetujui rapat pleno",
    "preliminary_study_finished": "kajian awal selesai",
    "preliminary_study_started": "kajian awal dimulai",
    "registered": "registrasi",
    "registered_at_origin": "registrasi di Bawaslu asal",
    "reopened": "dibuka kembali",
    "reported": "laporan diterima",
    "reported_at_origin": "laporan diterima di Bawaslu asal",
    "respondent_added": "terlapor ditambahkan",
    "second_invitation": "undangan klarifikasi kedua",
    "session_held": "klarifikasi dilaksanakan",
    "status_announced": "status diumumkan",
    "status_notified": "status diberitahukan kepada pelapor",
    "study_finished": "kajian selesai",
    "tracing_finished": "penelusuran selesai",
    "tracing_started": "penelusuran dimulai",
    "tracing_stopped": "penelusuran dihentikan",
    "transfer_received": "penerimaan dari Bawaslu tingkat lain",
    "transferred": "pelimpahan atau pengambilalihan",
    "turned_into_information": "laporan dijadikan informasi awal",
    "withdrawal_after_registration": "pencabutan laporan setelah registrasi",
    "withdrawn": "laporan dicabut",
}
"""Each fact as it stands in a sentence about a deadline: "dihitung sejak …"."""

REGISTRATION_REFUSALS: Final[dict[str, str]] = {
    "formal": "Syarat formal laporan tidak terpenuhi.",
    "material": "Syarat materiel laporan tidak terpenuhi: uraian atau bukti tidak cukup.",
    "late": "Laporan disampaikan setelah batas waktu pelaporan.",
    "not_completed": "Laporan tidak dilengkapi sampai batas waktu.",
    "handled": "Peristiwa yang sama sudah ditangani.",
    "no_suspicion": "Uraian laporan tidak memuat dugaan pelanggaran.",
}
"""The standard reasons why a report is not registered, in words a reporter understands."""

_IN_HANDLING: Final = phrase("Dalam penanganan")
_NOT_REGISTERED: Final = phrase("Tidak diregistrasi")
_PASSED_ON: Final = phrase("Diteruskan ke instansi berwenang")

_PUBLIC: Final[dict[str, str]] = {
    "information_received": phrase("Diterima"),
    "report_received": phrase("Diterima"),
    "tracing": phrase("Dalam penelusuran"),
    "finding_submitted": phrase("Dalam penelusuran"),
    "finding_fixed": phrase("Dalam penelusuran"),
    "preliminary_study": phrase("Diterima"),
    "incomplete": phrase("Diterima"),
    "waiting_completeness": phrase("Menunggu kelengkapan"),
    "preliminary_study_done": phrase("Diterima"),
    "registration_plenary": phrase("Diterima"),
    "preliminary_study_approved": phrase("Diterima"),
    "not_registered": _NOT_REGISTERED,
    "status_notified": _NOT_REGISTERED,
    "withdrawn": _NOT_REGISTERED,
    "tracing_stopped": _NOT_REGISTERED,
    "registered": phrase("Diregistrasi"),
    "merged": _IN_HANDLING,
    "passed_on": _PASSED_ON,
    "forwarded": _PASSED_ON,
}

_ANNOUNCED: Final[dict[str, str]] = {
    "not_violation": phrase("Bukan pelanggaran"),
    "passed_on": _PASSED_ON,
    "forwarded": _PASSED_ON,
}


EMBARGOED: Final = frozenset(
    {
        *("plenary", "not_violation", "other_law_violation", "administrative_violation"),
        *("organiser_ethics_violation", "criminal_violation"),
    }
)
"""States in which what the plenary decides is not told outside (domain.md 4)."""
EMBARGO: Final = (
    "Embargo sampai diteruskan: putusan rapat pleno hanya dibaca Bawaslu pemilik perkara dan"
    " Bawaslu tingkat atasnya, sampai perkara diteruskan atau statusnya diumumkan."
)


def waiting(state: State) -> str:
    """Return what is waited for in the state: "Menunggu rapat pleno"; the label of a final one."""
    return _WAITING.get(state.code, state.label)


def public_status(state: str, outcome: str | None = None) -> str:
    """Return the status that may be told to anybody; a decision is told once it is announced.

    `outcome` is the state of the phase "outcome" that was left for the announced or closed one;
    without it those say no more than that the case is in handling.
    """
    if state in {"status_announced", "closed"}:
        return _ANNOUNCED.get(outcome or "", _IN_HANDLING)
    return _PUBLIC.get(state, _IN_HANDLING)

"""The words of `referral` beside its declaration: phases, waiting, facts, public status."""

from typing import Final

from netralitas.workflow.domain import Holder, State

PHASES: Final[dict[str, str]] = {
    "sent": "Penerusan",
    "examined": "Pemeriksaan instansi berwenang",
    "answer": "Jawaban",
}

HOLDERS: Final[dict[Holder, str]] = {
    Holder.INVESTIGATOR: "Staf penanganan pelanggaran",
    Holder.AUTHORITY: "Instansi pengawas ASN",
    Holder.APPOINTING: "Pejabat Pembina Kepegawaian",
    Holder.NOBODY: "Tidak ada",
}

_WAITING: Final[dict[str, str]] = {
    "forwarded": "Menunggu jawaban {authority}",
    "received": "Menunggu verifikasi {authority}",
    "verification": "Menunggu hasil verifikasi {authority}",
    "validation": "Menunggu validasi Bawaslu",
    "validated": "Menunggu keputusan {authority}",
    "returned": "Menunggu kelengkapan dari Bawaslu",
    "recommended": "Menunggu tindak lanjut Pejabat Pembina Kepegawaian",
}

FACTS: Final[dict[str, str]] = {
    "answer_awaited": "tanggal jawaban yang diminta",
    "lists_differ": "daftar nama yang berbeda",
    "cancelled": "penerusan dibatalkan",
    "clarification_answered": "jawaban klarifikasi Bawaslu",
    "clarification_asked": "permintaan klarifikasi kepada Bawaslu",
    "follow_up_asked": "permintaan keterangan tindak lanjut",
    "foreign_number_recorded": "nomor di instansi lain dicatat",
    "forwarded": "penerusan",
    "further_recommendation": "rekomendasi lanjutan",
    "letter_came_back": "surat kembali",
    "letter_received": "surat diterima",
    "not_proven": "dinyatakan tidak terbukti",
    "recommended": "rekomendasi instansi berwenang",
    "referral_received": "penerusan diterima instansi berwenang",
    "rejected": "penerusan ditolak",
    "reopened": "dibuka kembali",
    "rerouted": "pengalihan ke instansi pengganti",
    "taken_up": "tindak lanjut oleh instansi yang dituju",
    "respondent_died": "terlapor meninggal",
    "respondent_left_service": "terlapor berhenti",
    "respondent_moved": "terlapor pindah instansi",
    "respondent_retired": "terlapor pensiun",
    "returned": "penerusan dikembalikan",
    "validated": "validasi Bawaslu selesai",
    "validation_requested": "permintaan validasi kepada Bawaslu",
    "verification_started": "verifikasi dimulai",
}
"""Each fact as it stands in a sentence about a deadline: "dihitung sejak …"."""

RETURN_REASONS: Final[dict[str, str]] = {
    "study": "Kajian tidak dilampirkan atau tidak lengkap.",
    "evidence": "Bukti tidak lengkap.",
    "identity": "Identitas terlapor tidak lengkap.",
    "receiver": "Instansi penerima tidak berwenang atas terlapor.",
}
"""The standard reasons why a referral is returned for completion."""

_IN_FOLLOW_UP: Final = "Dalam tindak lanjut instansi"
_PASSED_ON: Final = "Diteruskan ke instansi berwenang"

_PUBLIC: Final[dict[str, str]] = {
    "received": _IN_FOLLOW_UP,
    "verification": _IN_FOLLOW_UP,
    "validation": _IN_FOLLOW_UP,
    "validated": _IN_FOLLOW_UP,
    "recommended": _IN_FOLLOW_UP,
    "taken_up": _IN_FOLLOW_UP,
    "not_proven": "Selesai: tidak terbukti",
}


def waiting(state: State, authority: str = "instansi pengawas ASN") -> str:
    """Return what is waited for, with the authority by its name; the label where nothing is."""
    return _WAITING.get(state.code, state.label).format(authority=authority)


def public_status(state: str) -> str:
    """Return the status that may be told to anybody: that it was forwarded, where nothing more."""
    return _PUBLIC.get(state, _PASSED_ON)

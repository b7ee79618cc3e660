"""The Indonesian words of plenary meetings."""

from typing import Final

from netralitas.investigation.plenary.domain import Outcome, Vote

OUTCOMES: Final = {
    Outcome.DECIDED: "Putuskan per terlapor",
    Outcome.RETURNED: "Kembalikan untuk diperbaiki",
    Outcome.APPROVED: "Setujui kajian awal",
    Outcome.REFUSED: "Tolak registrasi laporan",
    Outcome.FIXED: "Tetapkan temuan",
    Outcome.STOPPED: "Hentikan penelusuran",
}
DONE: Final = {
    Outcome.DECIDED: "Sudah diputuskan",
    Outcome.RETURNED: "Dikembalikan untuk diperbaiki",
    Outcome.APPROVED: "Kajian awal disetujui",
    Outcome.REFUSED: "Registrasi ditolak",
    Outcome.FIXED: "Temuan ditetapkan",
    Outcome.STOPPED: "Penelusuran dihentikan",
}
VOTES: Final = {
    Vote.FOR: "Setuju",
    Vote.AGAINST: "Tidak setuju",
    Vote.DISSENT: "Pendapat berbeda (dengan alasan)",
}
TABLED: Final = {
    "plenary": "Kajian menunggu keputusan",
    "registration_plenary": "Kajian awal menunggu keputusan",
    "finding_submitted": "Hasil pengawasan menunggu penetapan",
    "tracing": "Penelusuran; dapat dihentikan",
}
READY: Final = "Kajian disetujui pembaca kedua; ajukan ke rapat pleno"
TITLE: Final = "Rapat pleno"
QUORUM: Final = "perlu konfirmasi: Perbawaslu 5/2018 (rapat pleno) belum dibaca"
ONLY_COMMISSIONERS: Final = "Keputusan rapat pleno dicatat oleh anggota Bawaslu pemilik perkara."
NOT_OURS: Final = "Perkara ini bukan milik kantor yang mengadakan rapat."


def conflicted_said(number: int) -> str | None:
    """Return how many take no part, and never who; None where everybody may."""
    if not number:
        return None
    return f"{number} anggota tidak ikut memutus karena benturan kepentingan."

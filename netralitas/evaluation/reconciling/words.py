"""The words of the reconciliation: its heads, and each difference as a sentence without its end."""

from typing import Final

from netralitas.evaluation.reconciling.domain import Gap

TITLE: Final = "Rekonsiliasi per terlapor"
HEADS: Final = (
    *("Perkara", "Terlapor", "Diteruskan", "Surat penerusan", "Keadaan penerusan"),
    *("Direkomendasikan", "Surat rekomendasi", "Sistem lain", "Tindak lanjut", "Dijatuhkan"),
    "Perbedaan",
)
NOTHING: Final = "Belum tercatat"
NOT_READ: Final = "Tidak terbaca instansi Anda"
AGREES: Final = "Sama"
HIDDEN_LETTER: Final = "Tidak ditampilkan"
DAY_UNKNOWN: Final = "tanggal tidak diketahui"

GAPS: Final = {
    Gap.NOT_FOLLOWED: "Direkomendasikan, tetapi tindak lanjutnya tidak tercatat",
    Gap.NOT_RECOMMENDED: "Ditindaklanjuti, tetapi rekomendasinya tidak tercatat",
    Gap.OTHER_LEVEL: "Yang dijatuhkan berbeda dari yang direkomendasikan",
    Gap.NOT_REPORTED: "Sudah ada hasil, belum dilaporkan kepada Bawaslu",
    Gap.SYSTEM_SAYS_ENDED: "Menurut sistem lain sudah berakhir atau tidak ditemukan",
    Gap.SYSTEM_SAYS_SANCTIONED: "Menurut sistem lain sanksi dijatuhkan, di sini belum tercatat",
}

"""The words of the page of a room."""

from typing import Final

from netralitas.prevention.attending.domain import Phase

GUEST: Final = "Tamu atau instansi lain"
NAME: Final = "Nama lengkap"
UNIT: Final = "Unit kerja"
UNIT_MISSING: Final = "Pilih unit kerja Anda, atau “Tamu atau instansi lain”."
ORIGIN: Final = "Asal instansi atau desa"
ORIGIN_HINT: Final = "Diisi bila Anda memilih “Tamu atau instansi lain”."
ORIGIN_MISSING: Final = "Isi asal Anda, misalnya nama instansi atau desa."
POSITION: Final = "Jabatan"
NIP: Final = "NIP"
NIP_HINT: Final = "18 angka, bila Anda mempunyainya. Dengan NIP, Anda tidak terhitung dua kali."
BUSY: Final = (
    "Terlalu banyak isian dikirim pada saat yang sama. Tunggu sebentar, lalu kirim lagi; isian Anda"
    " belum tersimpan."
)

PRESENT_TAKEN: Final = (
    "Nama Anda masuk daftar hadir dalam beberapa detik. Anda tidak perlu mengisi lagi."
)
ANSWERS_TAKEN: Final = "Jawaban disimpan tanpa nama. Terima kasih."

TESTS: Final[dict[str, Phase]] = {"tes-awal": Phase.BEFORE, "tes-akhir": Phase.AFTER}
"""The tests by their word in the address."""
TEST_TITLES: Final[dict[Phase, str]] = {
    Phase.BEFORE: "Tes awal",
    Phase.AFTER: "Tes akhir",
}
TEST_LEADS: Final[dict[Phase, str]] = {
    Phase.BEFORE: "Jawab sebelum kegiatan dimulai, menurut yang Anda ketahui sekarang.",
    Phase.AFTER: "Jawab setelah kegiatan selesai.",
}


def answer_missing(number: int) -> str:
    """Return the sentence for a question without an answer."""
    return f"Pilih jawaban untuk pertanyaan {number}."

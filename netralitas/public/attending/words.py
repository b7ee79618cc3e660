"""The words of the page of a room."""

from typing import Final

from netralitas.language import phrase, say
from netralitas.prevention.attending.domain import Phase

GUEST: Final = phrase("Tamu atau instansi lain")
NAME: Final = phrase("Nama lengkap")
UNIT: Final = phrase("Unit kerja")
UNIT_MISSING: Final = phrase("Pilih unit kerja Anda, atau “Tamu atau instansi lain”.")
ORIGIN: Final = phrase("Asal instansi atau desa")
ORIGIN_HINT: Final = phrase("Diisi bila Anda memilih “Tamu atau instansi lain”.")
ORIGIN_MISSING: Final = phrase("Isi asal Anda, misalnya nama instansi atau desa.")
POSITION: Final = phrase("Jabatan")
NIP: Final = phrase("NIP")
NIP_HINT: Final = phrase(
    "18 angka, bila Anda mempunyainya. Dengan NIP, Anda tidak terhitung dua kali."
)
BUSY: Final = phrase(
    "Terlalu banyak isian dikirim pada saat yang sama. Tunggu sebentar, lalu kirim lagi; isian Anda"
    " belum tersimpan."
)

PRESENT: Final = phrase("Kehadiran Anda tercatat")
PRESENT_TAKEN: Final = phrase(
    "Nama Anda masuk daftar hadir dalam beberapa detik. Anda tidak perlu mengisi lagi."
)
ANSWERED: Final = phrase("Jawaban Anda tersimpan")
ANSWERS_TAKEN: Final = phrase("Jawaban disimpan tanpa nama. Terima kasih.")

TESTS: Final[dict[str, Phase]] = {"tes-awal": Phase.BEFORE, "tes-akhir": Phase.AFTER}
"""The tests by their word in the address."""
TEST_TITLES: Final[dict[Phase, str]] = {
    Phase.BEFORE: phrase("Tes awal"),
    Phase.AFTER: phrase("Tes akhir"),
}
TEST_LEADS: Final[dict[Phase, str]] = {
    Phase.BEFORE: phrase("Jawab sebelum kegiatan dimulai, menurut yang Anda ketahui sekarang."),
    Phase.AFTER: phrase("Jawab setelah kegiatan selesai."),
}


def answer_missing(number: int) -> str:
    """Return the sentence for a question without an answer."""
    return say("Pilih jawaban untuk pertanyaan {number}.", number=number)


def opens(at: str) -> str:
    """Return the sentence of a page that is not open yet."""
    return say("Halaman ini dibuka {at}.", at=at)


def closed(at: str) -> str:
    """Return the sentence of a page that is open no more."""
    return say("Halaman ini sudah ditutup {at}.", at=at)

"""The words of the public door: plain Indonesian for somebody who has never seen a law."""

from datetime import date
from typing import Final

from netralitas.intake.domain import Confidentiality
from netralitas.language import phrase, say
from netralitas.law.domain import Regime
from netralitas.law.words import day

LEVELS: Final = {
    Confidentiality.NAMED: phrase("Dengan nama"),
    Confidentiality.CONFIDENTIAL: phrase("Nama dirahasiakan"),
    Confidentiality.ANONYMOUS: phrase("Tanpa nama"),
}
LEVEL_HINTS: Final = {
    Confidentiality.NAMED: phrase(
        "Laporan resmi. Petugas yang menerima melihat nama Anda satu kali untuk memeriksa syarat"
        " laporan; sesudah itu nama Anda disimpan tersegel."
    ),
    Confidentiality.CONFIDENTIAL: phrase(
        "Laporan resmi. Nama Anda langsung disegel. Tidak ada petugas yang melihatnya, kecuali dua"
        " orang bersama-sama membukanya karena perlu. Anda dapat melihat kapan dan mengapa."
    ),
    Confidentiality.ANONYMOUS: phrase(
        "Bukan laporan resmi, melainkan informasi awal yang ditelusuri Bawaslu. Kami tidak meminta"
        " nama Anda. Anda tidak menerima pemberitahuan resmi, tetapi dapat melihat statusnya dengan"
        " kode."
    ),
}
REGIMES: Final = {
    Regime.PEMILIHAN: phrase("Pilkada: memilih gubernur, bupati, atau wali kota"),
    Regime.PEMILU: phrase("Pemilu: memilih presiden, DPR, DPD, atau DPRD"),
    Regime.OUTSIDE: phrase("Di luar masa pemilihan, atau belum ada calon"),
}

NEXT: Final = phrase("Lanjut")
SUMMARY: Final = phrase("Periksa jawaban Anda")
NOT_GIVEN: Final = phrase("Tidak diisi")
UNKNOWN: Final = phrase("Tidak tahu")

WHO_IS_IT: Final = phrase(
    "Isi nama, jabatan, atau tempat kerjanya, atau centang bahwa Anda tidak tahu siapa orangnya."
)
WHO_IS_BOTH: Final = phrase(
    "Anda mengisi tentang orangnya dan juga mencentang tidak tahu. Hapus salah satunya."
)
WHEN_IS_IT: Final = phrase("Isi tanggalnya sejauh Anda tahu, atau centang bahwa Anda tidak tahu.")
WHEN_IS_BOTH: Final = phrase(
    "Anda mengisi tanggal dan juga mencentang tidak tahu. Hapus salah satunya."
)
TOO_MANY_LINKS: Final = phrase(
    "Paling banyak 10 tautan. Kirim yang paling jelas; sisanya tulis di cerita."
)
WITNESS_WITHOUT_NAME: Final = phrase(
    "Isi nama atau panggilan saksi ini, atau kosongkan cara menghubunginya."
)
TRAP: Final = phrase("Isian ini harus dibiarkan kosong. Hapus isinya, lalu kirim lagi.")

OPEN_QUESTION: Final = phrase("Masih ada pertanyaan yang belum dijawab.")
NO_OFFICE: Final = phrase(
    "Kantor untuk daerah yang Anda pilih tidak menerima laporan lewat halaman ini sekarang. Pilih"
    " lagi daerahnya, atau datang ke kantor Bawaslu terdekat."
)
QUEUE: Final = phrase(
    "Banyak laporan masuk pada saat yang sama, jadi laporan Anda antre. Laporan Anda tersimpan dan"
    " tidak ada yang hilang. Tunggu sebentar, lalu tekan Kirim lagi."
)
CLOSED: Final = phrase(
    "Belum ada kantor yang menerima laporan lewat halaman ini. Sampaikan laporan langsung di kantor"
    " Bawaslu terdekat."
)
NO_DRAFT: Final = phrase(
    "Tidak ada laporan dengan kode ini. Kode laporan yang tidak disentuh selama 14 hari ikut"
    " terhapus."
)
ENDED: Final = phrase(
    "Isi draf Anda sudah terhapus atau sesinya berakhir. Ketik kode Anda untuk melanjutkan."
)
BUSY: Final = phrase(
    "Terlalu banyak laporan baru dimulai pada saat yang sama. Tunggu sebentar, lalu coba lagi."
)

WAITING: Final = phrase("Diterima, menunggu dicatat petugas")
WAITING_SENTENCE: Final = phrase(
    "Laporan Anda sudah sampai di kantor dan belum dibaca. Petugas mencatatnya pada jam pelayanan;"
    " sesudah itu status di sini berubah."
)
WAITING_NEXT: Final = phrase("Petugas kantor membaca dan mencatat laporan Anda.")
REFUSED: Final = phrase("Tidak dicatat sebagai laporan")
SENT_STEP: Final = phrase("Laporan Anda dikirim lewat halaman Lapor.")
REFUSED_STEP: Final = phrase("Petugas membaca laporan Anda dan tidak mencatatnya.")
WINDOW: Final = phrase("Batas waktu melapor")
UNREADABLE: Final = phrase("Pesan ini tidak dapat dibuka dengan kode Anda. Tanyakan kepada kantor.")
VOTER: Final = phrase("Warga negara Indonesia dengan hak pilih")

INTAKE_RULES: Final = {
    Confidentiality.NAMED: "kajian_awal",
    Confidentiality.CONFIDENTIAL: "kajian_awal",
    Confidentiality.ANONYMOUS: "tracing",
}
NO_RULE: Final = phrase(
    "Untuk peristiwa di luar masa pemilihan tidak ada batas waktu yang ditetapkan bagi pemeriksaan"
    " awal. Bawaslu meneruskannya kepada instansi yang berwenang."
)
FROM_SENDING: Final = phrase(
    "Dihitung dari hari Anda mengirim. Hitungan yang mengikat dimulai ketika petugas menerimanya"
    " pada jam pelayanan, jadi tanggalnya dapat mundur."
)


def known_before(act: date) -> str:
    """Return the sentence about a day of knowing that lies before the act."""
    return say(
        "Anda mengetahuinya tidak mungkin sebelum peristiwanya terjadi ({day}).", day=day(act)
    )


def no_address(line: int) -> str:
    """Return the sentence about a line that is not the address of a page."""
    return say(
        "Baris {line}: ini bukan alamat halaman. Salin alamatnya utuh, misalnya"
        " https://contoh.id/123.",
        line=line,
    )


def in_time(last: date) -> str:
    """Return that the report is in time, and until when."""
    return say("Anda masih dalam batas waktu. Hari terakhir untuk melapor: {day}.", day=day(last))


def late(last: date) -> str:
    """Return that the time is over, and what follows."""
    return say(
        "Batas waktu melapor berakhir {day}. Anda tetap dapat mengirim: bila laporan tidak dapat"
        " diregistrasi karena lewat waktu, isinya dapat dipakai sebagai informasi awal.",
        day=day(last),
    )


def no_later_than(last: date) -> str:
    """Return what stands behind the name of a rule: the last day that it leaves."""
    return say("paling lambat {day}.", day=day(last))

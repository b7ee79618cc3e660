"""The words of the public door: plain Indonesian for somebody who has never seen a law."""

from datetime import date
from typing import Final

from netralitas.intake.domain import Confidentiality
from netralitas.law.domain import Regime
from netralitas.law.words import day

LEVELS: Final = {
    Confidentiality.NAMED: "Dengan nama",
    Confidentiality.CONFIDENTIAL: "Nama dirahasiakan",
    Confidentiality.ANONYMOUS: "Tanpa nama",
}
LEVEL_HINTS: Final = {
    Confidentiality.NAMED: (
        "Laporan resmi. Petugas yang menerima melihat nama Anda satu kali untuk memeriksa syarat"
        " laporan; sesudah itu nama Anda disimpan tersegel."
    ),
    Confidentiality.CONFIDENTIAL: (
        "Laporan resmi. Nama Anda langsung disegel. Tidak ada petugas yang melihatnya, kecuali dua"
        " orang bersama-sama membukanya karena perlu. Anda dapat melihat kapan dan mengapa."
    ),
    Confidentiality.ANONYMOUS: (
        "Bukan laporan resmi, melainkan informasi awal yang ditelusuri Bawaslu. Kami tidak meminta"
        " nama Anda. Anda tidak menerima pemberitahuan resmi, tetapi dapat melihat statusnya dengan"
        " kode."
    ),
}
REGIMES: Final = {
    Regime.PEMILIHAN: "Pilkada: memilih gubernur, bupati, atau wali kota",
    Regime.PEMILU: "Pemilu: memilih presiden, DPR, DPD, atau DPRD",
    Regime.OUTSIDE: "Di luar masa pemilihan, atau belum ada calon",
}

NEXT: Final = "Lanjut"
SUMMARY: Final = "Periksa jawaban Anda"
NOT_GIVEN: Final = "Tidak diisi"
UNKNOWN: Final = "Tidak tahu"

WHO_IS_IT: Final = (
    "Isi nama, jabatan, atau tempat kerjanya, atau centang bahwa Anda tidak tahu siapa orangnya."
)
WHO_IS_BOTH: Final = (
    "Anda mengisi tentang orangnya dan juga mencentang tidak tahu. Hapus salah satunya."
)
WHEN_IS_IT: Final = "Isi tanggalnya sejauh Anda tahu, atau centang bahwa Anda tidak tahu."
WHEN_IS_BOTH: Final = "Anda mengisi tanggal dan juga mencentang tidak tahu. Hapus salah satunya."
NO_ADDRESS: Final = "ini bukan alamat halaman. Salin alamatnya utuh, misalnya https://contoh.id/123"
TOO_MANY_LINKS: Final = "Paling banyak 10 tautan. Kirim yang paling jelas; sisanya tulis di cerita."
WITNESS_WITHOUT_NAME: Final = (
    "Isi nama atau panggilan saksi ini, atau kosongkan cara menghubunginya."
)
TRAP: Final = "Isian ini harus dibiarkan kosong. Hapus isinya, lalu kirim lagi."

TOO_MANY_FILES: Final = (
    "Paling banyak 10 berkas. Hapus satu berkas lebih dahulu bila yang ini lebih penting."
)
ONE_FILE: Final = "Kirim satu berkas setiap kali. Berkas yang sudah tersimpan tidak hilang."
NO_FILE: Final = "Pilih berkasnya dahulu, lalu kirim. Bila tidak ada berkas, pilih Lanjut."
OTHER_PIECE: Final = "Bagian berkas ini tidak cocok. Pilih lagi berkasnya dan kirim ulang."
TYPES: Final = "foto (JPG, PNG, HEIC, WEBP), PDF, Word, Excel, rekaman suara, atau video MP4"
FILE_GONE: Final = "Berkas ini tidak ada lagi. Muat ulang halaman, lalu pilih lagi berkasnya."

OPEN_QUESTION: Final = "Masih ada pertanyaan yang belum dijawab."
NO_OFFICE: Final = (
    "Kantor untuk daerah yang Anda pilih tidak menerima laporan lewat halaman ini sekarang. Pilih"
    " lagi daerahnya, atau datang ke kantor Bawaslu terdekat."
)
QUEUE: Final = (
    "Banyak laporan masuk pada saat yang sama, jadi laporan Anda antre. Laporan Anda tersimpan dan"
    " tidak ada yang hilang. Tunggu sebentar, lalu tekan Kirim lagi."
)
CLOSED: Final = (
    "Belum ada kantor yang menerima laporan lewat halaman ini. Sampaikan laporan langsung di kantor"
    " Bawaslu terdekat."
)
NO_DRAFT: Final = (
    "Tidak ada laporan dengan kode ini. Kode laporan yang tidak disentuh selama 14 hari ikut"
    " terhapus."
)
ENDED: Final = (
    "Isi draf Anda sudah terhapus atau sesinya berakhir. Ketik kode Anda untuk melanjutkan."
)
BUSY: Final = (
    "Terlalu banyak laporan baru dimulai pada saat yang sama. Tunggu sebentar, lalu coba lagi."
)

WAITING: Final = "Diterima, menunggu dicatat petugas"
WAITING_SENTENCE: Final = (
    "Laporan Anda sudah sampai di kantor dan belum dibaca. Petugas mencatatnya pada jam pelayanan;"
    " sesudah itu status di sini berubah."
)
WAITING_NEXT: Final = "Petugas kantor membaca dan mencatat laporan Anda."
REFUSED: Final = "Tidak dicatat sebagai laporan"
SENT_STEP: Final = "Laporan Anda dikirim lewat halaman Lapor."
REFUSED_STEP: Final = "Petugas membaca laporan Anda dan tidak mencatatnya."

INTAKE_RULES: Final = {
    Confidentiality.NAMED: "kajian_awal",
    Confidentiality.CONFIDENTIAL: "kajian_awal",
    Confidentiality.ANONYMOUS: "tracing",
}
NO_RULE: Final = (
    "Untuk peristiwa di luar masa pemilihan tidak ada batas waktu yang ditetapkan bagi pemeriksaan"
    " awal. Bawaslu meneruskannya kepada instansi yang berwenang."
)
FROM_SENDING: Final = (
    "Dihitung dari hari Anda mengirim. Hitungan yang mengikat dimulai ketika petugas menerimanya"
    " pada jam pelayanan, jadi tanggalnya dapat mundur."
)


def megabytes(size: int) -> str:
    """Return a size as people read it: "3,4 MB", "120 KB"."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def empty_file(name: str) -> str:
    """Return the sentence about a file without a byte."""
    return f"Berkas “{name}” kosong, jadi tidak disimpan. Pilih berkas yang berisi."


def too_large(name: str, largest: int) -> str:
    """Return the sentence about a file that is too large."""
    return (
        f"Berkas “{name}” terlalu besar, jadi tidak disimpan. Batasnya {largest // 1024 // 1024} MB"
        " untuk tiap berkas. Yang sudah tersimpan tidak hilang."
    )


def not_whole(name: str) -> str:
    """Return the sentence about a file of which pieces are missing."""
    return (
        f"Berkas “{name}” belum sampai seluruhnya. Pilih lagi berkas yang sama di halaman berkas"
        " untuk melanjutkan, atau hapus."
    )


def other_type(name: str) -> str:
    """Return the sentence about a file of a type that is not taken."""
    return (
        f"Isi berkas “{name}” bukan jenis yang diterima, jadi tidak disimpan. Yang diterima:"
        f" {TYPES}."
    )


def known_before(act: date) -> str:
    """Return the sentence about a day of knowing that lies before the act."""
    return f"Anda mengetahuinya tidak mungkin sebelum peristiwanya terjadi ({day(act)})."


def in_time(last: date) -> str:
    """Return that the report is in time, and until when."""
    return f"Anda masih dalam batas waktu. Hari terakhir untuk melapor: {day(last)}."


def late(last: date) -> str:
    """Return that the time is over, and what follows."""
    return (
        f"Batas waktu melapor berakhir {day(last)}. Anda tetap dapat mengirim: bila laporan tidak"
        " dapat diregistrasi karena lewat waktu, isinya dapat dipakai sebagai informasi awal."
    )

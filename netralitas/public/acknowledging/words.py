"""The words of the page on which a receiver confirms."""

from typing import Final

from netralitas.language import phrase

CODE: Final = phrase("Kode konfirmasi")
CODE_HINT: Final = phrase(
    "20 huruf dan angka pada lembar tanda terima berkas. Huruf besar atau kecil, spasi, dan tanda"
    " hubung tidak berpengaruh."
)
CODE_MISSING: Final = phrase("Isi kode yang tercetak pada lembar tanda terima berkas.")
NAME: Final = phrase("Nama penerima")
POST: Final = phrase("Jabatan penerima")
DAY: Final = phrase("Tanggal diterima")
DAY_HINT: Final = phrase("Hari berkas sampai di kantor Anda, bukan hari Anda mengisi halaman ini.")
TOO_EARLY: Final = phrase("Berkas tidak dapat diterima sebelum suratnya dikirim.")
NO_NUMBER: Final = phrase("nomor tidak tercetak")
NO_DATE: Final = phrase("tanggal tidak tercetak")

SENDER: Final = phrase("Pengirim")
RECEIVER: Final = phrase("Penerima")
NUMBER: Final = phrase("Nomor surat")
DATED: Final = phrase("Tanggal surat")
FILES: Final = phrase("Jumlah berkas")

"""The words of the page on which a receiver confirms."""

from typing import Final

CODE: Final = "Kode konfirmasi"
CODE_HINT: Final = (
    "20 huruf dan angka pada lembar tanda terima berkas. Huruf besar atau kecil, spasi, dan tanda"
    " hubung tidak berpengaruh."
)
CODE_MISSING: Final = "Isi kode yang tercetak pada lembar tanda terima berkas."
NAME: Final = "Nama penerima"
POST: Final = "Jabatan penerima"
DAY: Final = "Tanggal diterima"
DAY_HINT: Final = "Hari berkas sampai di kantor Anda, bukan hari Anda mengisi halaman ini."
TOO_EARLY: Final = "Berkas tidak dapat diterima sebelum suratnya dikirim."
NO_NUMBER: Final = "nomor tidak tercetak"
NO_DATE: Final = "tanggal tidak tercetak"

"""The words of the page on which a paper is verified."""

from typing import Final

CODE: Final = "Kode verifikasi"
CODE_HINT: Final = "20 huruf dan angka pada bagian bawah naskah."
FILE: Final = "Berkas naskah"
FILE_HINT: Final = (
    "PDF, DOCX, atau pindaian yang Anda terima. Berkas hanya dibaca untuk dihitung sidiknya, lalu"
    " dibuang."
)
NEITHER: Final = "Isi kode verifikasi atau pilih berkas naskahnya."
COPIES: Final = {
    "pdf": "Berkas yang Anda unggah sama persis dengan PDF yang diterbitkan.",
    "docx": "Berkas yang Anda unggah sama persis dengan DOCX yang diterbitkan.",
    "scan": "Berkas yang Anda unggah sama persis dengan pindaian naskah yang ditandatangani.",
}
CODE_ALONE: Final = (
    "Kode saja tidak membuktikan isinya. Cocokkan nomor dan tanggal di atas dengan naskah Anda,"
    " dan unggah berkasnya bila ada."
)

"""The words of the page on which a paper is verified."""

from typing import Final

from netralitas.language import phrase

CODE: Final = phrase("Kode verifikasi")
CODE_HINT: Final = phrase("20 huruf dan angka pada bagian bawah naskah.")
FILE: Final = phrase("Berkas naskah")
FILE_HINT: Final = phrase(
    "PDF, DOCX, atau pindaian yang Anda terima. Berkas hanya dibaca untuk dihitung sidiknya, lalu"
    " dibuang."
)
NEITHER: Final = phrase("Isi kode verifikasi atau pilih berkas naskahnya.")
NO_NUMBER: Final = phrase("tanpa nomor")
COPIES: Final = {
    "pdf": phrase("Berkas yang Anda unggah sama persis dengan PDF yang diterbitkan."),
    "docx": phrase("Berkas yang Anda unggah sama persis dengan DOCX yang diterbitkan."),
    "scan": phrase(
        "Berkas yang Anda unggah sama persis dengan pindaian naskah yang ditandatangani."
    ),
}
CODE_ALONE: Final = phrase(
    "Kode saja tidak membuktikan isinya. Cocokkan nomor dan tanggal di atas dengan naskah Anda,"
    " dan unggah berkasnya bila ada."
)

"""The Indonesian words of a respondent as a person."""

from typing import Final

PURPOSES: Final = {
    "identify": "Mencocokkan identitas terlapor",
    "letter": "Menulis surat atau berkas penerusan",
    "authority": "Menjawab permintaan instansi pengawas ASN",
    "correct": "Memeriksa kekeliruan data",
}
"""Why a whole number is opened; the record keeps the code."""

BY_NUMBER: Final = "Dicocokkan menurut NIP."
BY_LIST: Final = "Dicocokkan menurut baris daftar pegawai yang sama."
UNMATCHED: Final = (
    "Riwayat tidak dapat dicocokkan: NIP belum tercatat dan terlapor tidak diambil dari daftar"
    " pegawai. Nama saja tidak dipakai."
)
NO_NUMBER: Final = "NIP terlapor ini belum tercatat."

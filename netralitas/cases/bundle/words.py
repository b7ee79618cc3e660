"""Words of a bundle: its page, its list of contents, what is refused."""

from typing import Final

TITLE: Final = "Bundel perkara"
LEAD: Final = (
    "Satu berkas ZIP berisi semua yang boleh Anda baca dari perkara ini: naskah dan bukti asli,"
    " daftar isi, kronologi, dan pembuktian jejak audit. Pembuatannya dicatat pada perkara dengan"
    " tujuan yang Anda isi."
)
BUTTON: Final = "Unduh bundel (ZIP)"
CLASSIFICATION: Final = "Rahasia"
LOST: Final = "Bundel belum dapat dibuat: {titles} tidak ada di tempat penyimpanan."
LOST_REMEDY: Final = "Minta pengelola sistem memulihkannya dari cadangan, lalu coba lagi."
PURPOSES: Final = {
    "coordination": "Koordinasi dengan instansi yang berwenang",
    "examination": "Pemeriksaan, pengawasan, atau audit",
    "hearing": "Sidang atau gugatan",
    "archive": "Pengarsipan",
}
_FORM: Final = (
    "Bundel ini mengikuti BagIt (RFC 8493). Sidik SHA-256 setiap berkas ada pada"
    " manifest-sha256.txt; jejak-audit.json membuktikan bahwa peristiwa perkara tercatat dalam"
    " catatan yang ditandatangani."
)
_READ: Final = (
    "Isinya hanya yang boleh dibaca pembuatnya pada saat itu. Identitas dalam brankas tidak ikut;"
    " periksa isi naskah dan bukti sebelum bundel ini diteruskan."
)
ABOUT: Final = (_FORM, _READ)

"""Words of the hand-over of static archives."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a form is called, and what is said above it."""

    title: str
    lead: str


TITLE: Final = "Arsip statis"
NEW: Final = Said(
    title="Siapkan penyerahan arsip",
    lead=(
        "Arsip statis diserahkan kepada lembaga kearsipan setelah retensinya habis, berketerangan"
        " dipermanenkan, dan telah diverifikasi. Perkara dipilih di halaman berikutnya."
    ),
)
ADD: Final = Said(
    title="Tambahkan perkara",
    lead=(
        "Hanya perkara yang seluruh prosesnya sudah selesai dan belum diserahkan. Setiap perkara"
        " dibundel pada saat ditambahkan, dan bundelnya tidak berubah lagi."
    ),
)
CLOSE: Final = Said(
    title="Serahkan arsip",
    lead=(
        "Berita acara dinomori, dicetak, dan dibekukan dengan sidik setiap bundel. Sesudah itu"
        " daftar perkara tidak dapat diubah."
    ),
)
SCAN: Final = Said(
    title="Lampirkan pindaian berita acara",
    lead=("Pindaian berita acara yang sudah ditandatangani kedua pihak (PDF, JPEG, PNG)."),
)
CLOSED: Final = "Penyerahan ini sudah ditutup dengan berita acara."
EMPTY: Final = "Belum ada perkara dalam penyerahan ini."
EMPTY_REMEDY: Final = "Tambahkan paling sedikit satu perkara."
OPEN: Final = "Berita acara belum dibuat, sehingga pindaiannya belum dapat dilampirkan."
SCANNED: Final = "Pindaian berita acara sudah dilampirkan."
NOT_CLOSED: Final = "Perkara {case} masih berjalan, sudah diserahkan, atau bukan milik kantor Anda."
RULE: Final = "archive.cases"
MINUTES: Final = "Berita acara penyerahan arsip statis"
PATTERN: Final = "{serial:03}/BA-ARSIP/{month}/{year}"
BASIS: Final = (
    "Arsip statis: arsip yang memiliki nilai guna kesejarahan, telah habis retensinya, dan"
    " berketerangan dipermanenkan yang telah diverifikasi, sebagaimana dimaksud dalam Undang-Undang"
    " Nomor 43 Tahun 2009 tentang Kearsipan."
)
CERTAINTY: Final = "dikutip dari nota kesepakatan, bukan dari naskah undang-undang"
GIVER: Final = "Pihak yang menyerahkan"
TAKER: Final = "Pihak yang menerima"
NONE_CLOSED: Final = (
    "Belum ada perkara yang dapat diserahkan: setiap perkara kantor Anda masih berjalan atau sudah"
    " diserahkan."
)
OWN_OFFICE: Final = "Penyerahan ini disiapkan oleh kantor lain; bundelnya tetap di sana."

"""The Indonesian words of the second factor."""

from datetime import datetime
from typing import Final

from netralitas.law import words as law_words
from netralitas.law.domain import Zone

ENROLLED_ALREADY: Final = (
    "Anda sudah mempunyai faktor kedua. Untuk memakai perangkat lain, pilih “Ganti perangkat”."
)
NOT_ENROLLED: Final = "Anda belum mempunyai faktor kedua. Pasang dahulu, lalu ulangi."
OFFER_GONE: Final = (
    "Kunci di halaman tadi sudah tidak berlaku. Pindai kode QR yang baru di bawah ini."
)
WRONG_CODE: Final = (
    "Kode ini tidak cocok atau sudah dipakai. Ketik enam angka yang berikutnya tampil di aplikasi"
    " Anda, dan pastikan jam di perangkat itu disetel otomatis."
)
WRONG_NEW_CODE: Final = (
    "Kode ini bukan dari kunci yang baru. Pindai kode QR, lalu ketik enam angka yang tampil."
)
TOO_MANY: Final = (
    "Terlalu banyak kode yang salah. Tunggu beberapa menit, lalu coba lagi. Bila perangkat Anda"
    " hilang, hubungi administrator kantor Anda."
)


def since(at: datetime, zone: Zone) -> str:
    """Return since when there is a second factor."""
    return f"Faktor kedua Anda terpasang sejak {law_words.moment(at, zone)}."

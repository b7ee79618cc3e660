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
WRONG_PASSKEY: Final = (
    "Kunci sandi ini tidak diterima. Mungkin halaman ini terlalu lama terbuka, atau kunci sandi itu"
    " bukan untuk akun ini. Coba sekali lagi, atau pakai cara lain."
)
WRONG_NEW_PASSKEY: Final = (
    "Kunci sandi belum tersimpan: jawaban perangkat tidak diterima. Mungkin halaman ini terlalu"
    " lama terbuka. Coba sekali lagi."
)
NO_PASSKEYS_HERE: Final = (
    "Kunci sandi memerlukan nama host, misalnya https://netralitas.example; alamat berupa angka"
    " ditolak oleh peramban."
)
KNOWN_PASSKEY: Final = "Kunci sandi ini sudah terpasang."
TOO_MANY_PASSKEYS: Final = "Paling banyak {} kunci sandi. Lepaskan dahulu yang tidak Anda pakai."
LAST_PASSKEY: Final = (
    "Ini faktor kedua Anda yang terakhir, dan peran Anda hanya dipakai dengan faktor kedua."
)
LAST_PASSKEY_REMEDY: Final = "Pasang dahulu kode dari aplikasi atau kunci sandi lain."
NO_FACTOR_YET: Final = "Pasang dahulu faktor kedua; kode pemulihan menggantikannya bila hilang."
CARRIED_ELSEWHERE: Final = "Isian ini dari sesi lain, jadi tidak dikirim."
CARRIED_ELSEWHERE_REMEDY: Final = "Buka lagi halaman tempat Anda mengisinya, lalu isi di sana."
CHOOSE_AGAIN: Final = "Pilih lagi berkas {}: peramban tidak dapat menyimpannya di halaman ini."
TOO_MANY: Final = (
    "Terlalu banyak kode yang salah. Tunggu beberapa menit, lalu coba lagi. Bila perangkat Anda"
    " hilang, hubungi administrator kantor Anda."
)


def since(at: datetime, zone: Zone) -> str:
    """Return since when there is a second factor."""
    return f"Faktor kedua Anda terpasang sejak {law_words.moment(at, zone)}."


def moment(at: datetime, zone: Zone) -> str:
    """Return a moment as it stands in a list."""
    return law_words.moment(at, zone)

"""The Indonesian words of people, requests for accounts, deputies and handing over."""

from typing import Final

from netralitas.accounts.people.domain import Established, RequestKind, RequestState

REDEEM: Final = "/undangan"
"""Where a one-time code is typed."""

TITLE: Final = "Akun dan penugasan"
LEAD: Final = (
    "Orang-orang yang bertugas di instansi Anda dan di instansi bawahannya. Administrator "
    "mengelola akun, tidak membaca isi perkara."
)
REQUESTS: Final = "Undangan dan penggantian"
REQUESTS_LEAD: Final = (
    "Akun baru dan penggantian kata sandi selalu melibatkan dua administrator: yang satu "
    "mengajukan, yang lain menyetujui dan menyerahkan kode sekali pakai."
)
KINDS: Final[dict[RequestKind, str]] = {
    RequestKind.INVITATION: "Undangan",
    RequestKind.RESET: "Penggantian",
}
STATES: Final[dict[RequestState, str]] = {
    RequestState.ASKED: "Diminta oleh pemilik akun, belum diajukan",
    RequestState.PROPOSED: "Menunggu administrator kedua",
    RequestState.CONFIRMED: "Kode belum digunakan",
    RequestState.USED: "Selesai",
    RequestState.WITHDRAWN: "Ditarik",
}
EXPIRED: Final = "Kode kedaluwarsa"
ESTABLISHED: Final[dict[Established, str]] = {
    Established.IN_PERSON: "Bertemu langsung dan memeriksa kartu pegawai atau KTP",
    Established.KNOWN_NUMBER: "Menelepon nomor yang sudah dikenal kantor sebelumnya",
    Established.SUPERIOR: "Dipastikan oleh atasan langsungnya",
    Established.LETTER: "Surat dinas dari instansinya",
}

TWO_PERSONS: Final = (
    "Disetujui oleh administrator lain daripada yang mengajukannya (aturan dua orang untuk akun)."
)
TWO_PERSONS_REMEDY: Final = (
    "Mintalah administrator lain di kantor ini atau di kantor atasannya menyetujuinya."
)
OWN_RESET: Final = (
    "Tidak seorang pun mengganti kata sandi atau faktor keduanya sendiri lewat halaman ini (aturan "
    "dua orang untuk akun)."
)
OWN_RESET_REMEDY: Final = "Mintalah administrator lain mengajukan, dan satu lagi menyetujuinya."
NOT_IN_CHARGE: Final = (
    "Orang ini bertugas juga di instansi di luar kewenangan Anda; akunnya diubah oleh pengelola "
    "server atau administrator kantor atasan bersama."
)
CODE_WRONG: Final = (
    "Kode ini tidak dikenal, sudah dipakai, atau sudah kedaluwarsa. Periksa ketikannya, atau minta "
    "kode baru kepada administrator kantor Anda."
)
TOO_MANY_CODES: Final = (
    "Terlalu banyak percobaan. Tunggu beberapa menit, lalu ketik kodenya sekali lagi."
)
PASSWORDS_DIFFER: Final = "Kedua kata sandi tidak sama. Ketik lagi keduanya."
PRESENT_WRONG: Final = "Kata sandi Anda sekarang tidak cocok. Periksa, lalu coba lagi."
ASKED: Final = (
    "Bila nama pengguna itu ada, administrator kantornya sekarang melihat permintaan Anda. Mereka "
    "memastikan dahulu bahwa itu benar Anda, lalu menyerahkan kode sekali pakai."
)
NO_SECOND: Final = (
    "Tidak ada administrator lain di kantor ini atau di kantor atasannya yang dapat menyetujui. "
    "Pengelola server menyetujuinya di baris perintah: netralitas account confirm {number}"
)
ABOVE_ONLY: Final = (
    "Di kantor ini tidak ada administrator lain; administrator kantor atasan yang menyetujui."
)
ENDED: Final = "Penugasan berakhir {day}."

DEPUTY: Final = "Wakil"
DEPUTY_TITLE: Final = "Mewakili {name}"
NOT_SAME_OFFICE: Final = "Wakil harus bertugas di instansi yang sama pada hari-hari itu."
NOT_YOURS: Final = (
    "Wakil ditunjuk oleh pemilik meja, atasan langsungnya, atau administrator kantornya."
)
OWN_DEPUTY: Final = "Seseorang tidak mewakili dirinya sendiri."
NOT_LENT: Final = (
    "Peran anggota Bawaslu, auditor, dan administrator melekat pada orangnya dan tidak dapat "
    "dipinjamkan; peran lain hanya bila dipegang meja ini."
)
HELD_ALREADY: Final = "Wakil sudah memegang semua peran itu di instansi ini."
DEPUTY_PERIOD: Final = (
    "Tulis hari pertama dan hari terakhir; mulai hari ini atau nanti, paling lama satu tahun, dan "
    "tidak melewati akhir penugasan meja ini."
)
DEPUTY_OVERLAPS: Final = "Orang ini sudah mewakili meja yang sama pada hari-hari itu."
NO_DEPUTY_THERE: Final = "Perwakilan ini tidak ada atau sudah berakhir."


def number(request: int) -> str:
    """Return how a request is called on pages and at the command line."""
    return f"A-{request}"

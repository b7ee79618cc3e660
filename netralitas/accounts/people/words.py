"""The Indonesian words of people, requests for accounts, deputies and handing over."""

from typing import Final

from netralitas.accounts.people.domain import Established, RequestKind, RequestState, Work

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
MAIL_ALONE: Final = (
    "Surel ini diisi oleh satu administrator dan belum disetujui administrator lain. Pengingat "
    "dikirim ke sana, tetapi surel ini belum berlaku untuk masuk lewat penyedia lain."
)
MAIL_CHANGED: Final = (
    "Surel ini sudah berubah atau sudah disetujui sejak Anda membuka halaman ini. Lihat lagi surel "
    "orang ini."
)
MAIL_TWO_PERSONS: Final = (
    "Surel disetujui oleh administrator lain daripada yang mengisinya, dan bukan oleh orang itu "
    "sendiri (aturan dua orang untuk akun)."
)
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

HANDED_OVER: Final = "Pekerjaan diserahterimakan kepada {name} ({day})."
TO_BE_HANDED: Final = "Pekerjaan akan diserahterimakan kepada {name} pada {day}."
PERSON: Final = "Akun seseorang"
BY_OWNER: Final = "Pemilik akun sendiri, dari halaman masuk"
FORGOTTEN: Final = "(tidak disimpan)"
CONFIRM_INVITED: Final = "Setujui undangan ini"
CONFIRM_RESET: Final = "Setujui penggantian ini"
CODE_TITLE: Final = "Serahkan kode ini"
NOT_ESTABLISHED: Final = "Pilih bagaimana Anda memastikannya."
INVITE: Final = "Undang orang"
INVITE_LEAD: Final = (
    "Administrator lain menyetujui undangan ini, lalu menyerahkan kode sekali pakai. Dengan kode "
    "itu orang yang diundang membuat kata sandinya sendiri; Anda tidak pernah mengetahuinya."
)
INVITE_BUTTON: Final = "Ajukan undangan"
REDEEMED: Final = "Selesai: Anda dapat masuk sekarang"
STAND_INS: Final = "Perwakilan"
SITS: Final = "Anda mewakili {name} ({title}), {days}."
STAND_INS_LEAD: Final = (
    "Saat cuti atau berhalangan, orang lain di kantor yang sama mewakili Anda pada hari-hari yang "
    "Anda tentukan, dengan peran yang Anda pinjamkan dan tidak lebih."
)
CHANGED: Final = "Akun diubah"
OWN_ACCOUNT: Final = (
    "Ini akun Anda sendiri. Peran administrator, kata sandi, dan faktor kedua Anda diubah oleh "
    "administrator lain."
)
OPEN_REQUEST: Final = "Permintaan {number} masih terbuka"


def number(request: int) -> str:
    """Return how a request is called on pages and at the command line."""
    return f"A-{request}"


def work(held: Work) -> str:
    """Return what somebody holds: what goes to a successor, then what stays and why."""
    goes = (
        (held.cases, "perkara terbuka"),
        (held.sessions, "sesi klarifikasi yang akan datang"),
        (held.people, "bawahan langsung"),
    )
    said = ", ".join(f"{amount} {what}" for amount, what in goes if amount)
    told = f"Ikut berpindah: {said}." if said else "Tidak ada pekerjaan terbuka yang berpindah."
    stays = (
        (held.drafts, "konsep penerimaan, tersegel untuk pemiliknya"),
        (held.examinations, "keanggotaan tim pemeriksa, diganti lewat penunjukan baru"),
        (held.roster, "baris petugas piket, diubah pada Standar pelayanan"),
    )
    left = "; ".join(f"{amount} {what}" for amount, what in stays if amount)
    return f"{told} Tidak berpindah: {left}." if left else told

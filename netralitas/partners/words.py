"""The Indonesian words about partners: states, and why something did not go through."""

from collections.abc import Mapping
from typing import Final

from netralitas.evidence.web.domain import Problem as Trouble
from netralitas.partners.domain import AnswerState, PackageState, PartnerState, Problem
from netralitas.web.parts import type_tone

TITLE: Final = "Mitra"
LEAD: Final = (
    "Mitra adalah instalasi Netralitas lain yang menyerahkan perkara kepada kantor Anda, misalnya"
    " milik Bawaslu. Paket berkas diambil dari sana dan menjadi perkara di sini; langkah yang"
    " Anda catat dikirim kembali. Identitas pelapor, pemberi keterangan, dan saksi tidak ikut."
)
NEW: Final = "Tambahkan mitra"
NEW_LEAD: Final = (
    "Mintalah token kepada administrator instalasi pengirim: token itu harus milik kantor Anda di"
    " sana, dengan hak packages.read, cases.read, dan cases.write. Alamat dan instansi pengirim"
    " tidak dapat diubah kemudian."
)
REPLACE: Final = "Ganti token"
REPLACE_LEAD: Final = (
    "Token lama tidak dipakai lagi begitu token baru disimpan. Token tidak pernah ditampilkan"
    " kembali."
)
STATES: Final[Mapping[PartnerState, tuple[str, type_tone]]] = {
    PartnerState.ACTIVE: ("Aktif", "done"),
    PartnerState.PAUSED: ("Dijeda", "waiting"),
    PartnerState.STOPPED: ("Dihentikan sistem", "late"),
    PartnerState.ENDED: ("Diakhiri", "neutral"),
}
PACKAGES: Final[Mapping[PackageState, tuple[str, type_tone]]] = {
    PackageState.ENTERED: ("Menjadi perkara", "done"),
    PackageState.HELD: ("Belum dapat masuk", "late"),
}
ANSWERS: Final[Mapping[AnswerState, tuple[str, type_tone]]] = {
    AnswerState.WAITING: ("Menunggu dikirim", "waiting"),
    AnswerState.DELIVERED: ("Tercatat di pengirim", "done"),
    AnswerState.REFUSED: ("Ditolak pengirim", "late"),
    AnswerState.BY_HAND: ("Perlu dicatat dengan tangan", "soon"),
    AnswerState.SETTLED: ("Selesai tanpa dikirim", "neutral"),
}
PROBLEMS: Final[Mapping[Problem, str]] = {
    Problem.ADDRESS: "Alamat mitra tidak dapat dipakai.",
    Problem.NOT_PUBLIC: "Nama mitra menunjuk ke alamat di luar internet publik.",
    Problem.NAME: "Nama situs mitra tidak ditemukan.",
    Problem.UNREACHABLE: "Mitra tidak dapat dihubungi.",
    Problem.CERTIFICATE: "Sertifikat TLS mitra tidak sah untuk namanya.",
    Problem.ANSWER: "Jawaban mitra tidak dapat dibaca.",
    Problem.TOO_LARGE: "Kiriman mitra lebih besar daripada yang diterima di sini.",
    Problem.TOO_SLOW: "Mitra tidak selesai menjawab pada waktunya.",
    Problem.REDIRECT: "Mitra mengalihkan ke alamat lain; pengalihan tidak diikuti.",
    Problem.BUSY: "Mitra sedang sibuk.",
    Problem.FAULT: "Terjadi gangguan.",
    Problem.REFUSED: "Mitra menolaknya.",
    Problem.DENIED: "Token tidak berlaku lagi di mitra. Mintalah token baru.",
    Problem.SCOPES: "Token tidak membuka semua yang diperlukan. Mintalah token baru.",
    Problem.SEALED: "Token tidak dapat dibuka. Masukkan token baru.",
    Problem.MANIFEST: "Daftar isi paket tidak sesuai dengan sidik digitalnya.",
    Problem.PAPER: "Satu berkas dalam paket tidak sesuai dengan sidik digitalnya.",
    Problem.PAPER_REFUSED: "Satu berkas dalam paket tidak dapat disimpan.",
    Problem.CONTENT: "Isi paket tidak dapat dicatat sebagai perkara.",
    Problem.CHANGED: "Perkara berubah di mitra.",
    Problem.UNFILLABLE: "Mitra menanyakan hal yang tidak tercatat di sini.",
    Problem.UNLINKED: "Prosesnya belum ada di mitra.",
    Problem.NOT_TOLD: "Langkah ini tidak disampaikan kepada mitra.",
    Problem.NOT_THERE: "Mitra tidak mengenalnya, atau tidak membukanya lagi bagi kantor Anda.",
    Problem.SETTLED: "Ditandai sudah dicatat di mitra.",
}
ADDRESSES: Final[Mapping[Trouble, str]] = {
    Trouble.ADDRESS: "Alamat ini tidak utuh. Tulis seperti https://netralitas.contoh.go.id.",
    Trouble.SCHEME: "Alamat mitra harus diawali https://.",
    Trouble.CREDENTIALS: "Alamat memuat nama pengguna atau kata sandi. Hapus bagian itu.",
    Trouble.PORT: "Mitra harus memakai port 443.",
    Trouble.NOT_PUBLIC: "Alamat mitra harus berada di internet publik.",
}
TOO_MANY: Final = "Kantor Anda sudah mempunyai dua puluh mitra."
END_ONE: Final = "Akhiri mitra yang tidak dipakai lagi."
HAS_ENDED: Final = "Mitra ini sudah diakhiri."
NOT_OURS: Final = "Ini bukan token Netralitas. Token diawali ntr_ dan disalin seluruhnya."
SENDER_IN_USE: Final = (
    "Instansi ini mempunyai petugas di instalasi ini, jadi tidak dapat diwakili oleh mitra."
)
SENDER_UNKNOWN: Final = "Pilih kantor Bawaslu yang menyerahkan perkara."
NOT_OPEN: Final = "Langkah ini tidak menunggu tindakan Anda."
MISSING_SCOPES: Final = "Token ini belum membuka: {scopes}. Mintalah token lain kepada mitra."
CONNECTED: Final = "Tersambung sebagai “{system}” milik {organisation}."
FOR_FOLLOW_UP: Final = "Ini dilakukan petugas tindak lanjut atau penghubung kantor penerima."
DESK: Final = "Mitra: {name}"
NO_SUBJECT: Final = "Perkara yang diserahkan mitra"
GONE: Final = "Tidak terbuka lagi bagi kantor Anda di instalasi pengirim."
"""Of a case that the sender gave to somebody else, or withdrew."""

LAST_REACHED: Final = "Langkah terakhir sudah tercatat di {partner}."
LAST_WAITS: Final = "Langkah terakhir menunggu dikirim ke {partner}."
LAST_HELD: Final = "Langkah terakhir belum tercatat di {partner}."


def problem(code: str | None) -> str:
    """Return what is said of a problem, nothing where there is none."""
    return PROBLEMS[Problem(code)] if code else ""


def why(code: str | None, sentence: str | None) -> str:
    """Return why something did not go through, with what the partner or a rule says of it."""
    return " ".join(filter(None, (problem(code), sentence)))


def case(number: int) -> str:
    """Return what a case is called where its own number is not to be told."""
    return f"Perkara {number}"

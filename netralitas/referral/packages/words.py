"""The Indonesian words of packages: the manifest, why something is held back, what is refused."""

from typing import Final

from netralitas.cases.words import PAPERS
from netralitas.documents.domain import DocumentKind
from netralitas.referral.packages.domain import CHOSEN, IDENTITIES, OTHERS

MANIFEST: Final = "Daftar isi paket berkas"
SENDER: Final = "Pengirim"
RECEIVER: Final = "Penerima"
LETTER: Final = "Surat"
RESPONDENTS: Final = "Terlapor"
INSIDE: Final = "Berkas yang disertakan"
HELD_BACK: Final = "Yang tidak disertakan"
DIGEST: Final = "Sidik paket (SHA-256)"
NO_LETTER: Final = "tanpa surat pengantar"
NO_NUMBER: Final = "nomor tidak diketahui"
NO_DATE: Final = "tanggal tidak diketahui"
NEVER_THERE: Final = "tidak pernah disertakan"

_WHOSE: Final = {
    "reporter": "Identitas pelapor",
    "informant": "Identitas pemberi informasi",
    "witness": "Identitas saksi",
}
_IDENTITY: Final = (
    "Dirahasiakan menurut Perbawaslu 1/2022 Pasal 18 ayat (2) (rujukan sekunder, perlu konfirmasi)."
)
_REASONS: Final = {
    **dict.fromkeys(IDENTITIES, _IDENTITY),
    CHOSEN: "Tidak dipilih pengirim; daftar bukti menyebutnya dan penerima dapat memintanya.",
    OTHERS: "Terlapor lain dalam perkara yang sama tidak termasuk surat ini.",
    DocumentKind.STUDY_DRAFT.value: "Rancangan adalah bahan kerja dan tidak keluar dari pengirim.",
}
_INTERNAL: Final = "Dokumen internal pengirim."


def held(what: str) -> str:
    """Return the name of what is held back."""
    if what == OTHERS:
        return "Terlapor lain"
    return _WHOSE.get(what) or PAPERS[DocumentKind(what)]


def reason(what: str) -> str:
    """Return the sentence that says why it is held back."""
    return _REASONS.get(what, _INTERNAL)


BACK: Final = "Kembali ke paket"
SEALED_DIGEST: Final = "Sidik berkas tersegel (SHA-256)"
TITLE: Final = "Paket berkas"
ANSWER: Final = "Jawaban atas paket ini"
ON_BEHALF: Final = "Catat jawaban penerima menurut suratnya"
ELSEWHERE: Final = "Dilanjutkan di perkara lain"
MATCHES: Final = "Cocok"
DIFFERS: Final = "Tidak cocok"
LOST: Final = "Berkas tidak ada"
HAS_A_DESK: Final = (
    "Penerima paket ini mempunyai meja di sini dan membacanya langsung; berkas tersegel tidak"
    " diperlukan."
)
NOT_THE_SENDER: Final = "Berkas tersegel dan lembar tanda terima dibuat oleh instansi pengirim."
WITHOUT_LETTER: Final = "Paket ini tidak mempunyai surat keluar yang penerimaannya dapat terbukti."
WITHOUT_LETTER_REMEDY: Final = "Catat surat pengantarnya bersama langkah penerusan berikutnya."
CONFIRMED: Final = "Penerimaan paket ini sudah dikonfirmasi; lembar baru tidak diperlukan."
NOT_THE_LAST_FILE: Final = (
    "Kata sandi ini bukan milik berkas tersegel yang terakhir dibuat. Buat berkas tersegel baru."
)
NOT_THE_LAST_SHEET: Final = (
    "Kode ini bukan milik lembar tanda terima yang terakhir dibuat. Buat lembar yang baru."
)
PAPER_LOST: Final = "Salah satu berkas paket ini tidak ada di penyimpanan."
PAPER_LOST_REMEDY: Final = "Hubungi administrator; paket tidak dibuat tanpa berkas itu."

SEALED: Final = "Berkas tersegel dibuat"
SEALED_LEAD: Final = (
    "Kata sandi di bawah hanya tampil sekarang dan tidak disimpan. Sampaikan lewat jalan lain"
    " daripada berkasnya, misalnya telepon."
)
KEY: Final = "Kata sandi berkas tersegel"
SHEET: Final = "Lembar tanda terima dibuat"
SHEET_LEAD: Final = (
    "Kode di bawah hanya tampil sekarang dan tercetak pada lembarnya. Sertakan lembar itu bersama"
    " surat; penerima mengonfirmasi dengan kode tanpa akun."
)
CODE: Final = "Kode konfirmasi"

SHEET_TITLE: Final = "Lembar Tanda Terima Berkas"
SHEET_STEPS: Final = (
    "Cocokkan nomor surat, jumlah berkas, dan sidik paket dengan yang Anda terima.",
    "Buka alamat di bawah atau pindai kode QR, lalu ketik kode konfirmasi.",
    "Isi nama dan jabatan penerima serta tanggal terima. Pengirim mengetahuinya saat itu juga.",
)


def confirmed_by(name: str, post: str) -> str:
    """Return the note that names who confirmed a receipt by code."""
    return f"Dikonfirmasi dengan kode oleh {name}, {post}."

"""The words of the inbox: what was sent, what is done with it, what the other side is told."""

from typing import Final

from netralitas.intake.domain import Confidentiality
from netralitas.language import phrase

TITLE: Final = "Kotak masuk"
LEAD: Final = (
    "Laporan dan informasi yang dikirim masyarakat lewat situs publik ke kantor Anda, yang terlama"
    " paling atas. Daftar ini tidak memuat nama siapa pun."
)
STANDARD: Final = phrase(
    "Pelaporan tidak dipungut biaya. Laporan dapat dikirim secara daring 24 jam setiap hari dan"
    " diperiksa petugas pada jam layanan."
)
"""The standard of service, as the public site shows it."""

KINDS: Final[dict[Confidentiality, str]] = {
    Confidentiality.NAMED: "Laporan bernama",
    Confidentiality.CONFIDENTIAL: "Laporan rahasia",
    Confidentiality.ANONYMOUS: "Informasi tanpa nama",
}
ABOUT: Final[dict[Confidentiality, str]] = {
    Confidentiality.NAMED: (
        "Laporan ini bernama. Nama pelapor tampil di halaman ini saja, untuk memeriksa syarat"
        " formal. Setelah diterima, identitasnya hanya ada di brankas identitas."
    ),
    Confidentiality.CONFIDENTIAL: (
        "Laporan ini rahasia. Identitas pelapor langsung masuk brankas tanpa ditampilkan kepada"
        " siapa pun; pembukaannya perlu dua orang dan diberitahukan kepada pelapor."
    ),
    Confidentiality.ANONYMOUS: (
        "Informasi ini dikirim tanpa nama. Setelah diterima, ia menjadi informasi awal dan"
        " ditelusuri; pengirimnya tidak menjadi pihak."
    ),
}
TAKEN_AS: Final[dict[Confidentiality, str]] = {
    Confidentiality.NAMED: "Terima sebagai laporan",
    Confidentiality.CONFIDENTIAL: "Terima sebagai laporan",
    Confidentiality.ANONYMOUS: "Terima sebagai informasi awal",
}
IN_VAULT: Final = "Setelah diterima, identitas ini hanya ada di brankas identitas."
ANSWERED: Final = "Kiriman ini sudah diterima atau ditolak petugas lain di kantor Anda."
ANSWERED_REMEDY: Final = "Kembali ke kotak masuk dan pilih kiriman lain."
UNREADABLE: Final = (
    "Isi kiriman ini tidak dapat dibuka: kunci kantornya tidak ada, atau isinya berubah."
)
UNREADABLE_REMEDY: Final = (
    "Beri tahu pengelola sistem. Bila kuncinya memang tidak ada lagi, tolak kiriman ini dengan"
    " alasan itu supaya pengirimnya tahu dan dapat mengirim ulang."
)
DAMAGED_REMEDY: Final = (
    "Kiriman belum diterima. Beri tahu pengelola sistem, atau tolak kiriman ini dengan alasan itu"
    " supaya pengirimnya mengirim ulang berkasnya."
)
NOT_SHOWN: Final = "Gambar ini tidak dapat ditampilkan dengan aman; aslinya tetap disimpan utuh."

WHO_IS_IT: Final = "Isi nama terlapor, atau centang “Terlapor belum teridentifikasi”."
BOTH: Final = (
    "Terlapor tidak dapat bernama dan sekaligus belum teridentifikasi. Hapus namanya, atau hapus"
    " centangnya."
)

MESSAGES: Final = "Pesan dengan pemegang kode"
MESSAGES_LEAD: Final = (
    "Pesan tersegel untuk kantor ini dan untuk pemegang kode tanda terima. Di sini tidak ada nama,"
    " nomor telepon, atau surelnya."
)
NO_MAILBOX: Final = (
    "Perkara ini tidak memiliki kode tanda terima yang dapat menerima pesan, jadi tidak ada yang"
    " dapat disurati di sini."
)
UNREADABLE_MESSAGE: Final = "(Pesan ini tidak dapat dibuka.)"
INTAKE_ONLY: Final = "Pesan dengan pemegang kode dibaca oleh kantor yang menerima perkara."
FROM_OFFICE: Final = "Kantor"
FROM_HOLDER: Final = "Pemegang kode"


def title_of_file(ordinal: int) -> str:
    """Return what a file of the public is called; its own name is not kept."""
    return f"Berkas {ordinal} dari pelapor"


def damaged(ordinal: int) -> str:
    """Return that a file is not the one that the receipt tells of."""
    return (
        f"Berkas {ordinal} tidak sama dengan yang tercantum pada tanda terima pengirim, jadi tidak"
        " dapat diterima."
    )


def refused_file(ordinal: int, reason: str) -> str:
    """Return why a file cannot be kept."""
    return f"Berkas {ordinal}: {reason}"

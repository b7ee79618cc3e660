"""The words about files: what is taken and what is not, and what a browser says while it sends."""

from typing import Final

from netralitas.language import SOURCE, locale, phrase, say

TOO_MANY: Final = phrase(
    "Paling banyak 10 berkas. Hapus satu berkas lebih dahulu bila yang ini lebih penting."
)
ONE_EACH: Final = phrase("Kirim satu berkas setiap kali. Berkas yang sudah tersimpan tidak hilang.")
NONE_CHOSEN: Final = phrase(
    "Pilih berkasnya dahulu, lalu kirim. Bila tidak ada berkas, pilih Lanjut."
)
OTHER_PIECE: Final = phrase("Bagian berkas ini tidak cocok. Pilih lagi berkasnya dan kirim ulang.")
TYPES: Final = phrase(
    "foto (JPG, PNG, HEIC, WEBP), PDF, Word, Excel, rekaman suara, atau video MP4"
)
GONE: Final = phrase("Berkas ini tidak ada lagi. Muat ulang halaman, lalu pilih lagi berkasnya.")
THE_CHOSEN: Final = phrase("yang Anda pilih")
"""What stands for the name of a file that was too large to be read at all."""

WHILE_SENDING: Final = {
    "sent": phrase("Terkirim {percent}%. Jangan tutup halaman ini."),
    "checking": phrase("Memeriksa berkas…"),
    "kept": phrase("Tersimpan."),
    "empty": phrase("Berkas ini kosong, jadi tidak dikirim."),
    "large": phrase("Terlalu besar; batasnya {megabytes} MB."),
    "many": phrase("Sudah terlalu banyak berkas."),
    "broken": phrase("Sambungan terputus. Mencoba lagi…"),
    "lost": phrase(
        "Sambungan terputus terlalu lama. Yang sudah sampai tetap tersimpan; pilih lagi berkas ini"
        " untuk melanjutkan."
    ),
}
"""What the script says; it fills the braces itself."""

_KILO: Final = 1024
_FAMILIES: Final = {
    "image": phrase("Foto atau gambar"),
    "video": phrase("Video"),
    "audio": phrase("Rekaman suara"),
}
_PAPER: Final = phrase("Dokumen")


def megabytes(size: int) -> str:
    """Return a size as people read it: "3,4 MB", "120 KB"."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} KB"
    written = f"{size / _KILO / _KILO:.1f} MB"
    return written.replace(".", ",") if locale() == SOURCE else written


def on_receipt(place: int, media_type: str, size: int) -> str:
    """Return what a file of a receipt is: its place, its kind, its size."""
    kind = _FAMILIES.get(media_type.partition("/")[0], _PAPER)
    return say("Berkas {place}: {kind}, {size}", place=place, kind=kind, size=megabytes(size))


def what_is_taken(largest: int, most: int) -> str:
    """Return how large and how many the files may be, and of which types."""
    return say(
        "Paling besar {megabytes} MB, paling banyak {most} berkas: {types}.",
        megabytes=largest // _KILO // _KILO,
        most=most,
        types=TYPES,
    )


def empty(name: str) -> str:
    """Return the sentence about a file without a byte."""
    return say("Berkas “{name}” kosong, jadi tidak disimpan. Pilih berkas yang berisi.", name=name)


def too_large(name: str, largest: int) -> str:
    """Return the sentence about a file that is too large."""
    return say(
        "Berkas “{name}” terlalu besar, jadi tidak disimpan. Batasnya {megabytes} MB untuk tiap"
        " berkas. Yang sudah tersimpan tidak hilang.",
        name=name,
        megabytes=largest // _KILO // _KILO,
    )


def not_whole(name: str) -> str:
    """Return the sentence about a file of which pieces are missing."""
    return say(
        "Berkas “{name}” belum sampai seluruhnya. Pilih lagi berkas yang sama di halaman berkas"
        " untuk melanjutkan, atau hapus.",
        name=name,
    )


def other_type(name: str) -> str:
    """Return the sentence about a file of a type that is not taken."""
    return say(
        "Isi berkas “{name}” bukan jenis yang diterima, jadi tidak disimpan. Yang diterima:"
        " {types}.",
        name=name,
        types=TYPES,
    )

"""The words of the register: which way a letter went, how it stands, how an office is reached."""

import re
from datetime import date
from enum import StrEnum
from typing import Final

from netralitas.correspondence.domain import AddressKind, Direction, ReceiptProof
from netralitas.law.words import day

UNNUMBERED: Final = "Nomor tidak diketahui"
UNDATED: Final = "Tanggal tidak diketahui"
UNNAMED: Final = "Pihak lain tidak dicatat"
NOT_OURS: Final = "Surat ini dikelola oleh instansi yang mencatatnya."
NOT_A_PARTY: Final = "Surat ini dikelola oleh instansi pengirim atau penerimanya."
NOT_PROVED: Final = "Penerimaan belum terbukti"
PROVED_SOME_DAY: Final = "Diterima; harinya tidak diketahui"
COPY_NOTE: Final = (
    "Tembusan hanya memberi tahu; tembusan bukan bukti penerimaan surat oleh yang dituju."
)
NO_ASSUMPTION: Final = (
    "Surat perkara tidak dianggap diterima karena lewat waktu: penerimaannya dicatat dengan"
    " buktinya."
)

WAYS: Final = {Direction.OUT: "Keluar", Direction.IN: "Masuk"}
WHOLE_WAYS: Final = {Direction.OUT: "Surat keluar", Direction.IN: "Surat masuk"}

ADDRESSES: Final = {
    AddressKind.POSTAL: "Alamat surat",
    AddressKind.EMAIL: "Surat elektronik",
    AddressKind.TELEPHONE: "Telepon",
    AddressKind.APPLICATION: "Aplikasi",
}

PROOFS: Final[dict[str, str]] = {
    ReceiptProof.SIGNED_BOOK.value: "Buku ekspedisi yang ditandatangani",
    ReceiptProof.SIGNED_RECEIPT.value: "Tanda terima yang ditandatangani",
    ReceiptProof.POSTAL_RECEIPT.value: "Bukti terima dari pos atau kurir",
    ReceiptProof.APPLICATION.value: "Status terima di aplikasi",
    ReceiptProof.ANSWER.value: "Surat balasan penerima",
    ReceiptProof.CODE.value: "Konfirmasi penerima dengan kode",
    ReceiptProof.OTHER.value: "Bukti lain",
}
"""By what the receipt of a letter is proved; the record keeps the code."""


class Condition(StrEnum):
    """How a letter stands, as a filter; the values stand in addresses."""

    UNANSWERED = "menunggu"
    UNPROVED = "belum-terbukti"
    CAME_BACK = "kembali"


WAY_FILTERS: Final = {"masuk": Direction.IN, "keluar": Direction.OUT}
CONDITIONS: Final = {
    Condition.UNANSWERED: "Menunggu jawaban",
    Condition.UNPROVED: "Belum terbukti diterima",
    Condition.CAME_BACK: "Kembali",
}


_ITEM: Final = re.compile(r"^\s*\d{1,2}[.)]\s+")  # the number of a line on the paper


def copies_in(typed: str | None) -> tuple[str, ...]:
    """Return who got a copy, a line each, without the numbers and blanks of the paper."""
    named = (_ITEM.sub("", line).strip() for line in (typed or "").splitlines())
    return tuple(dict.fromkeys(line for line in named if line))


def plain(on: date) -> str:
    """Return a day without its weekday: "2 September 2024"."""
    return day(on).split(", ", 1)[1]


def days(amount: int) -> str:
    """Return a number of days: "1 hari", "1.374 hari"."""
    return f"{amount:,} hari".replace(",", ".")

"""The forms about letters: their receipt, return, place, reply and copies; addresses of offices."""

from typing import Final

from netralitas.cases.words import METHODS
from netralitas.correspondence.words import ADDRESSES, PROOFS
from netralitas.web.forms import (
    LETTERS,
    MEBIBYTE,
    Choice,
    DateField,
    Form,
    HappenedField,
    Paragraph,
    Text,
    Ticked,
    Upload,
    optional,
)

LARGEST: Final = 20 * MEBIBYTE
MOST_COPIES: Final = 30

_PAPER_HINT: Final = "Foto atau pindaian bukti penerimaan. PDF, JPEG, atau PNG, paling besar 20 MB."


class ReceiptForm(Form):
    """When the letter was received, and by what that is proved."""

    happened = HappenedField("Waktu diterima", missing="Isi kapan surat diterima.")
    method = optional(Choice("Cara pengiriman", tuple(METHODS.items())))
    proof = Choice(
        "Bukti penerimaan",
        tuple(PROOFS.items()),
        hint="Tembusan kepada pihak lain bukan bukti penerimaan.",
    )
    paper = optional(Upload("Berkas bukti", kinds=LETTERS, largest=LARGEST, hint=_PAPER_HINT))


class ReturnForm(Form):
    """When the letter came back."""

    on = DateField("Tanggal surat kembali", past=True)


class PlaceForm(Form):
    """Where the paper lies."""

    kept_at = Text(
        "Tempat penyimpanan",
        hint="Misalnya lemari arsip 2, map Pilkada 2024. Jangan menulis nama orang.",
        maximum=200,
    )


class ReplyForm(Form):
    """Which letter of the case this one answers."""

    answered = Choice("Membalas surat")


class CopyForm(Form):
    """Who got a copy."""

    copies = Paragraph(
        "Tembusan",
        hint="Satu penerima tembusan per baris, seperti tercetak pada surat.",
        maximum=2000,
    )


class AddressForm(Form):
    """How an office is reached, from when on, and who told it."""

    organisation = Choice("Instansi")
    kind = Choice("Jenis", tuple((kind.value, label) for kind, label in ADDRESSES.items()))
    value = Text(
        "Alamat, nomor, atau nama aplikasi",
        hint="Seperti diberitahukan instansi itu. Jangan menulis alamat pribadi.",
        maximum=300,
    )
    valid_from = DateField("Berlaku sejak")
    told_on = optional(DateField("Tanggal pemberitahuan", past=True))
    told_by = optional(
        Text(
            "Menurut siapa",
            hint="Misalnya surat edaran instansi itu atau petugas penerima; cukup jabatannya.",
            maximum=200,
        )
    )
    replaces = Ticked("Menggantikan alamat sejenis yang masih berlaku")


class EndForm(Form):
    """From when on an address no longer holds."""

    on = DateField("Tidak berlaku lagi mulai")

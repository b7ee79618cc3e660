"""A form with a field of every kind, and how tests fill it."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import BinaryIO

from netralitas.web.forms import (
    MEBIBYTE,
    Choice,
    Choices,
    Citation,
    DateField,
    Email,
    FileKind,
    Form,
    HappenedField,
    Integer,
    Nik,
    Nip,
    Paragraph,
    Password,
    Phone,
    Text,
    Ticked,
    TimeField,
    Upload,
    Uploads,
    Version,
    optional,
)

TODAY = date(2024, 9, 3)


@dataclass
class Sent:
    """A file as the framework hands it over."""

    filename: str
    content: bytes
    file: BinaryIO = field(init=False)

    def __post_init__(self) -> None:
        self.file = BytesIO(self.content)


JPEG = b"\xff\xd8\xff\xe0" + b"0" * 300


class Everything(Form):
    """A field of every kind."""

    subject = Text("Perihal", minimum=3, maximum=20)
    story = optional(Paragraph("Uraian"))
    known_on = DateField("Tanggal diketahui", past=True)
    basis = optional(Citation("Dasar"))
    decided_on = optional(DateField("Tanggal putusan"))
    at = optional(TimeField("Jam"))
    happened = optional(HappenedField("Waktu kejadian"))
    source = optional(Choice("Sumber", [("report", "Laporan"), ("finding", "Temuan")]))
    themes = optional(Choices("Tema", [("a", "A"), ("b", "B"), ("c", "C")]))
    agreed = Ticked("Sudah diperiksa")
    amount = optional(Integer("Jumlah", least=1, most=2000))
    nip = optional(Nip("NIP"))
    nik = optional(Nik("NIK"))
    phone = optional(Phone("Telepon"))
    email = optional(Email("Surel"))
    secret = optional(Password("Kata sandi"))
    letter = optional(Upload("Surat", kinds=(FileKind.PDF, FileKind.JPEG), largest=MEBIBYTE))
    files = optional(Uploads("Bukti", most=2))
    version = Version()


GOOD = {"subject": "Unggahan", "known_on": "2/9/2024", "version": "4"}


def parse(**typed: object) -> Everything:
    """Return the form read from good values and these; `__` in a name stands for a dash."""
    return Everything.parse(GOOD | {k.replace("__", "-"): v for k, v in typed.items()}, today=TODAY)


def errors(**typed: object) -> dict[str, list[str]]:
    """Return the sentences by field."""
    return parse(**typed).errors

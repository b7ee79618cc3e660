"""What is typed for a paper: what it says, a number from elsewhere, the signed scan."""

from netralitas.correspondence.patterns import PatternError, check
from netralitas.documents.official import words
from netralitas.documents.official.places import unknown_in
from netralitas.web.forms import (
    LETTERS,
    Choice,
    DateField,
    Form,
    Integer,
    Paragraph,
    Text,
    Upload,
    optional,
)

LARGEST = 20 * 1024 * 1024
"""Bytes of a scan."""


class IssueForm(Form):
    """A paper as it will be issued; each paragraph can be changed."""

    on = DateField("Tanggal naskah", past=True)
    subject = Text("Perihal", minimum=3, maximum=200)
    to = optional(Paragraph("Kepada", hint=words.TO_HINT, maximum=600))
    body = Paragraph("Isi naskah", hint=words.BODY_HINT, maximum=60_000)
    signatory_label = Text("Jabatan penanda tangan", minimum=2, maximum=120)
    signatory_name = optional(Text("Nama penanda tangan", maximum=120))
    copies = optional(Paragraph("Tembusan", hint="Satu penerima di tiap baris.", maximum=1000))
    printed = optional(Text("Nomor yang sudah tercetak", hint=words.PRINTED_HINT, maximum=120))
    printed_reason = optional(
        Text("Alasan memakai nomor itu", hint="Tanpa nama orang.", maximum=300)
    )

    def check(self) -> None:
        """A number from elsewhere needs its reason."""
        if self.read_value("printed") and not self.read_value("printed_reason"):
            self.refuse("printed_reason", words.REASON_MISSING)


class TemplateForm(Form):
    """How an office words one of its papers."""

    letterhead = optional(Paragraph("Kepala surat", hint=words.LETTERHEAD_HINT, maximum=600))
    size = Choice("Ukuran kertas", (("A4", "A4"), ("F4", "F4 (215 kali 330 mm)")))
    pattern = optional(Text("Pola nomor", hint=words.PATTERN_HINT, maximum=100))
    opening = optional(Paragraph("Paragraf pembuka", hint=words.PLACES_HINT, maximum=4000))
    closing = optional(Paragraph("Paragraf penutup", hint=words.PLACES_HINT, maximum=4000))
    copies = optional(Paragraph("Tembusan", hint=words.COPIES_HINT, maximum=1000))
    signatory_label = Text("Jabatan penanda tangan", minimum=2, maximum=120)
    signatory_name = optional(Text("Nama penanda tangan", maximum=120))
    after = Integer("Versi", most=100_000)

    def check(self) -> None:
        """Hold that numbers can be printed, and that every place is one that is filled in."""
        for name in ("opening", "closing"):
            for unknown in unknown_in([self.read_value(name) or ""]):
                self.refuse(name, words.unknown_place(unknown))
        pattern = self.read_value("pattern")
        try:
            if pattern:
                check(pattern)
        except PatternError:
            self.refuse("pattern", words.PATTERN_WRONG)


class ScanForm(Form):
    """The paper as it was signed."""

    scan = Upload("Pindaian naskah", hint=words.SCAN_HINT, kinds=LETTERS, largest=LARGEST)

"""What is typed for a paper: what it says, a number from elsewhere, the signed scan."""

from netralitas.documents.official import words
from netralitas.web.forms import LETTERS, DateField, Form, Paragraph, Text, Upload, optional

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


class ScanForm(Form):
    """The paper as it was signed."""

    scan = Upload("Pindaian naskah", hint=words.SCAN_HINT, kinds=LETTERS, largest=LARGEST)

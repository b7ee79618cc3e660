"""What is kept under an agreement beside addenda and letters, one form for each."""

from netralitas.agreements.paper import Paper
from netralitas.agreements.records.values import (
    Document,
    Initials,
    Official,
    Question,
    Settlement,
    Talk,
)
from netralitas.web.forms import (
    EVIDENCE,
    MEBIBYTE,
    Choice,
    Choices,
    DateField,
    Form,
    Paragraph,
    Text,
    Upload,
    optional,
)

LARGEST = 20 * MEBIBYTE
"""Of a document, in bytes."""


class OnForm(Form):
    """The day of what is kept."""

    on = DateField("Tanggal", missing="Isi tanggalnya.", past=True)


class OfficialForm(OnForm):
    """Who acts for a party from a day on."""

    party = Choice("Pihak")
    name = Text("Nama pejabat")
    capacity = Text("Jabatan")
    basis = optional(Text("Dasar kewenangan", hint="Misalnya nomor keputusan pengangkatannya."))

    def entry(self, _: Paper) -> Official:
        """Return the official; Invalid when the form has errors."""
        self.require()
        basis = self.basis or ""
        return Official(party=int(self.party), name=self.name, capacity=self.capacity, basis=basis)


class InitialsForm(OnForm):
    """Who put initials on which pages."""

    party = Choice("Pihak")
    name = Text("Nama yang memaraf")
    capacity = Text("Jabatan")
    pages = Text("Halaman yang diparaf", hint="Misalnya: 1 sampai 6, atau setiap halaman.")

    def entry(self, _: Paper) -> Initials:
        """Return the initials; Invalid when the form has errors."""
        self.require()
        return Initials(
            party=int(self.party), name=self.name, capacity=self.capacity, pages=self.pages
        )


class DocumentForm(OnForm):
    """A file of the agreement."""

    title = Text("Judul dokumen", hint="Misalnya: naskah bermeterai yang ditandatangani.")
    file = Upload(
        "Berkas",
        hint="PDF atau gambar pindaian, paling besar 20 MB.",
        missing="Pilih berkasnya.",
        kinds=EVIDENCE,
        largest=LARGEST,
    )

    def entry(self, _: Paper) -> Document:
        """Return what the file is; Invalid when the form has errors."""
        self.require()
        return Document(title=self.title)


class QuestionForm(OnForm):
    """What the parties read differently, or disagree on."""

    at = Text("Pasal", hint="Misalnya: Pasal 5 ayat (1).")
    sort = Choice(
        "Yang dicatat",
        [("reading", "Perbedaan penafsiran"), ("dispute", "Perselisihan dalam pelaksanaan")],
    )
    text = Paragraph("Uraian", hint="Tanpa nama orang.", maximum=4000)

    def entry(self, _: Paper) -> Question:
        """Return the question; Invalid when the form has errors."""
        self.require()
        at = " ".join(self.at.split())
        return Question(at=at, text=self.text, dispute=self.sort == "dispute")


class TalkForm(OnForm):
    """That the parties met about a question."""

    text = Paragraph("Hasil pertemuan", hint="Tanpa nama orang.", maximum=4000)

    def entry(self, _: Paper) -> Talk:
        """Return the meeting; Invalid when the form has errors."""
        self.require()
        return Talk(text=self.text)


class SettlementForm(OnForm):
    """What the parties agreed on."""

    agreed = Choices("Disepakati oleh", missing="Centang setiap pihak yang sepakat.")
    text = Paragraph("Yang disepakati", hint="Tanpa nama orang.", maximum=4000)

    def entry(self, _: Paper) -> Settlement:
        """Return what was agreed on; Invalid when the form has errors."""
        self.require()
        return Settlement(text=self.text, agreed=tuple(map(int, self.agreed)))

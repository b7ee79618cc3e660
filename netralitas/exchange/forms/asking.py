"""What a letter of request says: for data field by field, for anything else when and where."""

from netralitas.exchange.domain import Item, Kind, Label, NewRequest, Use
from netralitas.exchange.words import LABEL_CHOICES
from netralitas.web.forms import (
    Choice,
    DateField,
    Form,
    Integer,
    Paragraph,
    Text,
    optional,
)


def _article() -> Choice:
    """Return the field of the article, where the text of the agreement is here."""
    return Choice(
        "Dasar pada kerja sama",
        hint="Pasal yang memuat permintaan ini.",
        missing="Pilih pasal kerja sama yang menjadi dasar permintaan.",
    )


class RequestForm(Form):
    """What every letter of request says; `items` are one on a line."""

    addressee = Choice("Ditujukan kepada", missing="Pilih kantor pihak lain yang diminta.")
    number = Text("Nomor surat permintaan")
    asked_on = DateField("Tanggal surat", past=True)
    signed_as = Text("Jabatan penanda tangan surat", hint="Jabatannya saja, tanpa nama.")
    article = optional(Choice("Dasar pada kerja sama"))
    subject = Text("Perihal", hint="Singkat, tanpa nama orang.")
    purpose = Paragraph("Keperluan", hint="Untuk apa dipakai, tanpa nama orang.", maximum=2000)
    items = Paragraph("Yang diminta", hint="Satu setiap baris.", maximum=4000)
    label = Choice("Label", LABEL_CHOICES)
    answer_by = optional(
        DateField(
            "Batas waktu jawaban",
            hint="Hanya bila naskah kerja sama memberinya; bila tidak, kosongkan.",
        )
    )
    answer_at = optional(Choice("Pasal yang memberi batas waktu"))

    def asked_items(self) -> tuple[Item, ...]:
        """Return what is asked for, a line each."""
        lines = (line.strip() for line in self.items.splitlines())
        return tuple(Item(name=line) for line in lines if line)

    def use(self) -> Use | None:
        """Return when and where it is needed, None for data."""
        return None

    def new(self, agreement: int, kind: Kind) -> NewRequest:
        """Return the request; Invalid when the form has errors."""
        self.require()
        return NewRequest(
            agreement=agreement,
            kind=kind,
            label=Label(self.label),
            addressee=int(self.addressee),
            number=self.number,
            asked_on=self.asked_on,
            signed_as=self.signed_as,
            article=self.article or "",
            subject=self.subject,
            purpose=self.purpose,
            items=self.asked_items(),
            use=self.use(),
            answer_by=self.answer_by,
            answer_at=self.answer_at,
        )


class TextlessDataForm(RequestForm):
    """A request for data: field by field, each with its lawful basis.

    No article can be named of an agreement whose text is not here.
    """

    items = Paragraph(
        "Isian data dan dasar hukumnya",
        hint="Satu isian setiap baris: nama isian, titik koma, dasar hukumnya.",
        maximum=4000,
    )

    def asked_items(self) -> tuple[Item, ...]:
        """Return the fields, each with what was written after its semicolon."""
        found = []
        for line in self.items.splitlines():
            name, _, basis = line.partition(";")
            if name.strip() or basis.strip():
                found.append(Item(name=name.strip() or "tanpa nama", basis=basis.strip()))
        return tuple(found)


class TextlessUseForm(RequestForm):
    """A request for something that is used on a day, at a place."""

    needed_on = DateField("Hari pemakaian")
    needed_until = optional(DateField("Sampai hari", hint="Kosongkan bila satu hari."))
    place = Text("Tempat")
    amount = Integer("Jumlah", hint="Berapa ruang, kendaraan, atau orang.", least=1, most=1000)

    def use(self) -> Use:
        """Return when and where it is needed."""
        return Use(on=self.needed_on, until=self.needed_until, place=self.place, amount=self.amount)


class DataForm(TextlessDataForm):
    """A request for data that rests on an article."""

    article = _article()


class UseForm(TextlessUseForm):
    """A request for something to use that rests on an article."""

    article = _article()

"""An addendum: its numbers, who signed it, and up to five places that it changes."""

from collections.abc import Iterator
from typing import Final

from netralitas.agreements.forms.parties import NumbersForm, said_by
from netralitas.agreements.paper import Paper
from netralitas.agreements.records.values import Addendum, Change, type_how
from netralitas.web.forms import Choice, Choices, DateField, Paragraph, Text, optional

HOWS: Final[list[tuple[type_how, str]]] = [
    ("replace", "Diubah"),
    ("add", "Ditambahkan"),
    ("drop", "Dihapus"),
]
_SLOTS: Final = range(1, 6)
_AT: Final = "Misalnya: Pasal 7 atau Pasal 11 ayat (2)."


class AddendumForm(NumbersForm):
    """An addendum as all parties signed it; a further one takes what is left."""

    on = DateField("Tanggal penandatanganan", missing="Isi tanggalnya.", past=True)
    signed = Choices("Sudah ditandatangani oleh", missing="Centang setiap pihak yang sudah.")
    at_1 = Text("Tempat perubahan pertama", hint=_AT)
    how_1 = Choice("Perubahan pertama", HOWS)
    text_1 = optional(Paragraph("Bunyi baru perubahan pertama", maximum=4000))
    at_2 = optional(Text("Tempat perubahan kedua", hint=_AT))
    how_2 = optional(Choice("Perubahan kedua", HOWS))
    text_2 = optional(Paragraph("Bunyi baru perubahan kedua", maximum=4000))
    at_3 = optional(Text("Tempat perubahan ketiga", hint=_AT))
    how_3 = optional(Choice("Perubahan ketiga", HOWS))
    text_3 = optional(Paragraph("Bunyi baru perubahan ketiga", maximum=4000))
    at_4 = optional(Text("Tempat perubahan keempat", hint=_AT))
    how_4 = optional(Choice("Perubahan keempat", HOWS))
    text_4 = optional(Paragraph("Bunyi baru perubahan keempat", maximum=4000))
    at_5 = optional(Text("Tempat perubahan kelima", hint=_AT))
    how_5 = optional(Choice("Perubahan kelima", HOWS))
    text_5 = optional(Paragraph("Bunyi baru perubahan kelima", maximum=4000))

    def check(self) -> None:
        """Say that a place has its change, that none is left out between two."""
        empty = False
        for slot in _SLOTS:
            at, how, text = (self.read_value(f"{part}_{slot}") for part in ("at", "how", "text"))
            if at and not how:
                self.refuse(f"how_{slot}", "Pilih: diubah, ditambahkan, atau dihapus.")
            if not at and (how or text) and slot > 1:
                self.refuse(f"at_{slot}", "Sebut tempatnya, atau kosongkan perubahannya.")
            if at and empty:
                self.refuse(f"at_{slot}", "Isi perubahan berurutan, tanpa melewati satu pun.")
            empty = empty or not at

    def entry(self, paper: Paper) -> Addendum:
        """Return the addendum; Invalid when the form has errors."""
        self.require()
        return Addendum(
            numbers=said_by(self, "number")[: len(paper.parties)],
            signed=tuple(map(int, self.signed)),
            changes=tuple(self._changes()),
        )

    def _changes(self) -> Iterator[Change]:
        for slot in _SLOTS:
            at, how, text = (self.read_value(f"{part}_{slot}") for part in ("at", "how", "text"))
            if at:
                yield Change(at=" ".join(at.split()), how=how, text=text or "")

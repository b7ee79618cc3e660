"""The form of the hours at which an office receives people, for a period."""

from datetime import date
from typing import Final

from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.forms.parts import certainty, reason
from netralitas.law.words import weekday
from netralitas.web.forms import (
    Choice,
    Choices,
    DateField,
    Form,
    Text,
    Ticked,
    TimeField,
    optional,
)

_MONDAY: Final = date(2024, 1, 1)
_WEEKDAYS: Final = [(str(day), weekday(_MONDAY.replace(day=day + 1))) for day in range(7)]


class HoursForm(Form):
    """When an office is open, from a day on."""

    organisation = Choice("Instansi")
    weekdays = Choices("Hari buka", _WEEKDAYS, missing="Pilih sedikitnya satu hari buka.")
    around_the_clock = Ticked("Buka 24 jam pada hari-hari itu")
    opens = optional(TimeField("Jam buka", hint="Misalnya 08.00. Kosong bila buka 24 jam."))
    closes = optional(TimeField("Jam tutup", hint="Misalnya 16.00. Kosong bila buka 24 jam."))
    valid_from = DateField("Berlaku mulai", missing="Isi hari pertama jam layanan ini.")
    valid_to = optional(DateField("Berlaku sampai", hint="Kosongkan bila belum ada akhirnya."))
    basis = Text(
        "Dasar",
        hint="Pengumuman atau keputusan yang menetapkannya.",
        missing="Isi dasar jam layanan ini.",
        maximum=300,
    )
    certainty = certainty()
    reason = reason()

    def check(self) -> None:
        """Hold that the hours and the period have a beginning before their end."""
        begins, ends = self.read_value("valid_from"), self.read_value("valid_to")
        if begins and ends and ends < begins:
            self.refuse("valid_to", "Hari terakhir tidak boleh sebelum hari pertama.")
        opens, closes = self.read_value("opens"), self.read_value("closes")
        given = [name for name in ("opens", "closes") if self.read_value(name) is not None]
        if self.read_value("around_the_clock"):
            for name in given:
                self.refuse(name, "Kosongkan jamnya, atau hapus centang buka 24 jam.")
            return
        for name in {"opens", "closes"} - {*given, *self.errors}:
            self.refuse(name, f"Isi {self.fields[name].label.lower()}, atau centang buka 24 jam.")
        if opens and closes and closes <= opens:
            self.refuse("closes", "Jam tutup harus sesudah jam buka.")

    def entries(self) -> tuple[Entry, ...]:
        """Return the hours as an entry; Invalid when the form has errors."""
        self.require()
        body = {
            "organisation": self.organisation,
            "valid_from": self.valid_from.isoformat(),
            "valid_to": self.valid_to.isoformat() if self.valid_to else None,
            "weekdays": [int(day) for day in self.weekdays],
            "opens": self.opens.isoformat() if self.opens else None,
            "closes": self.closes.isoformat() if self.closes else None,
            "basis": self.basis,
            "certainty": self.certainty,
        }
        said = {name: value for name, value in body.items() if value is not None}
        key = f"{self.organisation}/{self.valid_from.isoformat()}"
        return (Entry(kind=EntryKind.OFFICE_HOURS, key=key, body=said),)

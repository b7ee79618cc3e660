"""The forms of the calendar: a day off, its withdrawal, a year."""

from typing import Final

from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.forms.parts import reason
from netralitas.editions.shapes import CalendarYear
from netralitas.law.calendar import KIND_WORDS, DayKind
from netralitas.law.entries import holiday_key
from netralitas.web.forms import Choice, DateField, Form, Text, optional

_LONGEST: Final = 300
_DECREES: Final = {
    "national": DayKind.NATIONAL_HOLIDAY,
    "joint": DayKind.JOINT_LEAVE,
    "polling": DayKind.POLLING_DAY,
}


class HolidayForm(Form):
    """A day off by decree, in the whole country or in one region."""

    on = DateField("Tanggal libur", missing="Isi tanggal libur.")
    kind = Choice("Jenis", [(kind.value, said.capitalize()) for kind, said in KIND_WORDS.items()])
    name = Text("Nama hari", hint="Misalnya Hari Raya Idul Fitri.", maximum=_LONGEST)
    region = optional(
        Choice(
            "Wilayah",
            hint="Kosongkan untuk seluruh Indonesia. Libur daerah selalu memakai wilayah.",
        )
    )
    source = Text(
        "Dasar",
        hint="Nomor keputusan yang menetapkannya.",
        missing="Isi nomor keputusan yang menetapkan hari libur ini.",
        maximum=_LONGEST,
    )
    decree_on = optional(
        DateField("Tanggal keputusan", hint="Kosongkan bila naskahnya belum dibaca.")
    )
    reason = reason()

    def check(self) -> None:
        """Hold that the region suits the kind of day."""
        kind, region = self.read_value("kind"), self.read_value("region")
        if kind == DayKind.REGIONAL_HOLIDAY and not region and "region" not in self.errors:
            self.refuse("region", "Pilih wilayah tempat libur daerah ini berlaku.")
        if kind in {DayKind.NATIONAL_HOLIDAY, DayKind.JOINT_LEAVE} and region:
            self.refuse(
                "region",
                "Libur nasional dan cuti bersama berlaku di seluruh Indonesia. Kosongkan wilayah, "
                "atau pilih jenis libur daerah.",
            )

    def entries(self) -> tuple[Entry, ...]:
        """Return the day off as an entry; Invalid when the form has errors."""
        self.require()
        body = {"on": self.on.isoformat(), "kind": self.kind, "name": self.name}
        body["source"] = self.source
        if self.decree_on:
            body["decree_on"] = self.decree_on.isoformat()
        key = holiday_key(self.on, self.region or "")
        return (Entry(kind=EntryKind.HOLIDAY, key=key, body=body),)


class WithdrawForm(Form):
    """Why a day is no day off any more."""

    reason = reason()


class YearForm(Form):
    """On which decrees the days off of a year rest."""

    national = Text(
        "Dasar hari libur nasional",
        hint="Nomor keputusan, atau bahwa keputusannya belum ada.",
        missing="Isi dasar hari libur nasional tahun ini.",
        maximum=_LONGEST,
    )
    joint = Text(
        "Dasar cuti bersama",
        hint="Nomor keputusan, atau bahwa keputusannya belum ada.",
        missing="Isi dasar cuti bersama tahun ini.",
        maximum=_LONGEST,
    )
    polling = optional(
        Text(
            "Dasar hari pemungutan suara",
            hint="Bila tahun ini ada hari pemungutan suara.",
            maximum=_LONGEST,
        )
    )
    reason = reason()

    def entry(self, year: int, *, provisional: bool) -> Entry:
        """Return the year as an entry; Invalid when the form has errors."""
        self.require()
        sources = {kind.value: self.read_value(name) for name, kind in _DECREES.items()}
        body = {
            "year": year,
            "provisional": provisional,
            "source": {kind: text for kind, text in sources.items() if text},
        }
        return Entry(kind=EntryKind.YEAR, key=str(year), body=body)


def decrees_of(year: CalendarYear) -> dict[str, object]:
    """Return the decrees of a year by the fields of its form."""
    return {name: year.source.get(kind) for name, kind in _DECREES.items()}

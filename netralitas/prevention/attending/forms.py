"""The forms of attendance: people typed row by row, hours of the page for phones, tests."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from netralitas.cases.nip import NipSealer
from netralitas.prevention.attending import words
from netralitas.prevention.attending.domain import NewAttendee, Phase, Question, row_key
from netralitas.prevention.attending.numbers import kept_nip
from netralitas.prevention.attending.questions import read_questions
from netralitas.prevention.domain import Unit
from netralitas.web.forms import (
    Choice,
    DateField,
    Field,
    Form,
    Integer,
    Paragraph,
    Text,
    TimeField,
    optional,
)
from netralitas.web.forms import Nip as NipField
from netralitas.web.forms.bound import type_options

ROWS: Final = range(1, 11)
GUEST: Final = "tamu"
NAME_LONGEST: Final = 120
_MOST_PEOPLE: Final = 100_000


class PeopleForm(Form):
    """Ten rows of people who were present; empty rows say nobody."""

    marks_optional = False  # a row may stay empty; said once above them

    def check(self) -> None:
        """Hold that whoever is named has a unit or is a guest, and that no row lacks its name."""
        for row in ROWS:
            said = {part: self.read_value(row_key(part, row)) for part in _PARTS}
            if not any(said.values()):
                continue
            name, unit = row_key("name", row), row_key("unit", row)
            if not said["name"] and name not in self.errors:
                self.refuse(name, f"Isi nama pada baris {row}, atau kosongkan barisnya.")
            if not said["unit"] and unit not in self.errors:
                self.refuse(unit, f"Pilih unit kerja pada baris {row}, atau “{words.GUEST}”.")

    def people(self, sealer: NipSealer) -> Mapping[int, NewAttendee]:
        """Return who was typed, by row; Invalid when the form has errors."""
        self.require()
        return {row: self._person(row, sealer) for row in ROWS if self._said("name", row)}

    def _person(self, row: int, sealer: NipSealer) -> NewAttendee:
        unit, nip = self._said("unit", row), self._said("nip", row)
        return NewAttendee(
            name=str(self._said("name", row)),
            unit=None if unit == GUEST else int(str(unit)),
            origin=self._said("origin", row) if unit == GUEST else None,
            position=self._said("position", row),
            nip=kept_nip(nip, sealer) if nip else None,
        )

    def _said(self, part: str, row: int) -> str | None:
        said = self.value_of(row_key(part, row))
        return None if said is None else str(said)


def _row(row: int) -> Iterable[tuple[str, Field[Any]]]:
    longest = NAME_LONGEST
    yield row_key("name", row), optional(Text(f"Nama {row}", minimum=2, maximum=longest))
    yield row_key("unit", row), optional(Choice(f"Unit kerja {row}"))
    yield row_key("position", row), optional(Text(f"Jabatan {row}", maximum=longest))
    yield row_key("nip", row), optional(NipField(f"NIP {row}"))
    yield row_key("origin", row), optional(Text(f"Asal tamu {row}", maximum=longest))


_PARTS: Final = ("name", "unit", "position", "nip", "origin")
LIST_FORM: Final[type[PeopleForm]] = type(
    "ListForm",
    (PeopleForm,),
    {"__doc__": PeopleForm.__doc__, **{n: field for row in ROWS for n, field in _row(row)}},
)


def unit_options(units: Iterable[Unit]) -> Mapping[str, type_options]:
    """Return the units that can be picked in each row; a guest comes last."""
    offered = (*((str(unit.id), unit.name) for unit in units), (GUEST, words.GUEST))
    return {row_key("unit", row): offered for row in ROWS}


class DoorForm(Form):
    """The hours of the page for phones, on the day of the activity."""

    on = DateField("Tanggal", missing="Isi tanggal halaman dibuka.")
    opens = TimeField("Jam buka", hint="Misalnya 08.30.", missing="Isi jam buka.")
    closes = TimeField("Jam tutup", hint="Misalnya 12.00.", missing="Isi jam tutup.")

    def hours(self, zone: str) -> tuple[datetime, datetime]:
        """Return both moments where the actor sits; Invalid when the form has errors."""
        self.require()
        place = ZoneInfo(zone)
        return (
            datetime.combine(self.on, self.opens, place),
            datetime.combine(self.on, self.closes, place),
        )


class QuizForm(Form):
    """The questions of a test as text, which can be pasted."""

    questions = Paragraph(
        "Soal tes",
        hint="Satu pertanyaan pada satu baris, di bawahnya 2 sampai 5 pilihan jawaban, satu pada"
        " setiap baris. Beri tanda bintang (*) pada jawaban yang benar. Pisahkan pertanyaan dengan"
        " satu baris kosong.",
        missing="Tulis sedikitnya satu pertanyaan.",
        maximum=20_000,
    )
    written: tuple[Question, ...] = ()

    def check(self) -> None:
        """Hold that the text can be read as questions; each sentence names its question."""
        text = self.read_value("questions")
        if text is None:
            return
        found, problems = read_questions(text)
        self.written = found
        for problem in problems:
            self.refuse("questions", problem)


class PapersForm(Form):
    """The results of a test on paper, added up."""

    phase = Choice(
        "Tes",
        [(phase.value, said) for phase, said in words.PHASES.items()],
        missing="Pilih tes awal atau tes akhir.",
    )
    people = Integer("Jumlah orang", least=1, most=_MOST_PEOPLE, missing="Isi jumlah orang.")
    points = Integer(
        "Jumlah jawaban benar",
        hint="Jawaban benar semua orang dijumlahkan.",
        most=20 * _MOST_PEOPLE,
        missing="Isi jumlah jawaban benar.",
    )

    def result(self) -> tuple[Phase, int, int]:
        """Return which test, how many people, how many right answers; Invalid with errors."""
        self.require()
        return Phase(self.phase), self.people, self.points

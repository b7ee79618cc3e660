"""The forms of the inbox: what is taken in, as the officer confirms it; refusing; a message."""

from typing import ClassVar

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import (
    Channel,
    Employment,
    NewCase,
    Person,
    PositionClass,
    Source,
    Theme,
)
from netralitas.cases.words import EMPLOYMENTS, POSITION_CLASSES, REGIMES, THEMES
from netralitas.intake.inbox import words
from netralitas.law import words as law_words
from netralitas.law.domain import Regime
from netralitas.web.forms import (
    Choice,
    DateField,
    Form,
    Happened,
    HappenedField,
    Paragraph,
    Text,
    Ticked,
    optional,
)


class DayOfAct(HappenedField):
    """A day of which perhaps only the month or the year is known; no hour is asked for."""

    kind: ClassVar[str] = "date"
    parts: ClassVar[tuple[str, ...]] = ("", "day", "month", "year")


class TakingForm(Form):
    """What a report is about, filled in with what was sent."""

    subject = Text("Perihal", hint="Satu kalimat, tanpa nama orang", maximum=200)
    description = Paragraph("Uraian kejadian", maximum=20_000)
    regime = Choice("Rezim", [(each.value, label) for each, label in REGIMES.items()])
    theme = Choice("Tema", [(each.value, label) for each, label in THEMES.items()])
    region = Choice("Wilayah kejadian")
    place = optional(Text("Tempat kejadian", maximum=300))
    act = optional(
        DayOfAct(
            "Tanggal kejadian",
            hint="Kosongkan tanggal atau bulan yang tidak diketahui. Misalnya 31 8 2024",
        )
    )
    known_on = optional(DateField("Tanggal diketahui", past=True, hint="Misalnya 1 9 2024"))

    def check(self) -> None:
        """Compare the days: what happened is known afterwards."""
        act, known = self.read_value("act"), self.read_value("known_on")
        if act and act.on and known and known < act.on:
            self.refuse(
                "known_on",
                f"Tanggal diketahui tidak boleh sebelum kejadian ({law_words.day(act.on)}).",
            )

    def new_case(
        self, source: Source, number: str, received: Moment, people: tuple[Person, ...]
    ) -> NewCase:
        """Return the matter under the number that its sender has; Invalid with errors."""
        act: Happened | None = self.act
        return NewCase(
            source=source,
            channel=Channel.WEB,
            regime=Regime(self.regime),
            theme=Theme(self.theme),
            region=self.region,
            place=self.place,
            subject=self.subject,
            description=self.description,
            received=received,
            act_on=act.on if act else None,
            act_precision=act.precision if act else Precision.UNKNOWN,
            known_on=self.known_on,
            respondents=people,
            receipt_number=number,
        )


class AccusedForm(Form):
    """One respondent; a prefix lets several stand on one page."""

    unidentified = Ticked("Terlapor belum teridentifikasi")
    name = Text("Nama terlapor", missing=words.WHO_IS_IT)
    employment = optional(
        Choice("Status kepegawaian", [(e.value, label) for e, label in EMPLOYMENTS.items()])
    )
    position_class = optional(
        Choice("Kelas jabatan", [(p.value, label) for p, label in POSITION_CLASSES.items()])
    )
    position = optional(Text("Jabatan"))
    unit = optional(Text("Unit kerja"))
    employer = optional(Text("Instansi"))

    def check(self) -> None:
        """Either they have a name, or it is said that nobody knows it."""
        unidentified, name = self.read_value("unidentified"), self.read_value("name")
        if unidentified and self.errors.get("name") == [words.WHO_IS_IT]:
            del self.errors["name"]
        if unidentified and name:
            self.refuse("unidentified", words.BOTH)

    def person(self) -> Person:
        """Return the respondent; Invalid with errors."""
        return Person(
            name=self.name,
            employment=Employment(self.employment or Employment.UNKNOWN),
            position_class=PositionClass(self.position_class or PositionClass.UNKNOWN),
            position=self.position,
            unit=self.unit,
            employer=self.employer,
        )


class RefusalForm(Form):
    """Why a report is not taken in; whoever holds its code is told so in these words."""

    reason = Paragraph(
        "Alasan menolak",
        hint="Pengirim membaca alasan ini lewat kodenya. Jangan menyebut nama siapa pun.",
        minimum=10,
        maximum=1000,
    )


class MessageForm(Form):
    """A message to whoever holds the code of the receipt."""

    text = Paragraph(
        "Pesan",
        hint="Hanya pemegang kode yang membacanya. Jangan menuliskan nama pelapor.",
        maximum=4000,
    )

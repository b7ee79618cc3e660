"""Sentences of articles and rows of the work plan, one at a time."""

from typing import Final

from msgspec.structs import replace

from netralitas.agreements.forms.parties import said_by
from netralitas.agreements.paper import (
    Article,
    Indicator,
    Paper,
    PlanDuty,
    PlanRow,
    Provision,
)
from netralitas.agreements.plan.joining import with_rows
from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.web.forms import Choice, Choices, Form, Integer, Paragraph, Text, Version, optional

_LONG: Final = 500


class ProvisionForm(Form):
    """A sentence of an article."""

    number = Integer("Nomor pasal", least=1, most=200)
    heading = Text("Judul pasal")
    at = optional(Text("Ayat dan huruf", hint="Misalnya: ayat (1) huruf a."))
    text = Paragraph("Bunyi ketentuan", maximum=4000)
    owed_by = optional(Choices("Menjadi tugas", hint="Kosongkan bila bukan tugas."))
    version = Version()

    def added_to(self, paper: Paper) -> Paper:
        """Return the paper with the sentence at the end of its article."""
        self.require()
        owed = tuple(int(place) for place in self.owed_by or ())
        provision = Provision(text=self.text, at=self.at or "", owed_by=owed)
        articles = {article.number: article for article in paper.articles}
        old = articles.get(self.number)
        before = old.provisions if old else ()
        articles[self.number] = Article(
            number=self.number, heading=self.heading, provisions=(*before, provision)
        )
        ordered = tuple(articles[number] for number in sorted(articles))
        return replace(paper, articles=ordered)


class PlanRowForm(Form):
    """A row of the work plan."""

    programme = Text("Program", maximum=_LONG)
    activity = optional(Text("Kegiatan", maximum=_LONG))
    theme = optional(
        Choice(
            "Tema kegiatan pencegahan",
            [(theme.value, said) for theme, said in THEMES.items()],
            hint="Tugas para pihak pada baris ini dicentang oleh kegiatan bertema ini.",
        )
    )
    place = optional(Text("Lokasi"))
    fund = Text("Sumber dana", hint="Misalnya: para pihak.")
    first_year = Integer("Tahun pertama", least=2000, most=2100)
    last_year = Integer("Tahun terakhir", least=2000, most=2100)
    schedule = Text("Jadwal", hint="Misalnya: Januari s.d. November.")
    first_duties = optional(Paragraph("Tugas pihak kesatu", hint="Satu tugas setiap baris."))
    second_duties = optional(Paragraph("Tugas pihak kedua", hint="Satu tugas setiap baris."))
    third_duties = optional(Paragraph("Tugas pihak ketiga", hint="Satu tugas setiap baris."))
    fourth_duties = optional(Paragraph("Tugas pihak keempat", hint="Satu tugas setiap baris."))
    output = Text("Indikator keluaran", maximum=_LONG)
    unit = optional(Text("Satuan keluaran", hint="Misalnya: kegiatan."))
    target = optional(Integer("Target keluaran", least=1, most=100_000))
    yearly = optional(
        Text(
            "Target keluaran tiap tahun",
            hint="Satu bilangan untuk setiap tahun, dipisahkan koma. Misalnya: 4, 6, 6.",
        )
    )
    outcome = Text("Indikator hasil", maximum=_LONG)
    version = Version()

    def check(self) -> None:
        """Say that the years stand in their order."""
        first, last = self.read_value("first_year"), self.read_value("last_year")
        if first and last and not 0 <= last - first <= 25:
            self.refuse("last_year", "Tahun terakhir tidak boleh sebelum tahun pertama.")
        targets = _targets(self.read_value("yearly"))
        if targets is None or (targets and first and last and len(targets) != last - first + 1):
            self.refuse("yearly", "Isi satu bilangan untuk setiap tahun, dipisahkan koma.")

    def added_to(self, paper: Paper) -> Paper:
        """Return the paper with the row at the end of its plan."""
        self.require()
        output = Indicator(
            text=self.output,
            unit=self.unit or "",
            target=self.target,
            yearly=_targets(self.yearly) or (),
        )
        row = PlanRow(
            programme=self.programme,
            activity=self.activity or "",
            theme=Theme(self.theme) if self.theme else None,
            place=self.place or "",
            fund=self.fund,
            schedule=(self.schedule,),
            duties=tuple(
                duty
                for party, typed in enumerate(said_by(self, "duties"), start=1)
                for duty in _duties(party, typed)
            ),
            output=(output,),
            outcome=(Indicator(text=self.outcome),),
        )
        years = tuple(range(self.first_year, self.last_year + 1))
        return with_rows(paper, years, (row,))


def _targets(typed: object) -> tuple[int, ...] | None:
    """Return the targets of the years, none where nothing is typed; None for what is no number."""
    parts = [part.strip() for part in str(typed or "").split(",")]
    if parts == [""]:
        return ()
    good = all(part.isascii() and part.isdecimal() and len(part) < 7 for part in parts)
    return tuple(map(int, parts)) if good else None


def _duties(party: int, typed: str | None) -> tuple[PlanDuty, ...]:
    lines = [line.strip() for line in (typed or "").splitlines() if line.strip()]
    return tuple(
        PlanDuty(party=party, number=number, text=line)
        for number, line in enumerate(lines, start=1)
    )

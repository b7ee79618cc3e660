"""What feeds an indicator, and a figure that is entered by hand."""

from typing import Final

from netralitas.agreements.plan import words
from netralitas.agreements.plan.domain import Countable, Feed, NewEntry
from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.law.words import MONTHS
from netralitas.prevention.domain import ActivityKind
from netralitas.prevention.words import KINDS
from netralitas.web.forms import (
    MEBIBYTE,
    Choice,
    Form,
    Integer,
    Text,
    Upload,
    Version,
    optional,
)

LARGEST: Final = 20 * MEBIBYTE
_MOST: Final = 1_000_000_000_000


class FeedForm(Form):
    """What is counted for an indicator."""

    kind = Choice(
        "Yang dihitung",
        [(kind.value, said) for kind, said in words.KINDS.items()],
        missing="Pilih apa yang dihitung.",
    )
    theme = optional(
        Choice(
            "Tema kegiatan",
            [(theme.value, said) for theme, said in THEMES.items()],
            hint="Hanya untuk kegiatan dan unggahannya; kosongkan untuk semua tema.",
        )
    )
    activity_kind = optional(
        Choice(
            "Jenis kegiatan",
            [(kind.value, said) for kind, said in KINDS.items()],
            hint="Hanya untuk kegiatan dan unggahannya; kosongkan untuk semua jenis.",
        )
    )
    party = optional(
        Choice("Oleh pihak", hint="Kosongkan untuk semua pihak.", missing="Pilih pihaknya.")
    )
    version = Version()

    def feed(self) -> Feed:
        """Return what is counted; Invalid when the form has errors."""
        self.require()
        return Feed(
            kind=Countable(self.kind),
            theme=Theme(self.theme) if self.theme else None,
            activity_kind=ActivityKind(self.activity_kind) if self.activity_kind else None,
            party=int(self.party) if self.party else None,
        )


class FigureForm(Form):
    """A figure of a year, or of a month of it, and what shows it."""

    year = Integer("Tahun", least=2000, most=2100)
    month = optional(
        Choice(
            "Bulan",
            [(str(number), name) for number, name in enumerate(MONTHS, start=1)],
            hint="Kosongkan bila angkanya untuk setahun penuh.",
        )
    )
    amount = Integer("Realisasi", least=0, most=_MOST)
    source = Text(
        "Sumber dan bukti",
        hint="Misalnya laporan nomor dan tanggalnya. Tanpa nama orang.",
        minimum=5,
        maximum=300,
    )
    file = optional(
        Upload(
            "Berkas bukti",
            hint="PDF, gambar, DOCX, atau XLSX, paling besar 20 MB.",
            largest=LARGEST,
        )
    )
    version = Version()

    def entry(self) -> NewEntry:
        """Return the figure; Invalid when the form has errors."""
        self.require()
        return NewEntry(
            year=self.year,
            month=int(self.month) if self.month else None,
            amount=self.amount,
            source=self.source,
        )

"""When an activity is: planned, announced, moved, not held."""

from typing import Final

from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.prevention import words
from netralitas.prevention.domain import (
    ActivityKind,
    CancelReason,
    Fund,
    Move,
    NewActivity,
    Together,
)
from netralitas.web.forms import (
    Choice,
    Choices,
    DateField,
    Form,
    Integer,
    Paragraph,
    Text,
    TimeField,
    Version,
    optional,
)

MOST_COST: Final = 1_000_000_000_000
"""So many rupiah at most, in either direction: below nothing the rules say what is wrong."""

FUNDS: Final = [(fund.value, said) for fund, said in words.FUNDS.items()]
_NO_THEME: Final = "none"


class PlanForm(Form):
    """A planned activity; either an agreement or another organisation names the other party."""

    theme = Choice(
        "Tema",
        [
            *((theme.value, label) for theme, label in THEMES.items()),
            (_NO_THEME, f"{words.NO_THEME} (perubahan jam layanan)"),
        ],
    )
    kind = Choice("Jenis kegiatan", [(kind.value, said) for kind, said in words.KINDS.items()])
    title = Text(
        "Judul kegiatan",
        hint="Tanpa nama orang: judul tampil pada halaman kedua pihak.",
        minimum=5,
    )
    planned_on = DateField("Tanggal rencana", missing="Isi tanggal rencana kegiatan.")
    begins_at = optional(TimeField("Jam mulai", hint="Misalnya 09.00."))
    ends_at = optional(TimeField("Jam selesai", hint="Misalnya 11.30."))
    region = Choice("Kecamatan")
    place = optional(Text("Tempat", hint="Misalnya aula kantor kecamatan."))
    audience = Text(
        "Sasaran", hint="Jabatan atau kelompok, misalnya para lurah atau guru sekolah dasar."
    )
    invited = optional(Choices("Unit kerja yang diundang"))
    together = Choice(
        "Diadakan",
        [(together.value, said) for together, said in words.TOGETHER.items()],
        missing="Pilih siapa yang mengadakan.",
    )
    agreement = optional(
        Choice("Kerja sama", hint="Tugas para pihak dan pembacanya mengikuti kerja sama ini.")
    )
    other = optional(Choice("Pihak lain", hint="Diisi bila kegiatan ini di luar kerja sama."))
    fund = optional(Choice("Sumber dana", FUNDS, hint="Kosongkan bila belum pasti."))
    cost = optional(
        Integer(
            "Rencana biaya",
            hint="Dalam rupiah, misalnya 2.500.000.",
            least=-MOST_COST,
            most=MOST_COST,
        )
    )

    def planned(self) -> NewActivity:
        """Return the activity as it is to be planned; Invalid when the form has errors."""
        self.require()
        return NewActivity(
            theme=None if self.theme == _NO_THEME else Theme(self.theme),
            kind=ActivityKind(self.kind),
            title=self.title,
            planned_on=self.planned_on,
            begins_at=self.begins_at,
            ends_at=self.ends_at,
            region=self.region,
            place=self.place,
            audience=self.audience,
            invited=tuple(map(int, self.invited or ())),
            together=Together(self.together),
            agreement=int(self.agreement) if self.agreement else None,
            other=int(self.other) if self.other else None,
            fund=Fund(self.fund) if self.fund else None,
            cost=self.cost,
        )


class AnnounceForm(Form):
    """What the public is told beside title, day and place."""

    notice = optional(
        Paragraph(
            "Pengumuman",
            hint="Tanpa nama orang selain narasumber. Misalnya: terbuka untuk umum, bawa tanda"
            " pengenal. Untuk perubahan jam layanan: jam lama, jam baru, dan sampai kapan.",
            maximum=1000,
        )
    )
    version = Version()


class MoveForm(Form):
    """Another day of an activity, with its hours and its place."""

    planned_on = DateField("Tanggal baru", missing="Isi tanggal yang baru.")
    begins_at = optional(TimeField("Jam mulai", hint="Misalnya 09.00."))
    ends_at = optional(TimeField("Jam selesai"))
    place = optional(Text("Tempat"))
    version = Version()

    def moved(self) -> Move:
        """Return to when and where; Invalid when the form has errors."""
        self.require()
        return Move(
            planned_on=self.planned_on,
            begins_at=self.begins_at,
            ends_at=self.ends_at,
            place=self.place,
        )


class CancelForm(Form):
    """Why an activity is not held."""

    reason = Choice(
        "Alasan pembatalan",
        [(reason.value, said) for reason, said in words.REASONS.items()],
        missing="Pilih alasan pembatalan.",
    )
    version = Version()

    def chosen(self) -> CancelReason:
        """Return the reason; Invalid when the form has errors."""
        return CancelReason(self.reason)

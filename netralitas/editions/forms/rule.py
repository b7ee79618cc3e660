"""The form of a new version of a rule: what it says otherwise, and from when."""

from datetime import timedelta
from typing import Final

from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.forms.parts import certainty, reason
from netralitas.law.domain import Certainty, Direction, Rule, Side, Unit
from netralitas.law.entries import Body, rule_key
from netralitas.law.words import day
from netralitas.web.forms import (
    Choice,
    DateField,
    Form,
    Integer,
    Paragraph,
    Text,
    Ticked,
    TimeField,
    optional,
)

_UNITS: Final = (
    (Unit.WORKDAY, "Hari kerja"),
    (Unit.CALENDAR, "Hari kalender"),
    (Unit.HOURS, "Jam"),
    (Unit.MONTH, "Bulan"),
    (Unit.FIXED_DATE, "Tanggal yang disebut dalam surat"),
)
_LONGEST: Final = 500
_LARGEST: Final = 3_650


class RuleForm(Form):
    """What a new version of a rule says; the rest stays as the present one has it."""

    number = optional(
        Integer("Angka", hint="Kosong untuk tanggal dalam surat.", least=1, most=_LARGEST)
    )
    unit = Choice("Satuan waktu", [(unit.value, said) for unit, said in _UNITS])
    maximum = optional(
        Integer("Paling lama setelah perpanjangan", hint="Dalam satuan yang sama.", most=_LARGEST)
    )
    cutoff = optional(
        TimeField("Jam penutupan pada hari terakhir", hint="Misalnya 16.00. Kosong: akhir hari.")
    )
    inclusive = Ticked("Hari awal dihitung sebagai hari pertama")
    roll_over = Ticked("Hari terakhir yang bukan hari kerja bergeser ke hari kerja berikutnya")
    valid_from = DateField("Mulai berlaku", missing="Isi tanggal mulai berlaku versi baru.")
    article = Text(
        "Pasal",
        hint="Misalnya UU 7/2017 Pasal 454 ayat (6).",
        missing="Versi baru memerlukan pasalnya. Aturan tanpa pasal tidak dapat diperiksa.",
        maximum=_LONGEST,
    )
    source = Text(
        "Sumber",
        hint="Tempat pasal itu dibaca: naskah, halaman, atau alamat.",
        missing="Versi baru memerlukan sumbernya: di mana pasal itu dibaca.",
        maximum=_LONGEST,
    )
    certainty = certainty("Berlaku bagi isi aturan dan satuan waktunya.")
    note = optional(Paragraph("Catatan", maximum=1000))
    reason = reason()

    def check(self) -> None:
        """Hold that number, unit and the way of counting go together."""
        unit, number = self.read_value("unit"), self.read_value("number")
        counts = unit and unit != Unit.FIXED_DATE
        if counts and number is None and "number" not in self.errors:
            self.refuse("number", "Isi angka batas waktunya.")
        if unit == Unit.FIXED_DATE and number is not None:
            self.refuse("number", "Tanggal yang disebut dalam surat tidak memakai angka.")
        self._check_counting(unit)
        longest = self.read_value("maximum")
        if longest is not None and number is not None and longest < number:
            self.refuse("maximum", f"Batas terlama tidak boleh kurang dari angkanya, {number}.")

    def _check_counting(self, unit: str | None) -> None:
        if self.read_value("inclusive") and unit not in {None, Unit.WORKDAY, Unit.CALENDAR}:
            self.refuse("inclusive", "Hanya hitungan hari yang dapat memuat hari awalnya.")
        if self.read_value("cutoff") is not None and unit == Unit.HOURS:
            self.refuse("cutoff", "Hitungan jam berakhir pada menitnya, bukan pada jam penutupan.")
        if self.read_value("roll_over") and unit not in {None, Unit.CALENDAR, Unit.MONTH}:
            self.refuse("roll_over", "Hanya hari kalender dan bulan yang dapat bergeser.")

    def hold_successor(self, present: Rule) -> None:
        """Refuse what cannot follow the present version."""
        begins = self.read_value("valid_from")
        if begins and present.valid_from and begins <= present.valid_from:
            self.refuse(
                "valid_from",
                f"Versi baru harus mulai sesudah {day(present.valid_from)}, hari pertama versi "
                f"{present.version}.",
            )
        if self.read_value("cutoff") is not None and present.direction is Direction.EXACTLY:
            self.refuse(
                "cutoff", "Aturan ini jatuh tepat pada suatu hari, jadi tidak berjam tutup."
            )
        if self.read_value("roll_over") and present.side is Side.BEFORE:
            self.refuse("roll_over", "Hitungan mundur tidak bergeser.")

    def entries(self, present: Rule, body: Body) -> tuple[Entry, ...]:
        """Return the new version, and the present one that ends the day before.

        `body` is what the present version says. Raises Invalid when the form has errors.
        """
        self.require()
        ends = self.valid_from - timedelta(days=1)
        version = present.version + 1
        ended = {**body, "valid_to": ends.isoformat()}
        if present.valid_to is not None and present.valid_to < self.valid_from:
            ended = dict(body)
        new = {**body, **self._said(), "version": version}
        new.pop("valid_to", None)
        return (
            Entry(kind=EntryKind.RULE, key=rule_key(present.code, present.version), body=ended),
            Entry(
                kind=EntryKind.RULE,
                key=rule_key(present.code, version),
                body={name: value for name, value in new.items() if value is not None},
            ),
        )

    def _said(self) -> dict[str, object]:
        return {
            "number": self.number,
            "unit": self.unit,
            "maximum": self.maximum,
            "cutoff": self.cutoff.isoformat() if self.cutoff else None,
            "inclusive": self.inclusive or None,
            "roll_over": self.roll_over or None,
            "valid_from": self.valid_from.isoformat(),
            "article": self.article,
            "source": self.source,
            "certainty": self.certainty,
            "unit_certainty": self.certainty,
            "note": self.note,
        }


def values_of(rule: Rule) -> dict[str, object]:
    """Return what the present version says, by the fields of the form."""
    sure = rule.certainty if rule.certainty in {Certainty.T, Certainty.S, Certainty.M} else None
    return {
        "number": rule.number,
        "unit": rule.unit.value,
        "maximum": rule.maximum,
        "cutoff": rule.cutoff,
        "inclusive": rule.inclusive,
        "roll_over": rule.roll_over,
        "article": rule.article,
        "source": rule.source,
        "certainty": sure.value if sure else None,
        "note": rule.note or None,
    }

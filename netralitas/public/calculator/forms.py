"""What the calculator is asked: a rule, a day, perhaps an hour, and whose time."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final

from netralitas.language import phrase, say
from netralitas.law import words
from netralitas.law.domain import Rule, Unit, Zone
from netralitas.web.forms import Choice, DateField, Form, TimeField, optional

_GROUPS: Final = {
    "pemilu": phrase("Pemilu"),
    "pemilihan": phrase("Pemilihan"),
    "asn": phrase("ASN"),
    "office": phrase("Aturan kantor"),
}
"""What the first word of a rule's code stands for, in the order of the list."""


class CalculatorForm(Form):
    """The questions of the calculator; the options of `aturan` are `rule_choices`."""

    aturan = Choice(phrase("Aturan"))
    tanggal = DateField(phrase("Tanggal awal hitungan"))
    jam = optional(
        TimeField(phrase("Jam"), hint=phrase("Hanya bagi tenggat dalam jam. Misalnya 10.20"))
    )
    zona = Choice(phrase("Waktu setempat"), [(zone.name, zone.name) for zone in Zone])

    def start(self) -> date | datetime:
        """Return the day, or the moment of it where an hour was given; Invalid with errors."""
        self.require()
        on: date = self.read_value("tanggal")
        at: time | None = self.read_value("jam")
        return on if at is None else datetime.combine(on, at, self.zone().tz)

    def zone(self) -> Zone:
        """Return whose time counts; Invalid with errors."""
        self.require()
        return Zone[self.read_value("zona")]


def rule_choices(rules: Iterable[Rule]) -> list[tuple[str, str]]:
    """Return a code and its words for each rule: "Pemilu: Kajian awal, 2 hari kerja"."""
    groups = list(_GROUPS)
    ordered = sorted(rules, key=lambda rule: (groups.index(_group(rule)), rule.label))
    return [(rule.code, _in_list(rule)) for rule in ordered]


def _group(rule: Rule) -> str:
    return rule.code.partition(".")[0]


def _in_list(rule: Rule) -> str:
    fixed = rule.unit is Unit.FIXED_DATE
    counted = say("tanggal dalam surat") if fixed else words.amount(rule)
    return f"{_GROUPS[_group(rule)]}: {rule.label}, {counted}"

"""The record of an activity: who came by unit, which duties were done by party."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, cast

from netralitas.agreements.words import plain_day
from netralitas.prevention import words
from netralitas.prevention.domain import Attendance, Record, Unit, duties_key, unit_key
from netralitas.prevention.queries import Opened
from netralitas.web.forms import Choices, DateField, Form, Integer, Version, optional

_MOST_PRESENT: Final = 100_000


class RecordForm(Form):
    """Who came and which duties were done; the fields are those of one activity."""

    marks_optional = False  # every unit and duty may be left out, and the page says so once
    unit_fields: ClassVar[Mapping[str, int]] = {}  # the unit that a field counts
    duty_fields: ClassVar[tuple[str, ...]] = ()

    version = Version()

    def recorded(self) -> Record:
        """Return the record; a unit left empty or at zero was not there. Invalid with errors."""
        counted = {name: self.value_of(name) for name in self.unit_fields}
        ticked = [self.value_of(name) for name in self.duty_fields]
        return Record(
            attendance=tuple(
                Attendance(unit=self.unit_fields[name], present=present)
                for name, present in counted.items()
                if isinstance(present, int) and present > 0
            ),
            duties=tuple(
                int(duty) for boxes in ticked if isinstance(boxes, tuple) for duty in boxes
            ),
        )


class HeldForm(RecordForm):
    """The same with the day on which the activity was held."""

    held_on = DateField("Tanggal pelaksanaan", missing="Isi tanggal pelaksanaan.", past=True)


def held_form(opened: Opened) -> type[HeldForm]:
    """Return the form that records an activity as held."""
    return cast("type[HeldForm]", type("HeldForm", (HeldForm,), _fields(opened)))


def record_form(opened: Opened) -> type[RecordForm]:
    """Return the form that corrects attendance and duties of an activity."""
    return cast("type[RecordForm]", type("RecordForm", (RecordForm,), _fields(opened)))


def written(opened: Opened) -> Mapping[str, object]:
    """Return what stands recorded, by field: fills the form of a correction."""
    values: dict[str, object] = {
        unit_key(one.unit): one.present for one in opened.record.attendance
    }
    for party in _parties(opened):
        of_party = {duty.id for duty in opened.duties if duty.organisation == party}
        values[duties_key(party)] = tuple(
            str(one) for one in opened.record.duties if one in of_party
        )
    return values


def _fields(opened: Opened) -> dict[str, Any]:
    """Return what the form of one activity has beyond every record form."""
    units = {unit_key(unit.id): unit for unit in opened.offer.units}
    duties = {duties_key(party): _duties(opened, party) for party in _parties(opened)}
    return {
        **{name: optional(_present(unit)) for name, unit in units.items()},
        **{name: optional(field) for name, field in duties.items()},
        "unit_fields": {name: unit.id for name, unit in units.items()},
        "duty_fields": tuple(duties),
    }


def _duties(opened: Opened, party: int) -> Choices:
    promised = [duty for duty in opened.duties if duty.organisation == party]
    return Choices(f"Tugas {opened.names[party]}", [(str(duty.id), duty.text) for duty in promised])


def _present(unit: Unit) -> Integer:
    hint = f"{words.number(unit.staff)} pegawai per {plain_day(unit.counted_on)}"
    return Integer(unit.name, hint=hint, most=_MOST_PRESENT)


def _parties(opened: Opened) -> Iterable[int]:
    return dict.fromkeys(duty.organisation for duty in opened.duties)

"""What is recorded of an activity: no more people than work there, duties of who took part."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from netralitas.agreements.domain import Duty
from netralitas.law.words import day
from netralitas.prevention.domain import (
    Activity,
    ActivityKind,
    Attendance,
    Offer,
    Record,
    Together,
    Unit,
    duties_key,
    unit_key,
)
from netralitas.prevention.policy.problems import add, type_problems

_FROM_AFAR: Final = frozenset(
    {ActivityKind.DISSEMINATION, ActivityKind.APPEAL, ActivityKind.HOURS_CHANGE}
)
_UNKNOWN: Final = "Unit kerja ini bukan unit kerja dari pihak kegiatan."


def record_problems(activity: Activity, record: Record, offer: Offer) -> Mapping[str, list[str]]:
    """Return what attendance and duties must not say; nothing when they can stand."""
    found: type_problems = {}
    _check_attendance(found, record.attendance, offer.units)
    _check_duties(found, activity, record.duties, offer.duties)
    if needs_people(activity.kind) and offer.units and not record.attendance:
        add(found, "", "Isi jumlah yang hadir sedikitnya untuk satu unit kerja.")
    return found


def needs_people(kind: ActivityKind) -> bool:
    """Say whether an activity of this kind is held before people: others reach them from afar."""
    return kind not in _FROM_AFAR


def held_on_problems(held_on: date, today: date) -> Mapping[str, list[str]]:
    """Return what is wrong with the day on which an activity is said to have been held."""
    if held_on <= today:
        return {}
    sentence = (
        f"Tanggal pelaksanaan tidak boleh sesudah hari ini ({day(today)})."
        " Catat pelaksanaannya setelah kegiatan berlangsung."
    )
    return {"held_on": [sentence]}


def _check_attendance(
    found: type_problems, attendance: Iterable[Attendance], units: Collection[Unit]
) -> None:
    known = {unit.id: unit for unit in units}
    counted: set[int] = set()
    for one in attendance:
        unit = known.get(one.unit)
        wrong = _UNKNOWN if unit is None else _wrong(one, unit, twice=one.unit in counted)
        if wrong:
            add(found, unit_key(one.unit), wrong)
        counted.add(one.unit)
    for unit in units:
        if unit.listed and unit.id not in counted:
            add(found, unit_key(unit.id), _too_few(unit))


def _wrong(one: Attendance, unit: Unit, *, twice: bool) -> str | None:
    """Return what is wrong with how many of a unit came, None where nothing is."""
    if twice:
        return f"{unit.name} diisi dua kali. Isi satu angka untuk setiap unit."
    if one.present < 1:
        return f"{unit.name}: jumlah yang hadir paling sedikit 1 orang."
    if one.present > unit.staff:
        return _too_many(one.present, unit)
    return _too_few(unit) if one.present < unit.listed else None


def _too_many(present: int, unit: Unit) -> str:
    return (
        f"{unit.name}: {present} orang hadir, padahal pegawainya {unit.staff} orang menurut"
        f" hitungan {day(unit.counted_on)}. Periksa kembali angkanya."
    )


def _too_few(unit: Unit) -> str:
    return (
        f"{unit.name}: {unit.listed} orang tercatat namanya pada daftar hadir, jadi jumlahnya tidak"
        " dapat kurang dari itu. Hapus dahulu nama yang keliru."
    )


def _check_duties(
    found: type_problems, activity: Activity, duties: Iterable[int], offered: Iterable[Duty]
) -> None:
    """Refuse what is not promised for this theme, and what a party that was not there did."""
    known = {duty.id: duty for duty in offered}
    ticked: set[int] = set()
    for duty in duties:
        promised = known.get(duty)
        if promised is None:
            add(found, "", "Tugas ini tidak ada dalam kerja sama kegiatan.")
        elif promised.theme is not activity.theme:
            add(found, "", f"Tugas \u201c{promised.text}\u201d termasuk tema lain.")
        elif duty in ticked:
            add(found, "", f"Tugas \u201c{promised.text}\u201d dicentang dua kali.")
        elif activity.together is Together.ALONE and promised.organisation != activity.party:
            add(
                found,
                duties_key(promised.organisation),
                f"Tugas \u201c{promised.text}\u201d milik pihak lain, padahal kegiatan ini"
                " diadakan sendiri oleh penyelenggara.",
            )
        ticked.add(duty)

"""The rules of activities: who records them, and what a record must not say. Pure.

Problems are returned as sentences by the name of the field that they are about; the empty name is
for the record as a whole.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from netralitas.access.domain import Actor
from netralitas.agreements.domain import Cooperation, Duty
from netralitas.law.words import day
from netralitas.prevention.domain import (
    Activity,
    ActivityKind,
    ActivityState,
    Attendance,
    NewActivity,
    Offer,
    Record,
    Together,
    Unit,
    duties_key,
    unit_key,
)
from netralitas.refusals import NotAllowed, RuleBroken

FURTHEST: Final = timedelta(days=2 * 366)
"""So far ahead an activity can be planned: beyond it the year is mistyped."""

type_problems = dict[str, list[str]]


def hold_recorder(actor: Actor, chain: Collection[int], activity: Activity) -> None:
    """Hold that an actor's office records what became of this activity; NotAllowed else.

    It is the organiser's; of a joint one also that of the other party. `chain` is the actor's
    office and those above it.
    """
    invited = activity.together is Together.JOINT and not set(chain).isdisjoint(activity.others)
    if actor.organisation != activity.organisation and not invited:
        raise NotAllowed(
            "Kegiatan ini dicatat oleh kantor penyelenggaranya; kegiatan bersama dicatat juga oleh"
            " pihak lainnya. Kantor Anda hanya melihatnya."
        )


def hold_organiser(actor: Actor, activity: Activity) -> None:
    """Hold that an actor's office organises this activity: it alone cancels it."""
    if actor.organisation != activity.organisation:
        raise NotAllowed("Kegiatan hanya dapat dibatalkan oleh kantor penyelenggaranya.")


def hold_open(activity: Activity) -> None:
    """Hold that an activity is still planned; RuleBroken says what became of it."""
    if activity.state is ActivityState.CANCELLED:
        raise RuleBroken(
            "Kegiatan ini sudah dibatalkan, jadi tidak dapat dicatat lagi.",
            remedy="Buat rencana kegiatan baru bila kegiatannya jadi dilaksanakan.",
        )
    if activity.held_on is not None:
        raise RuleBroken(
            f"Kegiatan ini sudah tercatat terlaksana pada {day(activity.held_on)}.",
            remedy="Ubah kehadiran atau tugasnya lewat \u201cBetulkan kehadiran dan tugas\u201d.",
        )


def hold_held(activity: Activity) -> None:
    """Hold that an activity was held, so that its attendance can be corrected."""
    if activity.state is not ActivityState.HELD:
        raise RuleBroken("Kehadiran dibetulkan setelah kegiatan tercatat terlaksana.")


def plan_problems(
    new: NewActivity, cooperation: Cooperation | None, today: date
) -> Mapping[str, list[str]]:
    """Return what contradicts itself in a plan; nothing when it can stand."""
    found: type_problems = {}
    if new.planned_on > today + FURTHEST:
        _add(found, "planned_on", "Tanggal rencana lebih dari dua tahun lagi. Periksa tahunnya.")
    if cooperation is not None and new.planned_on < cooperation.signed_on:
        _add(
            found,
            "planned_on",
            f"Kerja sama ini baru ditandatangani pada {day(cooperation.signed_on)}. Pilih tanggal"
            " sesudahnya, atau kosongkan kerja samanya.",
        )
    if cooperation is not None and new.other is not None:
        _add(
            found,
            "other",
            "Pihak lain sudah ditentukan oleh kerja sama. Pilih salah satu saja.",
        )
    if new.together is Together.JOINT and new.agreement is None and new.other is None:
        _add(
            found,
            "other",
            "Kegiatan bersama memerlukan pihak lain. Pilih kerja sama atau instansinya.",
        )
    return found


def record_problems(activity: Activity, record: Record, offer: Offer) -> Mapping[str, list[str]]:
    """Return what attendance and duties must not say; nothing when they can stand."""
    found: type_problems = {}
    _check_attendance(found, record.attendance, offer.units)
    _check_duties(found, activity, record.duties, offer.duties)
    spoken = activity.kind is not ActivityKind.DISSEMINATION
    if spoken and offer.units and not record.attendance:
        _add(found, "", "Isi jumlah yang hadir sedikitnya untuk satu unit kerja.")
    return found


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
    found: type_problems, attendance: Iterable[Attendance], units: Iterable[Unit]
) -> None:
    known = {unit.id: unit for unit in units}
    counted: set[int] = set()
    for one in attendance:
        key = unit_key(one.unit)
        unit = known.get(one.unit)
        if unit is None:
            _add(found, key, "Unit kerja ini bukan unit kerja dari pihak kegiatan.")
        elif one.unit in counted:
            _add(found, key, f"{unit.name} diisi dua kali. Isi satu angka untuk setiap unit.")
        elif one.present < 1:
            _add(found, key, f"{unit.name}: jumlah yang hadir paling sedikit 1 orang.")
        elif one.present > unit.staff:
            _add(found, key, _too_many(one.present, unit))
        counted.add(one.unit)


def _too_many(present: int, unit: Unit) -> str:
    return (
        f"{unit.name}: {present} orang hadir, padahal pegawainya {unit.staff} orang menurut"
        f" hitungan {day(unit.counted_on)}. Periksa kembali angkanya."
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
            _add(found, "", "Tugas ini tidak ada dalam kerja sama kegiatan.")
        elif promised.theme is not activity.theme:
            _add(found, "", f"Tugas \u201c{promised.text}\u201d termasuk tema lain.")
        elif duty in ticked:
            _add(found, "", f"Tugas \u201c{promised.text}\u201d dicentang dua kali.")
        elif activity.together is Together.ALONE and promised.organisation != activity.party:
            _add(
                found,
                duties_key(promised.organisation),
                f"Tugas \u201c{promised.text}\u201d milik pihak lain, padahal kegiatan ini"
                " diadakan sendiri oleh penyelenggara.",
            )
        ticked.add(duty)


def _add(found: type_problems, name: str, sentence: str) -> None:
    found.setdefault(name, []).append(sentence)

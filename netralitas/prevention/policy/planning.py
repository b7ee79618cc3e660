"""When an activity is planned, announced and moved: what a plan must not say."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Final

from netralitas.agreements.domain import Cooperation
from netralitas.law.words import day
from netralitas.prevention.domain import (
    Activity,
    ActivityKind,
    ActivityState,
    Fund,
    Move,
    NewActivity,
    Together,
)
from netralitas.prevention.policy.problems import add, type_problems

FURTHEST: Final = timedelta(days=2 * 366)
"""So far ahead an activity can be planned: beyond it the year is mistyped."""

HOURS_NOTICE: Final = timedelta(days=1)
"""How long before its day a change of service hours is announced, at the latest.

A clause of an agreement (Pemkab and KPU Banjarnegara, 18 December 2025, Pasal 8(4)), not a law.
"""


def plan_problems(
    new: NewActivity, cooperation: Cooperation | None, today: date
) -> Mapping[str, list[str]]:
    """Return what contradicts itself in a plan; nothing when it can stand."""
    found: type_problems = {}
    _check_day(found, new.planned_on, today)
    check_hours(found, new.begins_at, new.ends_at)
    check_cost(found, new.fund, new.cost)
    _check_theme(found, new)
    if cooperation is not None and new.planned_on < cooperation.signed_on:
        add(
            found,
            "planned_on",
            f"Kerja sama ini baru ditandatangani pada {day(cooperation.signed_on)}. Pilih tanggal"
            " sesudahnya, atau kosongkan kerja samanya.",
        )
    if cooperation is not None and new.other is not None:
        add(
            found,
            "other",
            "Pihak lain sudah ditentukan oleh kerja sama. Pilih salah satu saja.",
        )
    if new.together is Together.JOINT and new.agreement is None and new.other is None:
        add(
            found,
            "other",
            "Kegiatan bersama memerlukan pihak lain. Pilih kerja sama atau instansinya.",
        )
    return found


def announce_problems(
    activity: Activity, notice: str | None, today: date
) -> Mapping[str, list[str]]:
    """Return why the public cannot be told of an activity now; nothing when it can."""
    found: type_problems = {}
    _check_announced_day(found, "", activity.kind, activity.planned_on, today)
    if activity.kind is ActivityKind.HOURS_CHANGE and not notice:
        add(found, "notice", "Tulis jam layanan yang lama, yang baru, dan sampai kapan berlaku.")
    return found


def move_problems(activity: Activity, to: Move, today: date) -> Mapping[str, list[str]]:
    """Return what is wrong with another day; what was announced is put on a day to come."""
    found: type_problems = {}
    _check_day(found, to.planned_on, today)
    check_hours(found, to.begins_at, to.ends_at)
    if activity.state is ActivityState.ANNOUNCED:
        _check_announced_day(found, "planned_on", activity.kind, to.planned_on, today)
    return found


def check_hours(found: type_problems, begins_at: time | None, ends_at: time | None) -> None:
    """Add what is wrong with the hours of a day."""
    if ends_at is None:
        return
    if begins_at is None:
        add(found, "begins_at", "Isi juga jam mulainya.")
    elif ends_at <= begins_at:
        add(found, "ends_at", "Jam selesai harus sesudah jam mulai.")


def check_cost(found: type_problems, fund: Fund | None, cost: int | None) -> None:
    """Add what is wrong with a cost and with who pays it."""
    if cost is None:
        return
    if cost < 0:
        add(found, "cost", "Biaya tidak boleh kurang dari nol rupiah.")
    elif cost and fund is None:
        add(found, "fund", "Pilih sumber dana dari biaya ini.")
    elif cost and fund is Fund.NONE:
        add(found, "cost", "Sumber dananya \u201ctanpa biaya\u201d, padahal biayanya diisi.")


def _check_theme(found: type_problems, new: NewActivity) -> None:
    if new.kind is ActivityKind.HOURS_CHANGE and new.theme is not None:
        add(found, "theme", "Perubahan jam layanan tidak bertema. Kosongkan temanya.")
    if new.kind is not ActivityKind.HOURS_CHANGE and new.theme is None:
        add(found, "theme", "Pilih tema.")


def _check_day(found: type_problems, planned_on: date, today: date) -> None:
    if planned_on > today + FURTHEST:
        add(found, "planned_on", "Tanggal rencana lebih dari dua tahun lagi. Periksa tahunnya.")


def _check_announced_day(
    found: type_problems, name: str, kind: ActivityKind, planned_on: date, today: date
) -> None:
    """Add why the public cannot be told today of a day; `name` is the field it was typed in."""
    if planned_on < today:
        remedy = "Pilih hari yang akan datang." if name else "Pindahkan harinya lebih dahulu."
        add(found, name, f"{day(planned_on)} sudah lewat, jadi tidak dapat diumumkan. {remedy}")
    elif kind is ActivityKind.HOURS_CHANGE and planned_on < today + HOURS_NOTICE:
        add(
            found,
            name,
            "Perubahan jam layanan diumumkan paling lambat satu hari sebelum berlaku, jadi"
            f" paling cepat berlaku {day(today + HOURS_NOTICE)}. Ini klausul kerja sama (Nota"
            " Kesepakatan Pemkab dan KPU Banjarnegara 2025, Pasal 8 ayat (4)), bukan ketentuan"
            " undang-undang.",
        )

"""The rules of task forces: terms inside of each other, nobody twice on a day. Pure."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Final

from netralitas.exchange.domain import Ground
from netralitas.exchange.forces.domain import (
    Force,
    ForceKind,
    Member,
    NewDuty,
    NewForce,
    NewMember,
    Post,
)
from netralitas.refusals import RuleBroken

type_problems = dict[str, list[str]]

LONGEST: Final = 31
"""So many days at once are put on the roster, a choice of the product."""


def hold_running(force: Force) -> None:
    """Hold that a task force was not ended; RuleBroken else."""
    if force.ended_on is not None:
        raise RuleBroken(
            "Masa tugasnya sudah diakhiri, jadi susunan dan piketnya tidak diubah lagi.",
            rule="task_force.ended",
            remedy="Catat surat keputusan yang baru bila dibentuk kembali.",
        )


def force_problems(new: NewForce, ground: Ground, today: date) -> type_problems:
    """Return what a decree contradicts, by field."""
    found: type_problems = {}
    if new.decree_on > today:
        _say(found, "decree_on", "Tanggal surat keputusan tidak boleh setelah hari ini.")
    if ground.signed_on and new.since < ground.signed_on:
        _say(found, "since", "Masa tugas tidak dimulai sebelum kerja sama ditandatangani.")
    if new.until and new.until < new.since:
        _say(found, "until", "Hari terakhir tidak boleh sebelum hari pertama.")
    parties = {party.organisation for party in ground.parties}
    if new.decreed_by is not None and new.decreed_by not in parties:
        _say(found, "decreed_by", "Surat keputusan diterbitkan oleh pihak kerja sama ini.")
    return found


def member_problems(new: NewMember, force: Force, offices: Collection[int]) -> type_problems:
    """Return what somebody's naming contradicts, by field; `offices` are those of the parties."""
    found: type_problems = {}
    if new.organisation not in offices:
        _say(found, "organisation", "Anggota berasal dari kantor para pihak kerja sama ini.")
    if new.since < force.since:
        _say(found, "since", "Anggota tidak bertugas sebelum masa tugas dimulai.")
    if new.until and new.until < new.since:
        _say(found, "until", "Hari terakhir tidak boleh sebelum hari pertama.")
    last = force.last_day
    if last and (new.until or new.since) > last:
        name = "until" if new.until else "since"
        _say(found, name, "Anggota tidak bertugas sesudah masa tugas berakhir.")
    if (new.post is Post.LIAISON) != (force.kind is ForceKind.LIAISON):
        _say(found, "post", "Narahubung tercatat pada penunjukan narahubung, lainnya pada satgas.")
    return found


def days_of(new: NewDuty) -> tuple[date, ...]:
    """Return each day of a span, none of one that is out of order or longer than LONGEST."""
    length = (new.last - new.first).days + 1
    if not 0 < length <= LONGEST:
        return ()
    return tuple(new.first + timedelta(days=each) for each in range(length))


def duty_problems(
    new: NewDuty, days: Collection[date], force: Force, member: Member | None
) -> type_problems:
    """Return what a span of duty contradicts, by field; `days` are those that are meant."""
    found: type_problems = {}
    if member is None:
        _say(found, "member", "Pilih lagi petugasnya dari daftar.")
        return found
    if new.last < new.first:
        _say(found, "last", "Hari terakhir tidak boleh sebelum hari pertama.")
    elif not days_of(new):
        _say(found, "last", f"Piket diisi paling banyak {LONGEST} hari sekaligus.")
    elif not days:
        _say(found, "last", "Pada rentang ini tidak ada hari kerja.")
    if new.ends_at <= new.begins_at:
        _say(found, "ends_at", "Jam selesai harus sesudah jam mulai.")
    ends = [day for day in (member.until, force.last_day) if day is not None]
    if new.first < max(member.since, force.since) or (ends and new.last > min(ends)):
        _say(found, "first", "Petugas ini tidak bertugas pada seluruh rentang itu.")
    return found


def end_problems(on: date, since: date, last: date | None) -> type_problems:
    """Return what an end contradicts."""
    found: type_problems = {}
    if on < since:
        _say(found, "on", "Hari terakhir tidak boleh sebelum masa tugas dimulai.")
    if last and on > last:
        _say(found, "on", "Masa tugas sudah berakhir sebelum hari itu.")
    return found


def twice(days: Iterable[date], taken: Collection[date]) -> tuple[date, ...]:
    """Return those days on which somebody is on duty already."""
    return tuple(day for day in days if day in taken)


def _say(found: type_problems, name: str, sentence: str) -> None:
    found.setdefault(name, []).append(sentence)

"""What may be done to a meeting when: pure; each refusal is a sentence that says what to do.

The rule of a refusal is `meeting.` and the field of the form that it is about, if there is one.
"""

from datetime import date

from netralitas.evaluation.domain import Meeting, MeetingState
from netralitas.law.words import day
from netralitas.refusals import RuleBroken

_STATES = {
    MeetingState.PLANNED: "belum terlaksana",
    MeetingState.HELD: "sudah terlaksana",
    MeetingState.CANCELLED: "dibatalkan",
}


def hold_planned(meeting: Meeting, act: str) -> None:
    """Hold that the meeting is still a plan; `act` says what only a plan allows."""
    if meeting.state is not MeetingState.PLANNED:
        raise RuleBroken(
            f"{act} hanya dapat selama rapat masih direncanakan; rapat ini"
            f" {_STATES[meeting.state]}.",
            rule="meeting.state",
        )


def hold_held(meeting: Meeting, act: str) -> None:
    """Hold that the meeting has taken place; `act` says what has to wait for that."""
    if meeting.state is not MeetingState.HELD:
        raise RuleBroken(
            f"{act} dicatat setelah rapat terlaksana; rapat ini {_STATES[meeting.state]}.",
            rule="meeting.state",
            remedy="Catat dahulu pelaksanaan rapat."
            if meeting.state is MeetingState.PLANNED
            else None,
        )


def hold_unsigned(act: str, *, signed: bool) -> None:
    """Hold that nobody has signed the pack; `act` says what a signed meeting takes no more."""
    if signed:
        raise RuleBroken(
            f"Bahan rapat ini sudah ditandatangani, jadi {act} tidak dapat diubah lagi.",
            rule="meeting.signed",
            remedy="Catat perbaikannya dalam rapat berikutnya.",
        )


def check_minutes(meeting: Meeting, *, signed: bool) -> None:
    """Hold that the minutes can be kept: from the day on which it was held, until it is signed."""
    hold_held(meeting, "Notulen")
    hold_unsigned("notulen", signed=signed)


def check_holding(meeting: Meeting, held_on: date, today: date) -> None:
    """Hold that the meeting can have taken place on this day: not ahead of its plan or of today."""
    hold_planned(meeting, "Pelaksanaan")
    if held_on > today:
        raise RuleBroken(
            f"Tanggal pelaksanaan tidak boleh sesudah hari ini ({day(today)}).",
            rule="meeting.held_on",
        )
    if held_on < meeting.planned_on:
        raise RuleBroken(
            f"Rapat ini direncanakan {day(meeting.planned_on)}, jadi belum dapat terlaksana"
            " sebelum hari itu. Bila rapat dimajukan, ubah dahulu rencananya.",
            rule="meeting.held_on",
        )


def check_decision(meeting: Meeting, due_on: date) -> None:
    """Hold that a decision of the meeting can be due on this day."""
    hold_held(meeting, "Keputusan")
    if due_on < meeting.day:
        raise RuleBroken(
            f"Tenggat keputusan tidak boleh sebelum rapat itu sendiri ({day(meeting.day)}).",
            rule="meeting.due_on",
        )


def check_done(meeting: Meeting, done_already: date | None, done_on: date, today: date) -> None:
    """Hold that a decision of the meeting can have been carried out on this day."""
    if done_already is not None:
        raise RuleBroken(
            f"Keputusan ini sudah dicatat selesai {day(done_already)}.", rule="meeting.state"
        )
    if done_on > today:
        raise RuleBroken(
            f"Tanggal selesai tidak boleh sesudah hari ini ({day(today)}).", rule="meeting.done_on"
        )
    if done_on < meeting.day:
        raise RuleBroken(
            f"Keputusan tidak dapat selesai sebelum rapat yang memutuskannya ({day(meeting.day)}).",
            rule="meeting.done_on",
        )


def check_freezing(meeting: Meeting, *, frozen: bool, position: int, today: date) -> None:
    """Hold that figures can be frozen: once, for a meeting whose day has come, from a log."""
    if meeting.state is MeetingState.CANCELLED:
        raise RuleBroken("Angka tidak dibekukan untuk rapat yang dibatalkan.", rule="meeting.state")
    if frozen:
        raise RuleBroken(
            "Angka rapat ini sudah dibekukan dan tidak dapat diganti. Angka yang lebih baru"
            " dibekukan untuk rapat berikutnya.",
            rule="meeting.frozen",
        )
    if meeting.day > today:
        raise RuleBroken(
            f"Rapat ini baru akan berlangsung {day(meeting.day)}. Angka dibekukan paling cepat"
            " pada hari rapat, supaya tidak ada peristiwa yang tertinggal.",
            rule="meeting.future",
        )
    if position == 0:
        raise RuleBroken(
            "Catatan peristiwa masih kosong, jadi belum ada angka yang dapat dibekukan.",
            rule="meeting.log",
            remedy="Catat dahulu perkara; peristiwanya masuk ke catatan dalam beberapa detik.",
        )

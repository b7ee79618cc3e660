"""What stands against extending, pausing or resuming a clock, and the clock that follows. Pure."""

from dataclasses import replace
from datetime import date
from typing import Final

from netralitas.audit.domain import Moment
from netralitas.cases import clocks
from netralitas.cases.clocks import Heir, NewClock
from netralitas.cases.running import RunningClock
from netralitas.law import words as law_words
from netralitas.law.domain import Unit, Zone
from netralitas.law.pause import can_pause, units_between
from netralitas.law.refusals import CannotCompute
from netralitas.refusals import RuleBroken

OVER: Final = "Tenggat ini tidak berjalan lagi: sudah selesai atau diganti."
_UNKNOWN: Final = "Aturan tenggat ini tidak dikenal lagi, sehingga tidak dapat diubah di sini."
_UNDATED: Final = (
    "Tenggat ini belum mempunyai tanggal. Catat dahulu kapan hitungannya mulai, misalnya tanggal"
    " terima surat; setelah itu tenggatnya dihitung."
)
_NAMED: Final = (
    "Tanggal tenggat ini disebut dalam surat dan tidak dihitung. Bila surat baru menyebut tanggal"
    " lain, lampirkan surat itu pada perkara."
)
_NOT_EXTENDABLE: Final = (
    "Tidak ditemukan aturan yang memperpanjang tenggat ini. Yang diperpanjang di sini hanyalah"
    " tenggat dari surat atau praktik; bila tanggal mulainya keliru, usulkan koreksi waktu."
)
_BY_STEP: Final = (
    "Perpanjangan tenggat ini sudah diatur, dan dicatat dengan langkahnya sendiri pada perkara."
)
_MONTHS: Final = (
    "Tenggat yang dihitung dalam bulan tidak dapat dijeda, karena panjang bulan tidak sama."
    " Mintalah perpanjangan, lalu catat perpanjangannya."
)
_NO_LIMIT: Final = (
    "Ini bukan batas waktu melainkan hari yang ditentukan, sehingga tidak dapat dijeda. Bila"
    " tanggal mulainya keliru, usulkan koreksi waktu."
)


def against_extension(clock: RunningClock) -> str | None:
    """Return why the clock is not extended here, in a sentence that says what else to do, or None.

    What the law itself extends is extended by a step of its workflow.
    """
    rule = clock.rule
    if rule is None:
        return _UNKNOWN
    if rule.unit is Unit.FIXED_DATE:
        return _NAMED
    if not rule.extendable:
        return _BY_STEP if rule.extended_as else _NOT_EXTENDABLE
    if clock.due_at is None:
        return _UNDATED
    return _stands_still(clock)


def against_pause(clock: RunningClock) -> str | None:
    """Return why the clock is not paused, in a sentence that says what else to do, or None."""
    rule = clock.rule
    if rule is None:
        return _UNKNOWN
    if not can_pause(rule):
        named = {Unit.FIXED_DATE: _NAMED, Unit.MONTH: _MONTHS}
        return named.get(rule.unit, _NO_LIMIT)
    if clock.due_at is None:
        return _UNDATED
    return _stands_still(clock)


def _stands_still(clock: RunningClock) -> str | None:
    if clock.paused is None or clock.paused.on is None:
        return None
    since = law_words.day(clock.paused.on)
    return f"Tenggat ini sedang dijeda sejak {since}. Lanjutkan dahulu."


def against_resumption(clock: RunningClock) -> str | None:
    """Return why the clock is not resumed, or None."""
    return None if clock.paused_by is not None else "Tenggat ini tidak sedang dijeda."


def hold_within(clock: RunningClock, happened: Moment, *, what: str) -> None:
    """Hold that something is decided while the clock runs: not before it starts, not once it is up.

    `what` begins the sentence: "Jeda". RuleBroken names the days.
    """
    _hold_exact(clock, happened)
    if _earlier(happened, clock.begun):
        raise RuleBroken(
            f"{what} tidak boleh lebih awal daripada mulainya tenggat"
            f" ({law_words.day(clock.begun.on or date.max)}).",
            rule="date.before_clock",
        )
    if clock.due_at is not None and (happened.instant or clock.due_at) > clock.due_at:
        up = law_words.day(clock.due_at.astimezone(Zone(happened.zone).tz).date())
        raise RuleBroken(
            f"{what} tidak menghapus keterlambatan: tenggatnya sudah lewat ({up}).",
            rule="date.after_clock",
        )


def hold_after_pause(clock: RunningClock, happened: Moment) -> None:
    """Hold that a clock is resumed after its pause began; RuleBroken names the day."""
    _hold_exact(clock, happened)
    if clock.paused is not None and _earlier(happened, clock.paused):
        raise RuleBroken(
            "Tenggat tidak dapat dilanjutkan sebelum jedanya mulai"
            f" ({law_words.day(clock.paused.on or date.max)}).",
            rule="date.before_pause",
        )


def hold_maximum(clock: RunningClock, units: int) -> None:
    """Hold that so many units more do not pass the most that the law allows in all."""
    rule = clock.rule
    if rule is None or rule.maximum is None or (rule.number or 0) + units <= rule.maximum:
        return
    raise RuleBroken(
        f"Seluruhnya paling banyak {law_words.units(rule.unit, rule.maximum)}"
        f" ({rule.article}); sekarang {law_words.amount(rule)}.",
        rule="deadline.maximum",
    )


def _hold_exact(clock: RunningClock, happened: Moment) -> None:
    if not happened.starts_clocks:
        raise RuleBroken("Isi tanggalnya sampai hari.", rule="date.inexact")
    if clock.rule is not None and clock.rule.unit is Unit.HOURS and happened.at is None:
        raise RuleBroken("Tenggat ini dihitung dalam jam: isi jamnya.", rule="date.inexact")


def _earlier(one: Moment, other: Moment) -> bool:
    """Say whether one moment is before the other, as exactly as both are known."""
    if one.at is not None and other.at is not None:
        return one.at < other.at
    return one.on is not None and other.on is not None and one.on < other.on


def passed(clock: RunningClock, resumed: Moment) -> int:
    """Return how many units passed between the pause of a clock and `resumed`.

    RuleBroken where that cannot be counted, with the reason.
    """
    if clock.rule is None or clock.paused is None:
        raise RuleBroken(_UNKNOWN, rule="deadline.rule")
    begun = clock.paused.at or clock.paused.on
    ended = resumed.at or resumed.on
    try:
        return units_between(
            clock.rule,
            begun or date.max,
            ended or date.max,
            clock.book.calendar(),
            Zone(resumed.zone),
        )
    except CannotCompute as refusal:
        raise RuleBroken(refusal.reason, rule="deadline.calendar") from None


def lengthened(clock: RunningClock, units: int) -> NewClock:
    """Return the heir of a clock, with so many units more: begun when it began, and running."""
    heir = clocks.again(
        clock.code, clock.begun, clock.book, due_at=clock.due_at, added=clock.added + units
    )
    if heir is None:
        raise RuleBroken(_UNKNOWN, rule="deadline.rule")
    return replace(heir, heir=Heir(started_by=clock.started_by, ended_by=None, ended_at=None))

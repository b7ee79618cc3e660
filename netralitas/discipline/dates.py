"""The computed dates of a follow-up in words: deadlines, windows, days of examination. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.cases.words import days
from netralitas.discipline.sanctions import Remedy, kind_of
from netralitas.law.domain import Zone
from netralitas.law.words import day
from netralitas.web.parts import type_tone

_EFFECTIVE: Final = "asn.sk_effective"
_EFFECTIVE_LABEL: Final = "Hari kerja ke-15, keputusan berlaku"
_WINDOWS: Final = {
    "asn.keberatan": (Remedy.OBJECTION, "Masa pengajuan keberatan"),
    "asn.banding_bpasn": (Remedy.APPEAL, "Masa pengajuan banding administratif"),
}
_NAMES: Final = {"asn.panggilan_1": "Hari kerja ke-7 sejak surat panggilan pertama"}
"""Names that stand apart from the day for which the respondent was really summoned."""
_SOON: Final = 1  # days left from which a date is marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A running deadline: its rule with a name, when it is due or why no date can be given."""

    rule: str
    label: str
    due_at: datetime | None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The day for which a respondent was summoned."""

    label: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """One date of a respondent: what it is, the day in full, how far away it is."""

    label: str
    day: str
    left: str
    tone: type_tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """All dates of a respondent; `too_early` while a delivered decree cannot be in force yet."""

    lines: tuple[DateLine, ...]
    too_early: bool


def dates_of(
    clocks: Iterable[Clock],
    meeting: Meeting | None,
    *,
    imposed: str | None,
    today: date,
    zone: str,
) -> Dates:
    """Return the day of the meeting and the running clocks as lines, the nearest first.

    `imposed` is the kind of sanction: of the two windows only the one that is open against it is
    shown. A clock without a date says why. Days are those of `zone`.
    """
    place = Zone(zone).tz
    lines = [] if meeting is None else [_meeting(meeting, today)]
    too_early = False
    for clock in clocks:
        if clock.rule in _WINDOWS and not _usable(clock.rule, imposed):
            continue
        on = clock.due_at.astimezone(place).date() if clock.due_at else None
        lines.append(_line(clock, on, today))
        too_early |= clock.rule == _EFFECTIVE and on is not None and on > today
    return Dates(lines=tuple(lines), too_early=too_early)


def _usable(rule: str, imposed: str | None) -> bool:
    remedy, _ = _WINDOWS[rule]
    against = kind_of(imposed).remedy if imposed else Remedy.UNSTATED
    return against in {remedy, Remedy.UNSTATED}


def _meeting(meeting: Meeting, today: date) -> DateLine:
    distance = (meeting.on - today).days
    left = _ahead(distance) if distance >= 0 else f"sudah lewat {days(-distance)}"
    return DateLine(label=meeting.label, day=day(meeting.on), left=left, tone=_tone(distance))


def _line(clock: Clock, on: date | None, today: date) -> DateLine:
    if on is None:
        why = clock.problem or "Tidak dapat dihitung."
        return DateLine(label=clock.label, day="", left=why, tone="neutral")
    distance = (on - today).days
    passed = f"{days(-distance)} lalu"
    if clock.rule in _WINDOWS:
        left = _ahead(distance) if distance >= 0 else f"berakhir {passed}"
        _, label = _WINDOWS[clock.rule]
        return DateLine(label=label, day=f"sampai {day(on)}", left=left, tone="neutral")
    if clock.rule == _EFFECTIVE:
        left = _ahead(distance) if distance >= 0 else passed
        return DateLine(label=_EFFECTIVE_LABEL, day=day(on), left=left, tone="neutral")
    left = _ahead(distance) if distance >= 0 else f"terlambat {days(-distance)}"
    label = _NAMES.get(clock.rule, clock.label)
    return DateLine(label=label, day=day(on), left=left, tone=_tone(distance))


def _ahead(distance: int) -> str:
    return "hari ini" if distance == 0 else f"sisa {days(distance)}"


def _tone(distance: int) -> type_tone:
    if distance < 0:
        return "late"
    return "soon" if distance <= _SOON else "neutral"

"""When something may have happened: never in the future, never before the act. Pure."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import NewCase
from netralitas.law.words import day as long_date
from netralitas.refusals import RuleBroken

BEFORE_THE_ACT = frozenset({"act", "known"})


def check_moment(
    happened: Moment, now: datetime, act_on: date | None, *, facts: tuple[str, ...] = ()
) -> None:
    """Raise RuleBroken for a moment in the future, or before the act that the case is about."""
    today = now.astimezone(ZoneInfo(happened.zone)).date()
    if happened.on is not None and happened.on > today:
        raise RuleBroken(
            f"Tanggal {long_date(happened.on)} belum terjadi; hari ini {long_date(today)}.",
            rule="date.future",
        )
    if happened.at is not None and happened.at > now:
        raise RuleBroken("Jam yang diisi belum terjadi.", rule="date.future")
    if act_on is None or happened.on is None or not BEFORE_THE_ACT.isdisjoint(facts):
        return
    if happened.precision in {Precision.TIME, Precision.DAY} and happened.on < act_on:
        raise RuleBroken(
            f"Tanggal {long_date(happened.on)} lebih awal daripada tanggal kejadian"
            f" ({long_date(act_on)}).",
            rule="date.before_act",
        )


def check_dates(new: NewCase, now: datetime, act_on: date | None) -> None:
    """Raise RuleBroken where act, knowledge and receipt of a new case contradict one another."""
    check_moment(new.received, now, act_on)
    if new.known_on is None:
        return
    if act_on is not None and new.known_on < act_on:
        raise RuleBroken(
            f"Tanggal diketahui tidak boleh sebelum tanggal kejadian ({long_date(act_on)}).",
            rule="date.known_before_act",
        )
    latest = new.received.latest_day
    if latest is not None and new.known_on > latest:
        raise RuleBroken(
            f"Tanggal diketahui tidak boleh setelah tanggal diterima ({long_date(latest)}).",
            rule="date.known_after_received",
        )

"""A pause takes out of a count what passed meanwhile: no more, no less."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.book import load
from netralitas.law.deadline import due
from netralitas.law.domain import Direction, Rule, Side, Unit, Zone
from netralitas.law.pause import can_pause, units_between
from netralitas.law.refusals import TimeNeeded, YearNotLoaded
from tests.law.slow_counter import rule

CALENDAR = load().calendar()
WORKDAYS = rule(7, Unit.WORKDAY)
DAYS = rule(7, Unit.CALENDAR)
HOURS = rule(48, Unit.HOURS)
STARTS = st.dates(date(2018, 6, 1), date(2026, 3, 31))
LATER = st.integers(0, 60)
COUNTED_IN_DAYS = st.sampled_from([WORKDAYS, DAYS])
NOON = datetime(2024, 9, 2, 5, 0, tzinfo=UTC)


def between(limit: Rule, paused: date, resumed: date) -> int:
    return units_between(limit, paused, resumed, CALENDAR, Zone.WIB)


def ends(limit: Rule, start: date) -> date:
    return due(limit, start, CALENDAR, Zone.WIB).on


@given(COUNTED_IN_DAYS, STARTS, LATER, LATER)
def test_a_pause_moves_the_due_date_by_as_many_units_as_it_lasted(
    limit: Rule, start: date, before: int, length: int
) -> None:
    paused = start + timedelta(days=before)
    units = between(limit, paused, paused + timedelta(days=length))
    later = ends(limit.lengthened(units), start)
    assert between(limit, ends(limit, start), later) == units


@given(COUNTED_IN_DAYS, STARTS, LATER, LATER)
def test_what_was_left_when_it_paused_is_left_when_it_goes_on(
    limit: Rule, start: date, before: int, length: int
) -> None:
    paused = min(start + timedelta(days=before), ends(limit, start))
    resumed = paused + timedelta(days=length)
    left = between(limit, paused, ends(limit, start))
    later = ends(limit.lengthened(between(limit, paused, resumed)), start)
    assert later >= resumed or left == 0
    assert between(limit, resumed, max(resumed, later)) == left


@given(COUNTED_IN_DAYS, STARTS)
def test_a_pause_without_length_changes_nothing(limit: Rule, start: date) -> None:
    assert between(limit, start, start) == 0
    assert limit.lengthened(0) is limit


@given(COUNTED_IN_DAYS, STARTS, LATER, LATER)
def test_a_longer_pause_never_adds_less(limit: Rule, paused: date, one: int, other: int) -> None:
    few, many = (between(limit, paused, paused + timedelta(days=n)) for n in sorted((one, other)))
    assert few <= many


@given(COUNTED_IN_DAYS, STARTS, LATER, LATER)
def test_two_pauses_one_after_the_other_add_what_one_does(
    limit: Rule, paused: date, one: int, other: int
) -> None:
    between_them = paused + timedelta(days=one)
    resumed = between_them + timedelta(days=other)
    parts = between(limit, paused, between_them) + between(limit, between_them, resumed)
    assert parts == between(limit, paused, resumed)


def test_working_days_of_a_pause_skip_weekends_and_holidays() -> None:
    friday, tuesday = date(2024, 9, 13), date(2024, 9, 17)
    assert between(WORKDAYS, friday, tuesday) == 1  # Monday was Maulid
    assert between(DAYS, friday, tuesday) == 4


@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_an_hour_that_has_begun_counts_and_none_is_lost(one: int, other: int) -> None:
    short, long = (NOON + timedelta(seconds=n) for n in sorted((one, other)))
    added = units_between(HOURS, NOON, long, CALENDAR, Zone.WIB)
    assert timedelta(hours=added) >= long - NOON
    assert timedelta(hours=added) < long - NOON + timedelta(hours=1)
    assert units_between(HOURS, NOON, short, CALENDAR, Zone.WIB) <= added


@pytest.mark.parametrize("limit", [WORKDAYS, DAYS], ids=["workday", "calendar"])
def test_a_resumption_before_the_pause_is_a_mistake_of_the_caller(limit: Rule) -> None:
    with pytest.raises(ValueError, match="after it begins"):
        between(limit, date(2024, 9, 3), date(2024, 9, 2))


def test_hours_run_backwards_for_nobody() -> None:
    with pytest.raises(ValueError, match="after it begins"):
        units_between(HOURS, NOON, NOON - timedelta(minutes=1), CALENDAR, Zone.WIB)


def test_hours_need_the_time_of_both_ends() -> None:
    with pytest.raises(TimeNeeded):
        between(HOURS, date(2024, 9, 2), date(2024, 9, 3))


def test_a_pause_into_a_year_without_a_calendar_cannot_be_counted() -> None:
    with pytest.raises(YearNotLoaded):
        between(WORKDAYS, date(2027, 12, 30), date(2028, 1, 5))


@pytest.mark.parametrize(
    ("limit", "possible"),
    [
        (WORKDAYS, True),
        (DAYS, True),
        (HOURS, True),
        (rule(2, Unit.MONTH), False),
        (replace(WORKDAYS, number=None, unit=Unit.FIXED_DATE), False),
        (replace(WORKDAYS, direction=Direction.EXACTLY), False),
        (replace(WORKDAYS, side=Side.BEFORE), False),
    ],
)
def test_only_a_limit_in_days_or_hours_can_stand_still(limit: Rule, possible: bool) -> None:
    assert can_pause(limit) is possible

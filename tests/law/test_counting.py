"""Properties of every way of counting days, against a slow walk written apart."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.book import load
from netralitas.law.deadline import due
from netralitas.law.domain import Rule, Side, Unit, Zone
from tests.law.slow_counter import last_day, rule, shape_name, shapes

CALENDAR = load().calendar()
DAYS_OFF = set(CALENDAR.days)
STARTS = st.dates(date(2018, 6, 1), date(2027, 6, 30))
NUMBERS = st.integers(1, 90)
SHAPES = shapes()
DAYS_A_MONTH = 15

every_shape = pytest.mark.parametrize("shape", SHAPES, ids=shape_name)
ANY_SHAPE = st.sampled_from(SHAPES)
ANY_SHAPE_OF_DAYS = st.sampled_from([shape for shape in SHAPES if shape.unit is not Unit.MONTH])
NEVER_ON_A_DAY_OFF = [shape for shape in SHAPES if shape.unit is Unit.WORKDAY or shape.roll_over]


def numbered(shape: Rule, number: int) -> Rule:
    """The way of counting with a number, months kept within the loaded years."""
    return replace(shape, number=-(-number // DAYS_A_MONTH) if shape.unit is Unit.MONTH else number)


def due_on(limit: Rule, start: date) -> date:
    return due(limit, start, CALENDAR, Zone.WIB).on


@every_shape
@given(start=STARTS, number=NUMBERS)
def test_the_end_is_the_one_that_a_slow_walk_reaches(shape: Rule, start: date, number: int) -> None:
    limit = numbered(shape, number)
    assert due_on(limit, start) == last_day(limit, start, DAYS_OFF)


@given(ANY_SHAPE, STARTS, STARTS, NUMBERS)
def test_a_later_start_never_ends_earlier(shape: Rule, one: date, other: date, number: int) -> None:
    limit, (early, late) = numbered(shape, number), sorted((one, other))
    assert due_on(limit, early) <= due_on(limit, late)


@given(ANY_SHAPE, STARTS, NUMBERS, NUMBERS)
def test_a_greater_number_never_ends_nearer_to_the_start(
    shape: Rule, start: date, one: int, other: int
) -> None:
    few, many = (due_on(numbered(shape, n), start) for n in sorted((one, other)))
    assert few <= many if shape.side is Side.AFTER else many <= few


@given(ANY_SHAPE_OF_DAYS, STARTS, NUMBERS)
def test_one_day_more_always_ends_on_another_day_unless_the_end_rolls_over(
    shape: Rule, start: date, number: int
) -> None:
    ends = [due_on(numbered(shape, n), start) for n in (number, number + 1)]
    assert shape.roll_over or ends[0] != ends[1]


@pytest.mark.parametrize("shape", NEVER_ON_A_DAY_OFF, ids=shape_name)
@given(start=STARTS, number=NUMBERS)
def test_working_days_and_ends_that_roll_over_never_fall_on_a_skipped_day(
    shape: Rule, start: date, number: int
) -> None:
    on = due_on(numbered(shape, number), start)
    assert on.isoweekday() <= 5
    assert on not in DAYS_OFF


@given(ANY_SHAPE_OF_DAYS, STARTS, NUMBERS)
def test_counting_the_first_day_ends_no_farther_from_the_start(
    shape: Rule, start: date, number: int
) -> None:
    without = due_on(replace(shape, number=number, inclusive=False), start)
    within = due_on(replace(shape, number=number, inclusive=True), start)
    assert within <= without if shape.side is Side.AFTER else without <= within


@given(STARTS, NUMBERS)
def test_counting_back_undoes_counting_from_a_working_day(start: date, number: int) -> None:
    begun = due_on(rule(1, inclusive=True), start)
    there = due_on(rule(number), begun)
    assert due_on(rule(number, side=Side.BEFORE), there) == begun


@given(ANY_SHAPE, STARTS, st.times(), NUMBERS, st.sampled_from(Zone))
def test_the_time_of_the_start_changes_nothing_within_its_local_day(
    shape: Rule, start: date, at: time, number: int, zone: Zone
) -> None:
    limit, moment = numbered(shape, number), datetime.combine(start, at, zone.tz)
    assert due(limit, moment, CALENDAR, zone) == due(limit, start, CALENDAR, zone)


@pytest.mark.parametrize("unit", [Unit.CALENDAR, Unit.MONTH])
def test_an_end_that_rolls_over_by_an_unconfirmed_list_is_marked(unit: Unit) -> None:
    """Tuesday 5 January 2027, Isra Mikraj, is off by a list of which no text was read."""
    start = date(2027, 1, 4) if unit is Unit.CALENDAR else date(2026, 12, 5)
    rolled = due(rule(1, unit, roll_over=True), start, CALENDAR, Zone.WIB)
    assert (rolled.on, rolled.provisional) == (date(2027, 1, 6), True)
    assert not due(rule(1, unit), start, CALENDAR, Zone.WIB).provisional


def test_an_end_that_rolls_over_by_a_confirmed_list_is_not_marked() -> None:
    rolling = rule(1, Unit.CALENDAR, roll_over=True)
    found = due(rolling, date(2026, 8, 14), CALENDAR, Zone.WIB)
    assert (found.on, found.provisional) == (date(2026, 8, 18), False)

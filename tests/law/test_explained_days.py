"""Properties of an explanation: its days count exactly what its result says."""

import json
from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.book import load
from netralitas.law.deadline import due
from netralitas.law.domain import Rule, Side, Unit, Zone
from netralitas.law.explanation import Explanation, explain
from tests.law.slow_counter import is_off, last_day, shapes

CALENDAR = load().calendar()
DAYS_OFF = set(CALENDAR.days)
STARTS = st.dates(date(2018, 6, 1), date(2027, 6, 30))
NUMBERS = st.integers(1, 70)
SHAPES = st.sampled_from([shape for shape in shapes() if shape.unit is not Unit.MONTH])


def explained(shape: Rule, number: int, start: date | datetime) -> Explanation:
    return explain(replace(shape, number=number), start, CALENDAR, Zone.WIB)


@given(SHAPES, NUMBERS, STARTS)
def test_as_many_days_are_counted_as_the_rule_says_and_the_last_one_is_the_result(
    shape: Rule, number: int, start: date
) -> None:
    found = explained(shape, number, start)
    assert len(found.counted) == number
    assert found.days[-1].on == found.due.on == last_day(found.rule, start, DAYS_OFF)
    assert found.days[-1] == found.counted[-1] or shape.roll_over


@given(SHAPES, NUMBERS, STARTS)
def test_no_day_between_start_and_result_is_left_out_or_told_twice(
    shape: Rule, number: int, start: date
) -> None:
    found = explained(shape, number, start)
    step = 1 if shape.side is Side.AFTER else -1
    first = start.toordinal() + (0 if shape.inclusive else step)
    listed = [day.on.toordinal() for day in found.days]
    assert listed == list(range(first, found.due.on.toordinal() + step, step))


@given(SHAPES, NUMBERS, STARTS)
def test_a_day_is_skipped_only_where_nobody_works_or_the_end_has_moved(
    shape: Rule, number: int, start: date
) -> None:
    for day in explained(shape, number, start).days:
        if shape.unit is Unit.WORKDAY:
            assert day.counted is not is_off(day.on, DAYS_OFF)
        else:
            assert day.counted is not day.reason.startswith("tenggat bergeser")


@given(SHAPES, NUMBERS, STARTS)
def test_the_end_moves_over_days_off_to_the_first_working_day(
    shape: Rule, number: int, start: date
) -> None:
    found = explained(shape, number, start)
    moved = [day.on for day in found.days if day.reason.startswith("tenggat bergeser")]
    assert shape.roll_over or not moved
    if moved:
        over = [found.counted[-1].on, *moved[:-1]]
        assert all(is_off(on, DAYS_OFF) for on in over)
        assert not is_off(moved[-1], DAYS_OFF)


@given(SHAPES, NUMBERS, STARTS)
def test_sentences_and_json_count_to_the_same_number(shape: Rule, number: int, start: date) -> None:
    found = explained(shape, number, start)
    values = json.loads(json.dumps(found.as_json()))
    told = [line.rpartition(" ke-")[2] for line in found.in_words() if " dihitung: " in line]
    assert [word for word in told if word.endswith(".") and word[:-1].isdigit()] == [
        f"{ordinal}." for ordinal in range(1, number + 1)
    ]
    assert sum(day["counted"] for day in values["days"]) == number
    assert values["days"][-1]["date"] == values["due"]


@given(SHAPES, NUMBERS, STARTS, st.times(), st.sampled_from(Zone))
def test_the_explanation_of_a_moment_is_that_of_its_local_day(
    shape: Rule, number: int, start: date, at: time, zone: Zone
) -> None:
    limit, moment = replace(shape, number=number), datetime.combine(start, at, zone.tz)
    of_moment = explain(limit, moment, CALENDAR, zone)
    assert of_moment.days == explain(limit, start, CALENDAR, zone).days
    assert of_moment.due == due(limit, start, CALENDAR, zone)

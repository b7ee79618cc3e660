"""Deadlines by example: every unit, both sides, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest

from netralitas.law.book import load
from netralitas.law.deadline import due
from netralitas.law.domain import Rule, Side, Unit, Zone
from netralitas.law.refusals import CannotCompute, OutOfRange, TimeNeeded, YearNotLoaded
from tests.law.slow_counter import rule

BOOK = load()
CALENDAR = BOOK.calendar()
BACK = Side.BEFORE


def due_on(given_rule: Rule, start: date) -> date:
    return due(given_rule, start, CALENDAR, Zone.WIB).on


def named(code: str, on: date) -> Rule:
    return BOOK.rule(code, on)


def test_a_date_that_rests_on_the_list_of_2027_is_marked_provisional() -> None:
    handling = named("pemilu.handle_max", date(2026, 12, 18))
    assert due(handling, date(2026, 12, 18), CALENDAR, Zone.WIB).provisional
    assert not due(handling, date(2026, 11, 2), CALENDAR, Zone.WIB).provisional


def test_an_invitation_is_delivered_a_working_day_before_the_session() -> None:
    """Perbawaslu 7/2022 Ps 29(2), over 8, 9 and 10 February and a Sunday."""
    session = date(2024, 2, 12)
    assert due_on(named("pemilu.invite_before", session), session) == date(2024, 2, 7)


def test_a_due_date_names_what_it_was_computed_from() -> None:
    result = due(named("pemilu.handle_max", date(2024, 2, 5)), date(2024, 2, 5), CALENDAR, Zone.WIT)
    assert (result.rule, result.rule_version) == ("pemilu.handle_max", 1)
    assert result.calendar_version == CALENDAR.version


def test_hours_counted_back_end_before_their_start() -> None:
    start = datetime(2024, 10, 11, 3, 20, tzinfo=UTC)
    back = due(rule(3, Unit.HOURS, side=BACK), start, CALENDAR, Zone.WIB)
    assert back.at == start - timedelta(hours=3)


def test_hours_cannot_be_counted_from_a_mere_day() -> None:
    with pytest.raises(TimeNeeded, match="jam mulainya"):
        due(rule(48, Unit.HOURS), date(2024, 10, 11), CALENDAR, Zone.WIB)


@pytest.mark.parametrize("unit", [Unit.WORKDAY, Unit.HOURS])
def test_a_naive_moment_is_refused(unit: Unit) -> None:
    naive = datetime(2024, 10, 11, 3, 20)  # noqa: DTZ001 - what the test is about
    with pytest.raises(ValueError, match="aware"):
        due(rule(2, unit), naive, CALENDAR, Zone.WIB)


@pytest.mark.parametrize(
    ("start", "number", "side", "expected"),
    [
        (date(2024, 10, 15), 2, Side.AFTER, date(2024, 12, 15)),
        (date(2024, 12, 31), 2, Side.AFTER, date(2025, 2, 28)),
        (date(2023, 12, 31), 2, Side.AFTER, date(2024, 2, 29)),
        (date(2024, 3, 31), 1, Side.BEFORE, date(2024, 2, 29)),
        (date(2024, 1, 15), 1, Side.BEFORE, date(2023, 12, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(
    start: date, number: int, side: Side, expected: date
) -> None:
    assert due_on(rule(number, Unit.MONTH, side=side), start) == expected


def test_a_letter_with_a_fixed_date_is_due_on_it() -> None:
    fixed = named("asn.ppk_fixed_date", date(2024, 7, 30))
    assert due_on(fixed, date(2024, 7, 30)) == date(2024, 7, 30)


def test_the_day_of_the_start_counts_where_the_rule_includes_it() -> None:
    friday = date(2024, 10, 11)
    assert due_on(rule(1, inclusive=True), friday) == friday
    assert due_on(rule(2, inclusive=True), friday) == date(2024, 10, 14)
    assert due_on(rule(2, Unit.CALENDAR, inclusive=True), friday) == date(2024, 10, 12)
    assert due_on(rule(2, Unit.CALENDAR, side=BACK, inclusive=True), friday) == date(2024, 10, 10)


def test_a_rule_that_rolls_over_ends_on_the_next_working_day() -> None:
    rolling = rule(5, Unit.CALENDAR, roll_over=True)
    assert due_on(rolling, date(2024, 11, 22)) == date(2024, 11, 28)
    assert due_on(rolling, date(2024, 11, 21)) == date(2024, 11, 26)


def test_working_days_need_their_year_and_calendar_days_do_not() -> None:
    start = date(2027, 12, 30)
    with pytest.raises(YearNotLoaded, match="2028"):
        due(rule(5), start, CALENDAR, Zone.WIB)
    assert due_on(rule(5, Unit.CALENDAR), start) == date(2028, 1, 4)


@pytest.mark.parametrize("unit", [Unit.WORKDAY, Unit.CALENDAR, Unit.MONTH])
@pytest.mark.parametrize(("start", "side"), [(date.max, Side.AFTER), (date.min, Side.BEFORE)])
def test_the_ends_of_time_are_refused_in_a_sentence(unit: Unit, start: date, side: Side) -> None:
    with pytest.raises(CannotCompute, match="Tidak dapat dihitung"):
        due(rule(20, unit, side=side), start, CALENDAR, Zone.WIB)


def test_hours_beyond_the_last_year_are_refused() -> None:
    last = datetime(9999, 12, 31, 10, 0, tzinfo=UTC)
    with pytest.raises(OutOfRange):
        due(rule(48, Unit.HOURS), last, CALENDAR, Zone.WIB)

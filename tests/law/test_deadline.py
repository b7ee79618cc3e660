"""Deadlines: the vectors of the domain, every unit, cut-offs and zones, and properties."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.book import load
from netralitas.law.deadline import due
from netralitas.law.domain import Direction, Rule, Side, Unit, Zone
from netralitas.law.refusals import CannotCompute, OutOfRange, TimeNeeded, YearNotLoaded
from tests.law.slow_counter import count, is_off, rule

BOOK = load()
CALENDAR = BOOK.calendar()
DAYS_OFF = set(CALENDAR.days)
STARTS = st.dates(date(2018, 6, 1), date(2027, 6, 30))
NUMBERS = st.integers(1, 90)
BACK = Side.BEFORE


def due_on(given_rule: Rule, start: date) -> date:
    return due(given_rule, start, CALENDAR, Zone.WIB).on


def named(code: str, on: date) -> Rule:
    return BOOK.rule(code, on)


WORKING_DAY_VECTORS = {
    "one day over Independence Day": ("2026-08-14", "pemilu.notify", "2026-08-18"),
    "one day over joint leave and Christmas": ("2026-12-23", "pemilu.notify", "2026-12-28"),
    "a decree in effect": ("2026-07-14", "asn.sk_effective", "2026-08-04"),
    "seven days over Lebaran": ("2026-03-13", "pemilu.handle_base", "2026-03-31"),
    "fourteen days over Lebaran": ("2026-03-13", "pemilu.handle_max", "2026-04-10"),
    "a preliminary study over a long weekend": ("2026-05-13", "pemilu.kajian_awal", "2026-05-19"),
    "fourteen days over three holidays": ("2026-05-25", "pemilu.handle_max", "2026-06-18"),
    "seven days over Christmas": ("2026-12-18", "pemilu.handle_base", "2026-12-31"),
    "fourteen days into 2027": ("2026-12-18", "pemilu.handle_max", "2027-01-13"),
    "last day to object": ("2025-02-17", "asn.keberatan", "2025-03-07"),
    "a decree in effect, no holiday between": ("2025-02-17", "asn.sk_effective", "2025-03-10"),
    "seven days over voting day": ("2024-02-05", "pemilu.handle_base", "2024-02-19"),
    "fourteen days over voting day": ("2024-02-05", "pemilu.handle_max", "2024-02-28"),
}
CALENDAR_DAY_VECTORS = [
    ("2026-08-14", 1, "2026-08-15"),
    ("2026-12-23", 1, "2026-12-24"),
    ("2026-07-14", 15, "2026-07-29"),
    ("2026-03-13", 7, "2026-03-20"),
    ("2026-03-13", 14, "2026-03-27"),
    ("2026-05-13", 2, "2026-05-15"),
    ("2026-05-25", 14, "2026-06-08"),
    ("2026-12-18", 7, "2026-12-25"),
    ("2026-12-18", 14, "2027-01-01"),
    ("2025-02-17", 14, "2025-03-03"),
    ("2025-02-17", 15, "2025-03-04"),
]
PILKADA_VECTORS = {
    "three days": ("2024-10-11", "pemilihan.handle_base", "2024-10-14"),
    "three and two days": ("2024-10-11", "pemilihan.handle_max", "2024-10-16"),
    "three days before the vote": ("2024-11-22", "pemilihan.handle_base", "2024-11-25"),
    "ends on voting day, no roll-over": ("2024-11-22", "pemilihan.handle_max", "2024-11-27"),
    "Kukar, from registration": ("2024-11-11", "pemilihan.handle_base", "2024-11-14"),
    "Kukar, from receipt": ("2024-11-10", "pemilihan.handle_base", "2024-11-13"),
}


@pytest.mark.parametrize("vector", WORKING_DAY_VECTORS)
def test_the_working_day_vector(vector: str) -> None:
    start, code, expected = WORKING_DAY_VECTORS[vector]
    begun = date.fromisoformat(start)
    assert due_on(named(code, begun), begun) == date.fromisoformat(expected)


@pytest.mark.parametrize(("start", "number", "expected"), CALENDAR_DAY_VECTORS)
def test_the_calendar_day_vector(start: str, number: int, expected: str) -> None:
    counted = due_on(rule(number, Unit.CALENDAR), date.fromisoformat(start))
    assert counted == date.fromisoformat(expected)


@pytest.mark.parametrize("vector", PILKADA_VECTORS)
def test_the_pilkada_vector(vector: str) -> None:
    start, code, expected = PILKADA_VECTORS[vector]
    begun = date.fromisoformat(start)
    assert due_on(named(code, begun), begun) == date.fromisoformat(expected)


def test_the_first_summons_is_dated_seven_working_days_before_the_examination() -> None:
    """PP 94/2021 Ps 26(2): earliest under the maximum gap, latest under the minimum notice."""
    exam, letter = date(2026, 10, 19), date(2026, 10, 8)
    forwards = named("asn.panggilan_1", letter)
    backwards = forwards.backwards(start="exam_date", start_label="hari pemeriksaan")
    assert due_on(backwards, exam) == letter
    assert due_on(forwards, letter) == exam


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


@pytest.mark.parametrize(
    ("zone", "utc"),
    [
        (Zone.WIB, datetime(2024, 2, 28, 16, 59, 59, tzinfo=UTC)),
        (Zone.WITA, datetime(2024, 2, 28, 15, 59, 59, tzinfo=UTC)),
        (Zone.WIT, datetime(2024, 2, 28, 14, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_midnight_where_the_case_is(zone: Zone, utc: datetime) -> None:
    handling = named("pemilu.handle_max", date(2024, 2, 5))
    assert due(handling, date(2024, 2, 5), CALENDAR, zone).at == utc


def test_completing_a_pemilu_report_ends_with_the_receipt_hours() -> None:
    """Perbawaslu 7/2022 Ps 24; two working days to Tuesday 16 January 2024, 16.00 WIB."""
    notified = date(2024, 1, 12)
    at = due(named("pemilu.complete", notified), notified, CALENDAR, Zone.WIB).at
    assert at == datetime(2024, 1, 16, 9, 0, tzinfo=UTC)


def test_completing_a_pilkada_report_ends_after_48_hours_to_the_minute() -> None:
    """Perbawaslu 9/2024 jo. 8/2020: 2 x 24 hours, also over a weekend."""
    notified = datetime(2024, 10, 11, 3, 20, 45, tzinfo=UTC)
    result = due(named("pemilihan.complete", notified.date()), notified, CALENDAR, Zone.WITA)
    assert result.at == datetime(2024, 10, 13, 3, 20, tzinfo=UTC)
    assert (result.on, result.at.hour, result.provisional) == (date(2024, 10, 13), 11, False)


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


def test_a_moment_counts_from_its_local_day() -> None:
    """16.30 UTC on 10 October is 23.30 that day in Jakarta and 01.30 the next day in Jayapura."""
    moment = datetime(2024, 10, 10, 16, 30, tzinfo=UTC)
    one_day = rule(1, Unit.CALENDAR)
    assert due(one_day, moment, CALENDAR, Zone.WIB).on == date(2024, 10, 11)
    assert due(one_day, moment, CALENDAR, Zone.WIT).on == date(2024, 10, 12)


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


def test_a_rule_not_earlier_than_opens_with_its_day() -> None:
    opening = rule(1, direction=Direction.NOT_EARLIER_THAN)
    at = due(opening, date(2024, 10, 11), CALENDAR, Zone.WIB).at
    assert at == datetime(2024, 10, 13, 17, 0, tzinfo=UTC)


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


@given(STARTS, NUMBERS, st.sampled_from(Side), st.booleans())
def test_working_days_equal_the_slow_count(
    start: date, number: int, side: Side, inclusive: bool
) -> None:
    expected = count(
        start,
        number,
        lambda on: not is_off(on, DAYS_OFF),
        backwards=side is BACK,
        inclusive=inclusive,
    )
    assert due_on(rule(number, side=side, inclusive=inclusive), start) == expected


@given(STARTS, NUMBERS, st.sampled_from(Side), st.booleans())
def test_calendar_days_equal_the_slow_count(
    start: date, number: int, side: Side, inclusive: bool
) -> None:
    expected = count(start, number, lambda _: True, backwards=side is BACK, inclusive=inclusive)
    counted = rule(number, Unit.CALENDAR, side=side, inclusive=inclusive)
    assert due_on(counted, start) == expected


@given(STARTS, NUMBERS)
def test_a_count_of_working_days_never_ends_on_a_day_off(start: date, number: int) -> None:
    assert CALENDAR.is_workday(due_on(rule(number), start))


@given(STARTS, STARTS, NUMBERS, NUMBERS, st.sampled_from([Unit.WORKDAY, Unit.CALENDAR, Unit.MONTH]))
def test_a_later_start_or_a_greater_number_never_ends_earlier(
    one: date, other: date, few: int, many: int, unit: Unit
) -> None:
    if unit is Unit.MONTH:
        few, many = few % 6 + 1, many % 6 + 1
    (early, late), (few, many) = sorted((one, other)), sorted((few, many))
    assert due_on(rule(few, unit), early) <= due_on(rule(few, unit), late)
    assert due_on(rule(few, unit), early) <= due_on(rule(many, unit), early)


@given(STARTS, NUMBERS)
def test_counting_back_undoes_counting_from_a_working_day(start: date, number: int) -> None:
    if CALENDAR.is_workday(start):
        there = due_on(rule(number), start)
        assert due_on(rule(number, side=BACK), there) == start

"""Moments: the last second of a day, cut-offs at the minute, and three time zones."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.book import load
from netralitas.law.deadline import Status, due, local_day, status
from netralitas.law.domain import Direction, Rule, Side, Unit, Zone
from tests.law.slow_counter import HOURS_AHEAD, ONE_DAY, last_day, local, rule, shapes

BOOK = load()
CALENDAR = BOOK.calendar()
DAYS_OFF = set(CALENDAR.days)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
FRIDAY = date(2024, 10, 11)
FOUR = time(16, 0)
STARTS = st.dates(date(2018, 6, 1), date(2027, 6, 30))
ZONES = st.sampled_from(Zone)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.datetimes(datetime(2018, 6, 1), datetime(2027, 6, 30), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone

every_zone = pytest.mark.parametrize("zone", Zone, ids=lambda zone: zone.name)


def named(code: str, on: date) -> Rule:
    return BOOK.rule(code, on)


def around(at: datetime) -> list[Status]:
    """How a clock stands a second before its moment, at it, and a second after it."""
    return [status(at, at + step * SECOND) for step in (-1, 0, 1)]


def done_around(at: datetime) -> list[Status]:
    """How an act a second before the moment, at it, and a second after it is judged."""
    later = at + timedelta(days=30)
    return [status(at, later, at + step * SECOND) for step in (-1, 0, 1)]


@every_zone
def test_a_day_ends_at_midnight_where_the_case_is(zone: Zone) -> None:
    handling = named("pemilu.handle_max", date(2024, 2, 5))
    at = due(handling, date(2024, 2, 5), CALENDAR, zone).at
    assert at == local(date(2024, 2, 28), time(23, 59, 59), zone)
    assert around(at) == [Status.DUE, Status.DUE, Status.LATE]
    assert done_around(at) == [Status.MET, Status.MET, Status.MISSED]


@every_zone
def test_completing_a_pemilu_report_ends_with_the_receipt_hours(zone: Zone) -> None:
    """Perbawaslu 7/2022 Ps 24; two working days to Tuesday 16 January 2024, 16.00 local time."""
    notified = date(2024, 1, 12)
    at = due(named("pemilu.complete", notified), notified, CALENDAR, zone).at
    assert at == local(date(2024, 1, 16), FOUR, zone)
    assert around(at) == [Status.DUE, Status.DUE, Status.LATE]
    assert done_around(at) == [Status.MET, Status.MET, Status.MISSED]


def test_the_same_act_is_in_time_in_wib_and_too_late_in_wita_and_wit() -> None:
    """At 15.30 WIB the offices of Makassar and Jayapura have closed at 16.00 of their own."""
    notified, act = date(2024, 1, 12), datetime(2024, 1, 16, 8, 30, tzinfo=UTC)
    ends = {
        zone.name: due(named("pemilu.complete", notified), notified, CALENDAR, zone).at
        for zone in Zone
    }
    assert {name: status(at, act, act) for name, at in ends.items()} == {
        "WIB": Status.MET,
        "WITA": Status.MISSED,
        "WIT": Status.MISSED,
    }
    assert [ends["WIB"] - ends["WITA"], ends["WITA"] - ends["WIT"]] == [timedelta(hours=1)] * 2


@given(STARTS, st.integers(1, 30), MINUTES, ZONES, st.sampled_from(shapes()))
def test_a_cut_off_ends_the_last_day_at_its_local_minute(
    start: date, number: int, cutoff: time, zone: Zone, shape: Rule
) -> None:
    number = min(number, 6) if shape.unit is Unit.MONTH else number
    limit = replace(shape, number=number, cutoff=cutoff)
    found = due(limit, start, CALENDAR, zone)
    assert found.on == last_day(limit, start, DAYS_OFF)
    assert found.at == local(found.on, cutoff, zone)
    assert around(found.at) == [Status.DUE, Status.DUE, Status.LATE]
    assert done_around(found.at) == [Status.MET, Status.MET, Status.MISSED]


@every_zone
def test_a_day_begins_with_its_first_second_and_ends_with_its_last(zone: Zone) -> None:
    one_day = rule(1, Unit.CALENDAR)
    midnight = local(FRIDAY, time(0, 0), zone)
    last_moment = midnight + ONE_DAY - timedelta(microseconds=1)
    starts = [midnight - SECOND, midnight, last_moment, midnight + ONE_DAY]
    ends = [due(one_day, start, CALENDAR, zone).on - FRIDAY for start in starts]
    assert ends == [0 * ONE_DAY, ONE_DAY, ONE_DAY, 2 * ONE_DAY]


def test_half_past_eleven_at_night_in_jakarta_is_the_next_day_in_makassar_and_jayapura() -> None:
    """A Friday night in the west is a Saturday in the east, and counts from that day there."""
    moment = datetime.combine(FRIDAY, time(23, 30), Zone.WIB.tz)
    calendar_day, working_day = rule(1, Unit.CALENDAR), rule(1, inclusive=True)
    ends = {
        zone.name: (
            due(calendar_day, moment, CALENDAR, zone).on.day,
            due(working_day, moment, CALENDAR, zone).on.day,
        )
        for zone in Zone
    }
    assert ends == {"WIB": (12, 11), "WITA": (13, 14), "WIT": (13, 14)}


def test_new_year_comes_to_the_east_first() -> None:
    moment = datetime(2023, 12, 31, 15, 0, tzinfo=UTC)
    days = [local_day(moment, zone) for zone in Zone]
    assert days == [date(2023, 12, 31), date(2023, 12, 31), date(2024, 1, 1)]


@given(MOMENTS, ZONES)
def test_the_local_day_is_that_of_the_clock_so_many_hours_ahead(
    moment: datetime, zone: Zone
) -> None:
    assert local_day(moment, zone) == (moment + timedelta(hours=HOURS_AHEAD[zone])).date()


@given(MOMENTS, st.integers(1, 30), ZONES, ZONES)
def test_the_zone_in_which_a_start_is_written_does_not_matter(
    moment: datetime, number: int, written_in: Zone, zone: Zone
) -> None:
    same = moment.astimezone(written_in.tz)
    assert due(rule(number), same, CALENDAR, zone) == due(rule(number), moment, CALENDAR, zone)


def test_completing_a_pilkada_report_ends_after_48_hours_to_the_minute() -> None:
    """Perbawaslu 9/2024 jo. 8/2020: 2 x 24 hours, also over a weekend."""
    notified = datetime(2024, 10, 11, 3, 20, 45, tzinfo=UTC)
    found = due(named("pemilihan.complete", notified.date()), notified, CALENDAR, Zone.WITA)
    assert found.at == datetime(2024, 10, 13, 3, 20, tzinfo=UTC)
    assert (found.on, found.at.hour, found.provisional) == (date(2024, 10, 13), 11, False)
    assert around(found.at) == [Status.DUE, Status.DUE, Status.LATE]


@given(MOMENTS, st.integers(1, 96), st.sampled_from(Side), ZONES)
def test_hours_are_walked_one_by_one_from_the_minute_of_the_start(
    moment: datetime, number: int, side: Side, zone: Zone
) -> None:
    walked = moment.replace(second=0, microsecond=0)
    for _ in range(number):
        walked += 60 * MINUTE if side is Side.AFTER else -60 * MINUTE
    found = due(rule(number, Unit.HOURS, side=side), moment, CALENDAR, zone)
    assert found.at == walked
    assert found.on == (walked + timedelta(hours=HOURS_AHEAD[zone])).date()


@every_zone
def test_a_rule_not_earlier_than_opens_with_the_first_second_of_its_day(zone: Zone) -> None:
    opening = rule(1, direction=Direction.NOT_EARLIER_THAN)
    at = due(opening, FRIDAY, CALENDAR, zone).at
    assert at == local(date(2024, 10, 14), time(0, 0), zone)
    acts = [status(at, at, at + step * SECOND, opening.direction) for step in (-1, 0, 1)]
    assert acts == [Status.MISSED, Status.MET, Status.MET]


@every_zone
def test_a_date_named_in_a_letter_lasts_to_its_last_local_second(zone: Zone) -> None:
    fixed = named("asn.ppk_fixed_date", date(2024, 7, 30))
    at = due(fixed, date(2024, 7, 30), CALENDAR, zone).at
    assert at == local(date(2024, 7, 30), time(23, 59, 59), zone)


@every_zone
def test_a_decree_takes_effect_on_its_day_from_the_first_second_to_the_last(zone: Zone) -> None:
    """PerBKN 6/2022 Ps 50(1): on the 15th working day after receipt, Monday 10 March 2025."""
    received, day = date(2025, 2, 17), date(2025, 3, 10)
    effective = named("asn.sk_effective", received)
    at = due(effective, received, CALENDAR, zone).at
    opens, closes = local(day, time(0, 0), zone), local(day, time(23, 59, 59), zone)
    acts = [opens - SECOND, opens, closes, closes + SECOND]
    found = [status(at, closes, act, effective.direction) for act in acts]
    assert found == [Status.MISSED, Status.MET, Status.MET, Status.MISSED]

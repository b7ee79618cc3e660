"""The calendar against lists of decrees typed by hand, and its own counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.book import load, read_calendar
from netralitas.law.calendar import Calendar, DayKind, SpecialDay
from netralitas.law.refusals import YearNotLoaded
from tests.law.slow_counter import is_off

CALENDAR = load().calendar()
DAYS_OFF = set(CALENDAR.days)
LOADED = st.dates(date(2018, 1, 1), date(2027, 12, 31))


def test_every_day_off_has_a_name_and_a_source() -> None:
    assert all(day.name and day.source for day in CALENDAR.days.values())


def test_only_2027_is_provisional() -> None:
    provisional = {on.year for on, day in CALENDAR.days.items() if day.provisional}
    assert provisional == CALENDAR.provisional_years == {2027}
    assert CALENDAR.is_provisional(date(2026, 12, 18), date(2027, 1, 13))
    assert not CALENDAR.is_provisional(date(2026, 1, 1), date(2026, 12, 31))


def test_a_day_says_why_it_is_off() -> None:
    assert CALENDAR.day(date(2024, 2, 8)).reason == "Isra Mikraj Nabi Muhammad (libur nasional)"
    assert CALENDAR.day(date(2024, 2, 9)).reason == "Tahun Baru Imlek (cuti bersama)"
    assert CALENDAR.day(date(2024, 2, 11)).reason == "akhir pekan (Minggu)"
    assert CALENDAR.day(date(2027, 1, 1)).reason.endswith("(libur nasional, sementara)")


@pytest.mark.parametrize("on", [date(2017, 12, 31), date(2028, 1, 1)])
def test_a_year_that_is_not_loaded_is_refused(on: date) -> None:
    with pytest.raises(YearNotLoaded, match=f"tahun {on.year} belum dimuat") as refusal:
        CALENDAR.is_workday(on)
    assert refusal.value.year == on.year


def test_a_count_that_leaves_the_loaded_years_is_refused() -> None:
    with pytest.raises(YearNotLoaded) as later:
        CALENDAR.workday_after(date(2027, 12, 30), 5)
    with pytest.raises(YearNotLoaded) as earlier:
        CALENDAR.workday_before(date(2018, 1, 3), 5)
    assert (earlier.value.year, later.value.year) == (2017, 2028)


def test_the_last_working_day_of_the_loaded_years_can_be_reached() -> None:
    assert CALENDAR.workday_after(date(2027, 12, 30), 1) == date(2027, 12, 31)
    assert CALENDAR.workday_before(date(2018, 1, 3), 1) == date(2018, 1, 2)


@given(LOADED)
def test_a_working_day_is_neither_a_weekend_nor_a_day_off(on: date) -> None:
    assert CALENDAR.is_workday(on) is not is_off(on, DAYS_OFF)


@given(LOADED, LOADED)
def test_working_days_between_two_dates_are_those_that_a_walk_meets(a: date, b: date) -> None:
    after, until = sorted((a, b))
    walked = [after + timedelta(days=n) for n in range(1, (until - after).days + 1)]
    expected = sum(not is_off(on, DAYS_OFF) for on in walked)
    assert CALENDAR.workdays_between(after, until) == expected
    assert CALENDAR.workdays_between(until, after) == -expected


def test_an_added_day_off_makes_another_calendar() -> None:
    added = SpecialDay(kind=DayKind.JOINT_LEAVE, name="Tambahan", source="SKB")
    changed = Calendar(
        version=2,
        first_year=2018,
        last_year=2027,
        days={**CALENDAR.days, date(2026, 9, 1): added},
    )
    assert CALENDAR.is_workday(date(2026, 9, 1))
    assert not changed.is_workday(date(2026, 9, 1))
    assert changed != CALENDAR


def test_a_day_outside_the_years_of_a_calendar_is_refused() -> None:
    day = SpecialDay(kind=DayKind.NATIONAL_HOLIDAY, name="Tahun Baru", source="SKB")
    with pytest.raises(ValueError, match="outside the years"):
        Calendar(version=1, first_year=2026, last_year=2026, days={date(2027, 1, 1): day})


def year_table(year: int, *days: date) -> dict[str, object]:
    return {
        "year": year,
        "provisional": False,
        "source": {"libur_nasional": "SKB"},
        "days": [{"on": on, "kind": "libur_nasional", "name": "Libur"} for on in days],
    }


def test_a_day_entered_twice_is_refused() -> None:
    day = date(2026, 1, 1)
    with pytest.raises(ValueError, match="listed twice"):
        read_calendar({"version": 1, "year": [year_table(2026, day, day)]})


def test_a_day_entered_under_another_year_is_refused() -> None:
    with pytest.raises(ValueError, match="under another year"):
        read_calendar({"version": 1, "year": [year_table(2026, date(2025, 1, 1))]})


def test_a_gap_between_the_years_is_refused() -> None:
    with pytest.raises(ValueError, match="follow one another"):
        read_calendar({"version": 1, "year": [year_table(2024), year_table(2026)]})

"""The calendar against the decrees of five years, typed by hand, and counting over them."""

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.book import load
from netralitas.law.calendar import DayKind
from netralitas.law.deadline import due
from netralitas.law.domain import Zone
from tests.law.slow_counter import count, is_off, rule

CALENDAR = load().calendar()


class Decree(NamedTuple):
    """A joint decree of three ministers as last amended: "month:day,day month:day"."""

    number: str
    holidays: str
    joint_leave: str


# Typed from the lists as the government and the press published them, weekends included.
DECREES = {
    2020: Decree(
        "728/2019, amended four times, last by 744/2020",
        "1:1,25 3:22,25 4:10 5:1,7,21,24,25 6:1 7:31 8:17,20 10:29 12:25",
        "8:21 10:28,30 12:24,31",
    ),
    2023: Decree(
        "1066/2022, amended twice, last by 624/2023",
        "1:1,22 2:18 3:22 4:7,22,23 5:1,18 6:1,4,29 7:19 8:17 9:28 12:25",
        "1:23 3:23 4:19,20,21,24,25 6:2,28,30 12:26",
    ),
    2024: Decree(
        "855/2023",
        "1:1 2:8,10 3:11,29,31 4:10,11 5:1,9,23 6:1,17 7:7 8:17 9:16 12:25",
        "2:9 3:12 4:8,9,12,15 5:10,24 6:18 12:26",
    ),
    2025: Decree(
        "1017/2024, amended by 933/2025",
        "1:1,27,29 3:29,31 4:1,18,20 5:1,12,29 6:1,6,27 8:17 9:5 12:25",
        "1:28 3:28 4:2,3,4,7 5:13,30 6:9 8:18 12:26",
    ),
    2026: Decree(
        "1497/2025",
        "1:1,16 2:17 3:19,21,22 4:3,5 5:1,14,27,31 6:1,16 8:17,25 12:25",
        "2:16 3:18,20,23,24 5:15,28 12:24",
    ),
}
# Only their joint leave was checked; their holidays rest on the calendar's own source.
OTHER_JOINT_LEAVE = {2021: "5:12", 2022: "4:29 5:4,5,6"}
POLLING_DAYS = [
    date(2018, 6, 27),
    date(2019, 4, 17),
    date(2020, 12, 9),
    date(2024, 2, 14),
    date(2024, 11, 27),
]


def typed(year: int, text: str) -> list[date]:
    """The dates of "month:day,day month:day"."""
    return [
        date(year, int(month), int(day))
        for month, days in (part.split(":") for part in text.split())
        for day in days.split(",")
    ]


DAYS_OFF = set(POLLING_DAYS).union(
    *(typed(year, f"{decree.holidays} {decree.joint_leave}") for year, decree in DECREES.items())
)
# Counts of at most 25 working days from these stay within the years typed above.
STARTS = st.dates(date(2020, 1, 1), date(2020, 11, 15)) | st.dates(
    date(2023, 1, 1), date(2026, 11, 15)
)
BACK_FROM = st.dates(date(2020, 3, 1), date(2020, 12, 31)) | st.dates(
    date(2023, 3, 1), date(2026, 12, 31)
)
NUMBERS = st.integers(1, 25)


def of_kind(kind: DayKind, year: int) -> list[date]:
    days = CALENDAR.days.items()
    return sorted(on for on, day in days if day.kind is kind and on.year == year)


@pytest.mark.parametrize("year", DECREES)
def test_the_national_holidays_equal_the_decree(year: int) -> None:
    assert of_kind(DayKind.NATIONAL_HOLIDAY, year) == typed(year, DECREES[year].holidays)


@pytest.mark.parametrize("year", DECREES)
def test_the_joint_leave_equals_the_decree(year: int) -> None:
    assert of_kind(DayKind.JOINT_LEAVE, year) == typed(year, DECREES[year].joint_leave)


@pytest.mark.parametrize("year", OTHER_JOINT_LEAVE)
def test_the_joint_leave_of_other_years_equals_what_was_published(year: int) -> None:
    assert of_kind(DayKind.JOINT_LEAVE, year) == typed(year, OTHER_JOINT_LEAVE[year])


@pytest.mark.parametrize(
    ("year", "holidays", "joint_leave"),
    [(2020, 16, 5), (2023, 16, 11), (2024, 17, 10), (2025, 17, 11), (2026, 17, 8)],
)
def test_a_year_has_as_many_days_off_as_its_decree_says(
    year: int, holidays: int, joint_leave: int
) -> None:
    assert len(of_kind(DayKind.NATIONAL_HOLIDAY, year)) == holidays
    assert len(of_kind(DayKind.JOINT_LEAVE, year)) == joint_leave


def test_polling_days_are_off() -> None:
    found = [on for year in range(2018, 2028) for on in of_kind(DayKind.POLLING_DAY, year)]
    assert found == POLLING_DAYS
    assert not any(CALENDAR.is_workday(on) for on in found)


@given(STARTS, NUMBERS)
def test_working_days_are_those_that_the_decrees_leave(start: date, number: int) -> None:
    expected = count(start, number, lambda on: not is_off(on, DAYS_OFF))
    assert due(rule(number), start, CALENDAR, Zone.WIB).on == expected


@given(BACK_FROM, NUMBERS)
def test_working_days_counted_back_are_those_that_the_decrees_leave(
    start: date, number: int
) -> None:
    expected = count(start, number, lambda on: not is_off(on, DAYS_OFF), backwards=True)
    assert CALENDAR.workday_before(start, number) == expected

"""A year of the calendar: each day marked, the decrees listed, working days counted."""

import re
from datetime import date

import pytest

from netralitas.law.entries import LawData, committed, holiday_key, law_data
from netralitas.legislation.pages.calendar import CalendarPage, YearDay
from netralitas.legislation.queries.calendar import calendar_page, read_year
from tests.law.slow_counter import is_off
from tests.legislation.conftest import Visits

YEAR = 2024
REGION = "19.06"
LOCAL = date(2024, 4, 3)
FULL_WIDTH = "\uff12\uff10\uff12\uff14"  # digits, but not ours


def days(page: CalendarPage) -> dict[date, YearDay]:
    """Every day of the small months."""
    return {day.on: day for month in page.months for week in month.weeks for day in week if day}


@pytest.fixture
def year(law: LawData) -> CalendarPage:
    return calendar_page(law, YEAR, "", ())


@pytest.fixture
def regional() -> LawData:
    """The law with a day off of one regency."""
    body = {"on": LOCAL.isoformat(), "kind": "libur_nasional", "name": "Hari Jadi", "source": "SK"}
    added = {**committed(), ("holiday", holiday_key(LOCAL, REGION)): body}
    return law_data(added, edition=2, calendar_version=2)


def test_the_months_hold_every_day_of_the_year_once(year: CalendarPage) -> None:
    assert len(year.months) == 12
    assert len(days(year)) == 366
    assert all(len(week) == 7 for month in year.months for week in month.weeks)


def test_working_days_are_those_of_a_counter_written_apart(
    year: CalendarPage, law: LawData
) -> None:
    off = set(law.book.calendar().days)
    for month in year.months:
        mine = [on for on in days(year) if on.month == month.first.month and not is_off(on, off)]
        assert month.workdays == len(mine)
    assert year.workdays == sum(month.workdays for month in year.months)


def test_each_kind_has_its_letter_and_says_what_it_is(year: CalendarPage) -> None:
    shown = days(year)
    assert shown[date(2024, 2, 14)].sign == "P"
    assert shown[date(2024, 2, 8)].sign == "L"
    assert shown[date(2024, 2, 9)].note == "Tahun Baru Imlek (cuti bersama)"
    assert shown[date(2024, 2, 12)] == YearDay(on=date(2024, 2, 12), off=False)
    assert {day.on for day in year.days} == {on for on, day in shown.items() if day.sign}


def test_a_day_off_of_one_region_is_marked_there_and_nowhere_else(regional: LawData) -> None:
    offered = ((REGION, "Belitung Timur"),)
    there = calendar_page(regional, YEAR, REGION, offered)
    elsewhere = calendar_page(regional, YEAR, "", offered)
    unknown = calendar_page(regional, YEAR, "99.99", offered)
    assert days(there)[LOCAL].sign == "D"
    assert there.workdays == elsewhere.workdays - 1
    assert not days(elsewhere)[LOCAL].off
    assert unknown == elsewhere


def test_the_neighbours_of_a_year_are_loaded_years(law: LawData) -> None:
    calendar = law.book.calendar()
    first = calendar_page(law, calendar.first_year, "", ())
    after = calendar_page(law, calendar.last_year + 5, "", ())
    assert first.earlier is None
    assert first.later == (
        f"/referensi/kalender?tahun={calendar.first_year + 1}",
        calendar.first_year + 1,
    )
    assert after.earlier == (
        f"/referensi/kalender?tahun={calendar.last_year}",
        calendar.last_year,
    )
    assert after.later is None
    assert after.months == ()


@pytest.mark.parametrize("text", [None, "", "dua ribu", "1999", "2101", "20244", FULL_WIDTH])
def test_what_is_no_year_is_this_year(text: str | None) -> None:
    assert read_year(text, date(2026, 1, 1)) == 2026
    assert read_year("2024", date(2026, 1, 1)) == 2024


async def test_the_page_shows_the_months_and_the_list_with_decrees(visit: Visits) -> None:
    page = await (await visit("rina")).go(f"/referensi/kalender?tahun={YEAR}")
    assert page.html.count('<table class="count__month"') == 12
    assert re.search(r"Rabu, 14 Februari 2024</time>.*?Keppres 10/2024", page.html, re.DOTALL)
    assert "Februari 2024 18 hari kerja" in page.text
    assert "Wilayah" not in page.text


async def test_a_provisional_year_says_so(visit: Visits) -> None:
    browser = await visit("rina")
    assert "Sementara:" in (await browser.go("/referensi/kalender?tahun=2027")).text
    assert "Sementara:" not in (await browser.go("/referensi/kalender?tahun=2024")).text


async def test_a_year_that_is_not_loaded_says_so_in_a_sentence(visit: Visits) -> None:
    page = await (await visit("rina")).go("/referensi/kalender?tahun=2040")
    assert page.status == 200
    assert "Kalender tahun ini belum dimuat" in page.text
    assert "2018 sampai 2027" in page.text

"""The months of a count: every day once, marked with what it is to the count."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.book import load
from netralitas.law.domain import Rule, Unit, Zone
from netralitas.law.explanation import Explanation, explain
from netralitas.law.months import DayShown, Mark, MonthShown, months_of

BOOK = load()
COUNTED = [
    rule
    for code in BOOK.codes()
    for rule in BOOK.versions(code)
    if rule.unit in {Unit.WORKDAY, Unit.CALENDAR}
]


def told(code: str, start: date) -> Explanation:
    return explain(BOOK.rule(code, start), start, BOOK.calendar(), Zone.WIB)


def test_every_day_of_a_count_stands_in_its_month_with_its_mark() -> None:
    (month,) = months_of(told("pemilu.handle_max", date(2024, 2, 5)))
    shown = days_of(month)
    assert [len(week) for week in month.weeks] == [7] * 5
    assert shown[date(2024, 2, 5)].mark is Mark.START
    assert shown[date(2024, 2, 8)].mark is Mark.SKIPPED
    assert shown[date(2024, 2, 28)].mark is Mark.DUE
    assert shown[date(2024, 2, 28)].ordinal == 14
    counted = [day for day in shown.values() if day.ordinal]
    assert [day.ordinal for day in counted] == list(range(1, 15))
    assert shown[date(2024, 2, 1)].mark is Mark.BESIDE


def days_of(month: MonthShown) -> dict[date, DayShown]:
    return {day.on: day for week in month.weeks for day in week if day}


def test_a_count_over_the_new_year_shows_both_months() -> None:
    months = months_of(told("pemilu.handle_max", date(2025, 12, 22)))
    assert [month.first for month in months] == [date(2025, 12, 1), date(2026, 1, 1)]


@given(rule=st.sampled_from(COUNTED), start=st.dates(date(2018, 6, 1), date(2026, 6, 1)))
def test_the_months_say_what_the_explanation_says(rule: Rule, start: date) -> None:
    explained = explain(rule, start, BOOK.calendar(), Zone.WIB)
    months = months_of(explained)
    shown = [day for month in months for day in days_of(month).values()]
    marked = {day.on: day for day in shown if day.mark is not Mark.BESIDE}
    assert len({day.on for day in shown}) == len(shown)
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairs(shown))
    assert marked.keys() == {start, explained.due.on} | {day.on for day in explained.days}
    assert marked[explained.due.on].mark is Mark.DUE
    ordinals = sorted(day.ordinal for day in shown if day.ordinal)
    assert ordinals == list(range(1, len(explained.counted) + 1))


def pairs(shown: list[DayShown]) -> list[tuple[date, date]]:
    days = sorted(day.on for day in shown)
    return list(pairwise(days))

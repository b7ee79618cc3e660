"""Figures of a work plan from what is counted or entered: pure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.agreements.paper import Indicator
from netralitas.agreements.plan.domain import (
    Aspect,
    Countable,
    Feed,
    Item,
    KnownEntry,
    KnownFeed,
    NewEntry,
    Place,
    percent,
)
from netralitas.agreements.plan.reckoning import Realised, by_month, by_year, in_all
from netralitas.agreements.plan.schedule import cell_of, months_of
from netralitas.agreements.plan.words import NOTHING, figure
from netralitas.law.words import MONTHS

HERE = Place(version=1, row=1, aspect=Aspect.OUTPUT, number=1)
FEED = KnownFeed(
    id=7, place=HERE, feed=Feed(kind=Countable.ACTIVITIES), officer="Sari", on=date(2024, 1, 1)
)
YEARS = (2024, 2025, 2026)


def entry(year: int, amount: int, *, withdrawn: bool = False) -> KnownEntry:
    """A figure for a year."""
    said = NewEntry(year=year, amount=amount, source="Laporan")
    return KnownEntry(
        id=1,
        place=HERE,
        said=said,
        officer="Sari",
        on=date(2025, 1, 1),
        file=False,
        withdrawn=withdrawn,
    )


@given(days=st.lists(st.dates(date(2024, 1, 1), date(2026, 12, 31))))
def test_every_item_is_counted_in_one_month_and_one_year(days: list[date]) -> None:
    items = [Item(feed=7, on=on, key="1") for on in days] + [
        Item(feed=8, on=d, key="2") for d in days
    ]
    months = by_month(FEED, items, [entry(2024, 99)])
    years = by_year(Indicator(text="x"), YEARS, months, fed=True, until=2026)
    assert sum(months.values()) == len(days)
    assert {year: said.amount for year, said in years.items()} == {
        year: sum(on.year == year for on in days) for year in YEARS
    }
    assert in_all(Indicator(text="x"), years) == Realised(amount=len(days), target=None)


def test_what_nobody_entered_is_not_nought_and_what_was_withdrawn_is_nothing() -> None:
    indicator = Indicator(text="x", unit="dokumen", yearly=(4, None, 2))
    months = by_month(None, [], [entry(2024, 3), entry(2025, 8, withdrawn=True)])
    years = by_year(indicator, YEARS, months, fed=False, until=2026)
    assert [figure(years[year]) for year in YEARS] == ["3 dari 4 (75%)", NOTHING, "Target 2"]
    assert in_all(indicator, years) == Realised(amount=3, target=6)
    fed = by_year(indicator, YEARS, {}, fed=True, until=2025)
    assert [figure(fed[year]) for year in YEARS] == ["0 dari 4 (0%)", "0", "Target 2"]
    assert in_all(Indicator(text="x", target=9), years).target == 9


@given(amount=st.integers(0, 10**9), target=st.integers(1, 10**6))
def test_a_share_is_rounded_down(amount: int, target: int) -> None:
    found = percent(amount, target)
    assert found is not None
    assert found * target <= amount * 100 < (found + 1) * target
    assert (found >= 100) is (amount >= target)


@pytest.mark.parametrize(
    ("cell", "months"),
    [
        ("November s.d Desember", (11, 12)),
        ("Januari s.d November", tuple(range(1, 12))),
        ("Januari s/d Maret, Oktober dan Desember", (1, 2, 3, 10, 12)),
        ("November sampai dengan Januari", (1, 11, 12)),
        ("Nopember", (11,)),
        ("Agt. - Okt.", (8, 9, 10)),
        ("2022 s.d 2025 (Tahapan Pemilu dan Pemilihan)", ()),
        ("Meningkatnya partisipasi masyarakat", ()),
        ("", ()),
    ],
)
def test_the_months_of_a_printed_schedule(cell: str, months: tuple[int, ...]) -> None:
    assert months_of(cell) == months


@given(first=st.integers(1, 12), last=st.integers(1, 12))
def test_a_range_of_months_has_its_ends_and_what_lies_between(first: int, last: int) -> None:
    found = months_of(f"{MONTHS[first - 1]} s.d. {MONTHS[last - 1]}")
    assert {first, last} <= set(found)
    assert len(found) == (last - first) % 12 + 1


def test_the_last_cell_of_a_schedule_reaches_to_the_last_year() -> None:
    assert cell_of(YEARS, ("November", "Januari"), 2026) == "Januari"
    assert cell_of(YEARS, ("a", "b", "c", "d"), 2024) == "a; b; c; d"
    assert cell_of((), ("a",), 2024) == "a"
    assert cell_of(YEARS, (), 2024) == ""

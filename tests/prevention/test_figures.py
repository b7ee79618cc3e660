"""The arithmetic of the dashboard: sums agree whichever way they are made."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.domain import Theme
from netralitas.prevention.figures import Cell, Count, Reach, share, total, totals_by, width

numbers = st.integers(0, 10_000)
counts = st.builds(
    Count, planned=numbers, held=numbers, cancelled=numbers, waiting=numbers, people=numbers
)
cells = st.lists(
    st.builds(
        Cell,
        theme=st.sampled_from(Theme),
        month=st.integers(1, 12),
        region=st.sampled_from(["99.01.01", "99.01.02"]),
        count=counts,
    ),
    max_size=30,
)


@given(found=cells)
def test_every_table_adds_up_to_the_same_total(found: list[Cell]) -> None:
    for split in (
        totals_by(found, lambda cell: cell.theme),
        totals_by(found, lambda cell: (cell.theme, cell.month)),
        totals_by(found, lambda cell: cell.region),
    ):
        assert sum(split.values(), Count()) == total(found)


@given(part=numbers, whole=numbers)
def test_a_share_is_of_a_hundred_and_says_all_only_when_it_is_all(part: int, whole: int) -> None:
    said = share(part, whole)
    if whole == 0:
        assert said is None
    else:
        assert said is not None
        assert 0 <= said <= 100
        assert (said == 100) is (part >= whole)


@given(part=numbers, longest=numbers)
def test_a_bar_is_visible_exactly_when_there_is_something(part: int, longest: int) -> None:
    assert (width(min(part, longest), longest) > 0) is (min(part, longest) > 0)
    assert width(longest, longest) in {0, 100}


def test_a_unit_is_covered_by_one_activity_and_its_share_is_that_of_the_fullest() -> None:
    reach = Reach(
        name="Dinas",
        region=None,
        staff=40,
        counted_on=date(2024, 7, 1),
        activities=2,
        most=30,
    )
    assert reach.covered
    assert reach.share == 75

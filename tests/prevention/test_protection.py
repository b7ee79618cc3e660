"""Respondents beside coverage: nobody can be told apart in a group under the threshold."""

from collections import defaultdict
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from netralitas.prevention.protection import (
    Beside,
    Group,
    Matched,
    Reported,
    Workplace,
    beside,
    parted,
)
from netralitas.prevention.vulnerability import WEIGHTS, Degree, Part, vulnerability_of

DISTRICTS = ("99.01.01", "99.01.02", "99.01.03", None)


@st.composite
def reports(draw: st.DrawFn) -> Reported:
    due = draw(st.integers(0, 5))
    return Reported(respondents=draw(st.integers(0, 9)), due=due, late=draw(st.integers(0, due)))


@st.composite
def regencies(draw: st.DrawFn) -> tuple[tuple[Workplace, ...], Matched, int]:
    """Units of any size anywhere, respondents in some of them, a threshold."""
    units = tuple(
        Workplace(
            unit=number,
            name=f"Unit {number}",
            district=draw(st.sampled_from(DISTRICTS)),
            staff=staff,
            reached=draw(st.integers(0, staff)),
        )
        for number, staff in enumerate(draw(st.lists(st.integers(0, 30), max_size=12)), start=1)
    )
    places = st.sampled_from(("99.01.01", "99.01.02", "99.01.09"))
    matched = Matched(
        by_unit={unit.unit: draw(reports()) for unit in units if draw(st.booleans())},
        by_district=draw(st.dictionaries(places, reports())),
        nowhere=draw(reports()),
    )
    return units, matched, draw(st.integers(1, 40))


def lines(shown: Beside) -> Iterator[Group]:
    """Every line that is shown: all together, sub-districts, units."""
    if shown.total is not None:
        yield shown.total
    for district in shown.districts:
        yield district.whole
        yield from district.groups


@given(regency=regencies())
def test_figures_against_coverage_never_show_a_group_under_the_threshold(
    regency: tuple[tuple[Workplace, ...], Matched, int],
) -> None:
    units, matched, threshold = regency
    shown = beside(units, matched, threshold)
    every = tuple(lines(shown))
    assert all(line.staff >= threshold for line in every)
    # Whatever sums and differences of lines give is made of these: units that are in the same
    # lines. None of them has fewer people, so no difference tells of fewer either.
    alike: dict[tuple[bool, ...], int] = defaultdict(int)
    for unit in units:
        alike[tuple(unit in line.units for line in every)] += unit.staff
    if every:
        assert all(staff >= threshold for staff in alike.values())
    else:
        assert sum(unit.staff for unit in units) < threshold or not units


@given(regency=regencies())
def test_every_respondent_is_counted_once_in_each_table(
    regency: tuple[tuple[Workplace, ...], Matched, int],
) -> None:
    units, matched, threshold = regency
    shown = beside(units, matched, threshold)
    told = sum(one.respondents for one in (*matched.by_unit.values(), matched.nowhere))
    told += sum(one.respondents for one in matched.by_district.values())
    if shown.total is not None:
        of_districts = sum(each.whole.reported.respondents for each in shown.districts)
        of_groups = sum(
            group.reported.respondents for each in shown.districts for group in each.groups
        )
        assert shown.total.reported.respondents == of_districts == of_groups + shown.placed
        assert of_districts + shown.nowhere == told


@given(regency=regencies(), other=regencies())
def test_who_is_reported_does_not_change_how_people_are_grouped(
    regency: tuple[tuple[Workplace, ...], Matched, int],
    other: tuple[tuple[Workplace, ...], Matched, int],
) -> None:
    units, matched, threshold = regency
    ours = [line.units for line in lines(beside(units, matched, threshold))]
    theirs = [line.units for line in lines(beside(units, other[1], threshold))]
    assert ours == theirs


def test_small_parts_go_together_and_else_to_the_smallest_large_one() -> None:
    staff = {"besar": 40, "sedang": 12, "kecil": 6, "mungil": 5}
    assert parted(list(staff), staff.__getitem__, 10) == (
        ("besar",),
        ("sedang",),
        ("kecil", "mungil"),
    )
    assert parted(list(staff), staff.__getitem__, 12) == (("besar",), ("sedang", "kecil", "mungil"))
    assert parted(["kecil"], staff.__getitem__, 10) == ()


def group(respondents: int = 0, due: int = 0, late: int = 0, reached: int = 0) -> Group:
    unit = Workplace(unit=1, name="Dinas", district=None, staff=200, reached=reached)
    reported = Reported(respondents=respondents, due=due, late=late)
    return Group(units=(unit,), reported=reported)


def test_the_score_is_the_weighted_mean_of_what_is_known() -> None:
    assert sum(WEIGHTS.values()) == 100
    nothing_due = vulnerability_of(group(respondents=2, reached=100))
    assert nothing_due.parts == {Part.REPORTED: 50, Part.UNCOVERED: 50, Part.LATE: None}
    assert (nothing_due.score, nothing_due.degree) == (50, Degree.HIGH)
    all_late = vulnerability_of(group(respondents=40, due=3, late=3))
    assert (all_late.score, all_late.degree) == (100, Degree.HIGHEST)
    nothing = vulnerability_of(group(due=4, reached=200))
    assert (nothing.score, nothing.degree) == (0, Degree.LOW)


@given(regency=regencies())
def test_no_group_has_a_score_outside_the_scale(
    regency: tuple[tuple[Workplace, ...], Matched, int],
) -> None:
    units, matched, threshold = regency
    for line in lines(beside(units, matched, threshold)):
        assert 0 <= vulnerability_of(line).score <= 100

"""Protection by population: no shown group is small, and nothing else is given away by it."""

import random
from dataclasses import replace
from datetime import date
from itertools import product

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.domain import PositionClass, Source, Theme
from netralitas.law.domain import Regime
from netralitas.publication.domain import Group, Level, Outcome, Stage
from netralitas.publication.policy import (
    OWN,
    PARENTS,
    THRESHOLD,
    described,
    path,
    protect,
    shown_groups,
)
from netralitas.publication.queries.releases import stored_records

REGENCY = {
    PositionClass.JPT_PRATAMA: 31,
    PositionClass.ADMINISTRATOR: 152,
    PositionClass.DISTRICT_HEAD: 7,
    PositionClass.SUPERVISOR: 430,
    PositionClass.FUNCTIONAL: 2410,
    PositionClass.STAFF: 980,
    PositionClass.VILLAGE_HEAD: 39,
}
populations = st.dictionaries(
    st.sampled_from(PositionClass),
    st.integers(0, 30) | st.integers(0, 3000),
)
thresholds = st.integers(1, 200)
outcomes = st.builds(
    Outcome,
    year=st.integers(2018, 2026),
    regime=st.sampled_from(Regime),
    source=st.sampled_from(Source),
    theme=st.sampled_from(Theme),
    position=st.sampled_from(PositionClass),
    stage=st.sampled_from(Stage),
    level=st.none() | st.sampled_from(Level),
    since=st.none() | st.dates(date(2018, 1, 1), date(2026, 12, 31)),
    days=st.none() | st.integers(0, 900),
    closed=st.booleans(),
)


def outcome(position: PositionClass, *, closed: bool = False) -> Outcome:
    """What became of somebody with such a post."""
    return Outcome(
        year=2024,
        regime=Regime.PEMILIHAN,
        source=Source.REPORT,
        theme=Theme.NEUTRALITY,
        position=position,
        stage=Stage.CONCLUDED,
        level=Level.MEDIUM,
        closed=closed,
    )


def test_the_groups_are_one_tree_below_asn() -> None:
    assert set(PARENTS) == set(Group) - {Group.ASN}
    for group in Group:
        assert path(group)[-1] is Group.ASN
        assert len(set(path(group))) == len(path(group))


def test_every_class_but_what_may_be_anybody_has_a_group_of_its_own() -> None:
    assert set(PositionClass) - set(OWN) == {PositionClass.OTHER, PositionClass.UNKNOWN}


def test_a_few_district_heads_are_shown_with_the_administrators() -> None:
    shown = shown_groups(REGENCY, THRESHOLD)
    assert shown is not None
    assert shown[PositionClass.DISTRICT_HEAD] is Group.ADMINISTRATORS
    # Otherwise "administrators" beside "administrator" would mean the seven.
    assert shown[PositionClass.ADMINISTRATOR] is Group.ADMINISTRATORS
    assert shown[PositionClass.FUNCTIONAL] is Group.FUNCTIONAL
    assert shown[PositionClass.STAFF] is Group.STAFF


def test_the_leaders_of_a_small_regency_are_shown_with_everybody_who_leads() -> None:
    shown = shown_groups({**REGENCY, PositionClass.JPT_PRATAMA: 9}, THRESHOLD)
    assert shown is not None
    for found in (PositionClass.JPT_PRATAMA, PositionClass.ADMINISTRATOR, PositionClass.SUPERVISOR):
        assert shown[found] is Group.STRUCTURAL
    assert shown[PositionClass.STAFF] is Group.STAFF


def test_a_class_that_nobody_counted_takes_its_neighbours_along() -> None:
    shown = shown_groups({**REGENCY, PositionClass.VILLAGE_HEAD: 0}, THRESHOLD)
    assert shown is not None
    assert shown[PositionClass.VILLAGE_HEAD] is shown[PositionClass.STAFF] is Group.GENERAL
    assert shown[PositionClass.FUNCTIONAL] is Group.FUNCTIONAL
    for found in (PositionClass.OTHER, PositionClass.UNKNOWN):
        assert shown[found] is Group.ASN


@pytest.mark.parametrize("staff", [{}, {PositionClass.STAFF: 9}])
def test_where_all_together_are_too_few_nothing_is_published_apart(
    staff: dict[PositionClass, int],
) -> None:
    assert shown_groups(staff, THRESHOLD) is None
    assert protect([outcome(PositionClass.STAFF)], staff, THRESHOLD) == ()


@pytest.mark.parametrize(("staff", "threshold"), [(REGENCY, 0), ({PositionClass.STAFF: -1}, 10)])
def test_numbers_that_cannot_be_are_refused(
    staff: dict[PositionClass, int], threshold: int
) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        shown_groups(staff, threshold)


@given(populations, thresholds)
def test_no_shown_group_describes_fewer_people_than_the_threshold(
    staff: dict[PositionClass, int], threshold: int
) -> None:
    shown = shown_groups(staff, threshold)
    if shown is None:
        assert sum(staff.values()) < threshold
        return
    for group in set(shown.values()):
        assert described(staff, shown, group) >= threshold


@given(populations, thresholds)
def test_a_group_is_shown_only_for_those_who_belong_to_it(
    staff: dict[PositionClass, int], threshold: int
) -> None:
    for found, group in (shown_groups(staff, threshold) or {}).items():
        assert group in path(OWN.get(found, Group.ASN))


@given(populations, populations, thresholds)
def test_two_names_of_two_dates_never_mean_a_smaller_group_together(
    then: dict[PositionClass, int], now: dict[PositionClass, int], threshold: int
) -> None:
    before, after = shown_groups(then, threshold), shown_groups(now, threshold)
    if before is None or after is None:
        return
    for one, other in product(set(before.values()), set(after.values())):
        meant, also = _meant(one), _meant(other)
        assert not meant & also or meant <= also or also <= meant
    for staff, shown in ((then, before), (now, after)):
        for group in set(shown.values()):
            assert sum(staff.get(found, 0) for found in _meant(group)) >= threshold


def _meant(group: Group) -> set[PositionClass]:
    """The classes of whom a name is said, at whatever date; ASN is said of anybody."""
    if group is Group.ASN:
        return set(PositionClass)
    return {found for found, own in OWN.items() if group in path(own)}


@given(populations, thresholds, thresholds)
def test_a_higher_threshold_never_shows_more(
    staff: dict[PositionClass, int], one: int, other: int
) -> None:
    fine = shown_groups(staff, min(one, other))
    coarse = shown_groups(staff, max(one, other))
    if coarse is None:
        return
    assert fine is not None
    for found, group in coarse.items():
        assert group in path(fine[found])


@given(st.lists(outcomes, max_size=8), populations, thresholds, st.randoms(use_true_random=False))
def test_the_order_of_the_outcomes_says_nothing(
    found: list[Outcome],
    staff: dict[PositionClass, int],
    threshold: int,
    chance: random.Random,
) -> None:
    mixed = chance.sample(found, len(found))
    assert protect(mixed, staff, threshold) == protect(found, staff, threshold)


@given(st.lists(outcomes, max_size=6), st.lists(outcomes, max_size=6), populations, thresholds)
def test_what_is_shown_of_one_does_not_depend_on_the_others(
    some: list[Outcome],
    others: list[Outcome],
    staff: dict[PositionClass, int],
    threshold: int,
) -> None:
    together = list(protect([*some, *others], staff, threshold))
    for found in (*protect(some, staff, threshold), *protect(others, staff, threshold)):
        together.remove(found)
    assert together == []


@given(st.lists(outcomes, max_size=8))
def test_nothing_but_the_post_and_the_days_are_made_coarser(found: list[Outcome]) -> None:
    kept = protect(found, REGENCY, THRESHOLD)
    names = ("year", "regime", "source", "theme", "stage", "level")
    before = [tuple(getattr(one, name) for name in names) for one in found if not one.closed]
    after = [tuple(getattr(one, name) for name in names) for one in kept]
    assert sorted(map(repr, before)) == sorted(map(repr, after))


@pytest.mark.parametrize(("days", "months"), [(None, None), (0, 1), (30, 1), (31, 2), (97, 4)])
def test_no_day_is_published(days: int | None, months: int | None) -> None:
    told = replace(outcome(PositionClass.STAFF), since=date(2024, 11, 12), days=days)
    (kept,) = protect([told], REGENCY, THRESHOLD)
    assert (kept.since, kept.months) == (date(2024, 11, 1), months)


def test_a_release_of_before_months_were_kept_tells_no_day_either() -> None:
    stored = msgspec.to_builtins(protect([outcome(PositionClass.STAFF)], REGENCY, THRESHOLD)[0])
    del stored["months"]
    (read,) = stored_records({"outcomes": [stored | {"since": "2024-11-12", "days": 97}]})
    assert (read.since, read.months) == (date(2024, 11, 1), 4)


def test_a_closed_statement_of_ethics_is_not_among_what_is_published() -> None:
    found = [outcome(PositionClass.STAFF, closed=True), outcome(PositionClass.FUNCTIONAL)]
    assert [one.group for one in protect(found, REGENCY, THRESHOLD)] == [Group.FUNCTIONAL]

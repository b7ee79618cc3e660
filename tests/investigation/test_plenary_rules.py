"""Quorum, votes and outcomes of a plenary, over whatever people can be there."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from netralitas.investigation.plenary.domain import (
    Attendance,
    Cast,
    Decided,
    Outcome,
    Vote,
)
from netralitas.investigation.plenary.policy import (
    ON_THE_TABLE,
    PRECEDENCE,
    hold_each_decided,
    hold_quorum,
    hold_recorder,
    hold_votes,
    main_finding,
    move_of,
    outcomes_of,
    parallel_findings,
)
from netralitas.investigation.study.domain import Finding
from netralitas.investigation.workflow import HANDLING_V2
from netralitas.refusals import RuleBroken

PEOPLE = some.frozensets(some.integers(min_value=1, max_value=7))
LEAST = some.none() | some.integers(min_value=1, max_value=7)


def _holds(hold: object, *about: object) -> bool:
    try:
        hold(*about)  # type: ignore[operator]  # any of the rules
    except RuleBroken:
        return False
    return True


@given(members=PEOPLE, present=PEOPLE, conflicted=PEOPLE, least=LEAST)
def test_a_quorum_counts_members_who_are_there_and_in_no_conflict(
    members: frozenset[int], present: frozenset[int], conflicted: frozenset[int], least: int | None
) -> None:
    attendance = Attendance(members=members, present=present, conflicted=conflicted, least=least)
    there = [one for one in members if one in present and one not in conflicted]
    enough = len(there) >= least if least else 2 * len(there) > len(members)
    assert _holds(hold_quorum, attendance) == (bool(there) and enough)


@given(
    members=PEOPLE,
    present=PEOPLE,
    conflicted=PEOPLE,
    votes=some.dictionaries(some.integers(min_value=1, max_value=8), some.sampled_from(Vote)),
)
def test_exactly_those_taking_part_vote_and_more_than_half_of_them_for_it(
    members: frozenset[int],
    present: frozenset[int],
    conflicted: frozenset[int],
    votes: dict[int, Vote],
) -> None:
    attendance = Attendance(members=members, present=present, conflicted=conflicted)
    cast = [Cast(officer=one, vote=vote, reason="Karena.") for one, vote in votes.items()]
    for_it = sum(vote is Vote.FOR for vote in votes.values())
    expected = set(votes) == (members & present) - conflicted and 2 * for_it > len(votes)
    assert _holds(hold_votes, attendance, cast) == expected


def test_whoever_dissents_says_why() -> None:
    three = Attendance(members=frozenset({1, 2, 3}), present=frozenset({1, 2, 3}))
    for_it = [Cast(officer=one, vote=Vote.FOR) for one in (1, 2)]
    with pytest.raises(RuleBroken) as refused:
        hold_votes(three, [*for_it, Cast(officer=3, vote=Vote.DISSENT)])
    assert refused.value.rule == "plenary.dissent"
    hold_votes(three, [*for_it, Cast(officer=3, vote=Vote.DISSENT, reason="Karena.")])


def test_nobody_votes_twice() -> None:
    one = Attendance(members=frozenset({1}), present=frozenset({1}))
    assert not _holds(hold_votes, one, [Cast(officer=1, vote=Vote.FOR)] * 2)


@given(found=some.lists(some.frozensets(some.sampled_from(Finding), min_size=1), min_size=1))
def test_the_outcome_is_the_first_by_precedence_and_the_rest_stands_beside(
    found: list[frozenset[Finding]],
) -> None:
    decided = [Decided(respondent=n, findings=tuple(each)) for n, each in enumerate(found, start=1)]
    every = set().union(*found)
    main, beside = main_finding(decided), set(parallel_findings(decided))
    assert main is min(every, key=PRECEDENCE.index)
    assert beside == every - {main, Finding.NOT_VIOLATION}


def test_every_finding_has_its_place_in_the_precedence() -> None:
    assert set(PRECEDENCE) == set(Finding)


@given(state=some.sampled_from(sorted(ON_THE_TABLE)), finding=some.sampled_from(Finding))
def test_every_outcome_is_a_move_that_leaves_the_state(state: str, finding: Finding) -> None:
    decided = [Decided(respondent=1, findings=(finding,))]
    assert outcomes_of(state)
    for outcome in outcomes_of(state):
        assert state in HANDLING_V2.move(move_of(state, outcome, decided)).sources


def test_what_does_not_wait_for_a_plenary_is_not_decided_there() -> None:
    assert outcomes_of("registered") == ()
    with pytest.raises(RuleBroken):
        move_of("registered", Outcome.RETURNED, [])


@pytest.mark.parametrize(
    "decided",
    [
        [],
        [Decided(respondent=1, findings=(Finding.OTHER_LAW,))],
        [Decided(respondent=1, findings=()), Decided(respondent=2, findings=())],
        [
            Decided(respondent=1, findings=(Finding.NOT_VIOLATION, Finding.CRIMINAL)),
            Decided(respondent=2, findings=(Finding.OTHER_LAW,)),
        ],
    ],
)
def test_each_respondent_is_decided_on_without_contradiction(decided: list[Decided]) -> None:
    assert not _holds(hold_each_decided, decided, [1, 2])


def test_who_drafted_does_not_record_the_decision() -> None:
    assert _holds(hold_recorder, frozenset({3}), {1, 2})
    assert not _holds(hold_recorder, frozenset({2, 4}), {1, 2})

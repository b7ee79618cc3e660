"""Counting is pure: each proceeding has one status, and every register reconciles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.evaluation.domain import (
    Figures,
    Gathered,
    Tally,
    balances,
    canonical,
    count_up,
    digest,
    figures_of,
)
from netralitas.evaluation.domain.statuses import STATUSES, is_open, status_of
from netralitas.evaluation.words import DEFINITIONS, REGISTERS
from netralitas.workflows import WORKFLOWS, current

REGISTERED = tuple(code for code in STATUSES if any(each.code == code for each in WORKFLOWS))

type_step = tuple[str, str, str | None, str]  # workflow, name, from, to


def tallies(steps: Sequence[type_step]) -> list[Tally]:
    """What the database would count of these moves."""
    return [
        tally(name, from_state, to_state, workflow=workflow, amount=amount)
        for (workflow, name, from_state, to_state), amount in Counter(steps).items()
    ]


def gathered(steps: Sequence[type_step]) -> Gathered:
    return Gathered(tallies=tuple(tallies(steps)))


def tally(
    name: str,
    from_state: str | None,
    to_state: str | None,
    *,
    workflow: str = "handling",
    kind: str = "move",
    recommended: str | None = None,
    imposed: str | None = None,
    amount: int = 1,
) -> Tally:
    return Tally(
        kind=kind,
        name=name,
        workflow=workflow,
        from_state=from_state,
        to_state=to_state,
        recommended=recommended,
        imposed=imposed,
        amount=amount,
    )


def counted(*found: Tally) -> Figures:
    return count_up(Gathered(tallies=found), position=9, organisation=None)


@st.composite
def walks(draw: st.DrawFn) -> list[type_step]:
    """The moves of some proceedings, each a walk through its declaration from its beginning."""
    steps: list[type_step] = []
    for _ in range(draw(st.integers(0, 12))):
        declared = current(draw(st.sampled_from(REGISTERED)))
        state: str | None = None
        for _ in range(draw(st.integers(1, 12))):
            possible = [
                move
                for move in declared.moves
                if (not move.sources if state is None else state in move.sources)
            ]
            if not possible:
                break
            move = draw(st.sampled_from(possible))
            reached = move.target or state
            assert reached is not None
            steps.append((declared.code, f"{declared.code}.{move.code}", state, reached))
            state = reached
    return steps


@given(before=walks(), after=walks())
def test_opening_and_movements_make_the_closing(
    before: list[type_step], after: list[type_step]
) -> None:
    earlier = count_up(gathered(before), position=1, organisation=None)
    now = count_up(gathered([*before, *after]), position=2, organisation=None)
    for balance in balances(earlier, now):
        assert balance.opening + balance.entered - balance.left == balance.closing
        assert balance.difference == 0
        assert min(balance.opening, balance.entered, balance.left, balance.closing) >= 0


@given(steps=walks())
def test_every_proceeding_stands_in_exactly_one_status(steps: list[type_step]) -> None:
    last: dict[str, Counter[str]] = {code: Counter() for code in STATUSES}
    for workflow, _, from_state, to_state in steps:
        if from_state is not None:
            last[workflow][status_of(workflow, from_state)] -= 1
        last[workflow][status_of(workflow, to_state)] += 1
    figures = count_up(gathered(steps), position=3, organisation=None)
    for code, workflow in (
        ("case_status", "handling"),
        ("referral_status", "referral"),
        ("follow_up_status", "discipline"),
    ):
        indicator = figures.indicator(code)
        opened = sum(1 for step in steps if step[0] == workflow and step[2] is None)
        assert indicator.total == opened == sum(part.amount for part in indicator.parts)
        assert all(part.amount == last[workflow][part.code] for part in indicator.parts)


@given(steps=walks())
def test_the_order_in_which_tallies_arrive_changes_no_byte(steps: list[type_step]) -> None:
    found = gathered(steps)
    forth = count_up(found, position=3, organisation=7)
    turned = replace(found, tallies=tuple(reversed(found.tallies)))
    back = count_up(turned, position=3, organisation=7)
    assert canonical(forth) == canonical(back)
    assert figures_of(canonical(forth)) == forth


@pytest.mark.parametrize("workflow", REGISTERED)
def test_every_declared_state_has_one_status_and_ends_as_it_is_declared(workflow: str) -> None:
    listed = Counter(state for status in STATUSES[workflow] for state in status.states)
    assert {state for state, times in listed.items() if times > 1} == set()
    for declared in WORKFLOWS:
        for state in declared.states if declared.code == workflow else ():
            assert state.code in listed, state.code
            assert is_open(workflow, state.code) is not state.final, state.code


def test_a_state_of_a_later_declaration_counts_as_other_and_open() -> None:
    figures = counted(tally("handling.receive_report", None, "something_new"))
    assert figures.indicator("case_status").part("other") == 1
    assert figures.register("handling").open == 1


def test_cases_come_in_by_the_name_of_their_opening_move() -> None:
    figures = counted(
        tally("handling.receive_report", None, "report_received", amount=3),
        tally("handling.submit_finding", None, "finding_submitted", amount=2),
        tally("handling.turn_into_information", "preliminary_study_done", "information_received"),
    )
    indicator = figures.indicator("cases_in")
    assert (indicator.total, indicator.part("report"), indicator.part("finding")) == (5, 3, 2)
    assert indicator.part("information") == 0


def test_a_fact_moves_nothing_but_its_sanction_counts() -> None:
    figures = counted(
        tally("discipline.arrive", None, "arrived", workflow="discipline"),
        tally(
            *("discipline.second_decree", "arrived", "arrived"),
            workflow="discipline",
            kind="fact",
            imposed="discipline_heavy",
        ),
    )
    assert figures.register("discipline").open == 1
    assert figures.indicator("imposed").part("discipline_heavy") == 1


def test_a_person_sanctioned_twice_counts_two_and_an_unknown_level_counts_as_other() -> None:
    figures = counted(
        tally("discipline.fix_decree", "examined", "decree_fixed", imposed="dismissal", amount=2),
        tally("discipline.fix_decree", "examined", "decree_fixed", imposed="a_new_level"),
    )
    imposed = figures.indicator("imposed")
    assert (imposed.total, imposed.part("dismissal"), imposed.part("other")) == (3, 2, 1)


def test_each_reminder_counts_and_a_fact_in_the_same_state_does_not() -> None:
    line = "compliance"
    figures = counted(
        tally("compliance.watch", None, "watching", workflow=line),
        tally("compliance.remind", "watching", "reminded", workflow=line),
        tally("compliance.remind", "reminded", "reminded", workflow=line, amount=2),
        tally("compliance.letter_received", "reminded", "reminded", workflow=line, kind="fact"),
        tally("compliance.block", "reminded", "blocked", workflow=line),
    )
    pressure = figures.indicator("pressure")
    assert [pressure.part(code) for code in ("reminded", "warned", "blocked")] == [3, 0, 1]


def test_a_case_reopened_after_it_was_not_registered_counts_no_more() -> None:
    path = (
        ("handling.receive_report", None, "report_received"),
        ("handling.refuse_registration", "report_received", "not_registered"),
        ("handling.notify_status", "not_registered", "status_notified"),
    )
    assert counted(*(tally(*step) for step in path)).indicator("not_registered").total == 1
    again = tally("handling.reopen_report", "status_notified", "preliminary_study")
    figures = counted(*(tally(*step) for step in path), again)
    assert figures.indicator("not_registered").total == 0
    assert figures.register("handling").entered == 2


def test_a_difference_is_shown_with_its_size() -> None:
    now = counted(tally("handling.receive_report", None, "report_received", amount=4))
    forged = canonical(now).replace(b'"left":0,"open":4', b'"left":0,"open":6')
    [handling, *_] = balances(None, figures_of(forged))
    assert handling.difference == 2


def test_the_bytes_of_nothing_never_change() -> None:
    """Whoever changes what a definition counts, or how it is written, breaks every old snapshot."""
    content = canonical(count_up(Gathered(), position=0, organisation=None, definition=1))
    assert content.startswith(b'{"definition":1,"indicators":[{"code":"cases_in","parts":[{"amou')
    assert digest(content).hex() == (
        "694de70185eabb74bcc65d34d5796df73cf30c8f314ec5a3f21293e397f6c00b"
    )
    second = canonical(count_up(Gathered(), position=0, organisation=None, definition=2))
    assert second.startswith(b'{"definition":2,"indicators":[{"code":"cases_in","parts":[{"amou')
    assert digest(second).hex() == (
        "54e8f9bf7b0af4f9f6431caddf2ca70fc65a98db606fb5fad0b70104a789ec7c"
    )
    third = canonical(count_up(Gathered(), position=0, organisation=None, definition=3))
    assert third.startswith(b'{"definition":3,"indicators":[{"code":"cases_in","parts":[{"amou')
    assert digest(third).hex() == (
        "2414477f841a689d7b6635c622fa967c10ff76437ead53086ad9db535b567392"
    )


def test_late_entries_are_counted_by_what_they_are_and_corrections_are_none() -> None:
    found = [
        replace(tally("handling.register", "studied", "registered", kind=kind, amount=2), late=True)
        for kind in ("move", "fact", "correction")
    ]
    late = counted(*found, tally("handling.known", "a", "a", kind="fact")).indicator(
        "recorded_late"
    )
    assert (late.total, late.part("move"), late.part("fact")) == (4, 2, 2)


def test_definition_1_knows_no_late_entries() -> None:
    found = replace(tally("handling.receive_report", None, "report_received"), late=True)
    before = count_up(Gathered(tallies=(found,)), position=9, organisation=None, definition=1)
    assert not before.has("recorded_late")
    assert before.indicator("cases_in").total == 1


def test_before_definition_3_a_merger_is_no_status_of_its_own() -> None:
    steps = [
        ("handling", "handling.receive_report", None, "report_received"),
        ("handling", "case.merged_into", "report_received", "merged"),
        ("handling", "case.split_from", None, "study"),
    ]
    old, new = (
        count_up(gathered(steps), position=3, organisation=None, definition=definition)
        for definition in (2, 3)
    )
    assert old.indicator("case_status").part("other") == 1
    assert old.indicator("cases_in").part("other") == 1
    assert old.register("handling").open == 2
    assert new.indicator("case_status").part("merged") == 1
    assert new.indicator("cases_in").part("split") == 1
    assert (new.register("handling").left, new.register("handling").open) == (1, 1)
    for figures in (old, new):
        status = figures.indicator("case_status")
        assert status.total == sum(part.amount for part in status.parts) == 2
        assert {balance.difference for balance in balances(None, figures)} == {0}


def test_every_figure_has_its_words_and_every_word_its_figure() -> None:
    figures = count_up(Gathered(), position=0, organisation=None)
    assert [each.code for each in figures.indicators] == list(DEFINITIONS)
    assert [each.code for each in figures.registers] == list(REGISTERS)
    for indicator in figures.indicators:
        named = set(DEFINITIONS[indicator.code].parts)
        assert named - {"other"} == {part.code for part in indicator.parts} - {"other"}

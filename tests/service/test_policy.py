"""The declared life of a complaint, and who is taken for whom it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.refusals import RuleBroken
from netralitas.service import policy, words
from netralitas.service.domain import ComplaintState, Handler
from netralitas.service.workflow import MOVES, STATES

OFFICERS = (Handler(officer=1, name="Sari Kusumawati"), Handler(officer=2, name="Tono Adiputra"))


def test_every_state_is_reached_and_leads_to_the_end() -> None:
    reached, waiting = set(), [ComplaintState.RECEIVED]
    while waiting:
        state = waiting.pop()
        reached.add(state)
        waiting += {policy.taken(state, m.code) for m in policy.moves_from(state)} - reached
    assert reached == set(ComplaintState) == {state.code for state in STATES}
    ends = {each for each in ComplaintState if not policy.moves_from(each)}
    assert ends == {state.code for state in STATES if state.final}


def test_every_state_has_its_words() -> None:
    assert set(words.STATUS) == set(words.SENTENCES) == set(ComplaintState)


@given(st.lists(st.sampled_from([move.code for move in MOVES]), max_size=12))
def test_no_sequence_of_moves_gets_past_the_declaration(codes: list[str]) -> None:
    state = ComplaintState.RECEIVED
    for code in codes:
        allowed = {move.code for move in policy.moves_from(state)}
        if code in allowed:
            state = policy.taken(state, code)
        else:
            with pytest.raises(RuleBroken):
                policy.taken(state, code)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (None, ()),
        ("", ()),
        ("petugas loket", ()),
        ("SARI KUSUMAWATI, S.H.", (1,)),
        ("Sari Kusumawati dan Tono Adiputra", (1, 2)),
        ("Ibu sari kusumawati di loket", (1,)),
        ("loket 2; Tono Adiputra", (2,)),
        ("Sari", ()),
    ],
)
def test_an_officer_is_known_by_the_whole_name(told: str | None, found: tuple[int, ...]) -> None:
    assert policy.concerned(told, OFFICERS) == found


@given(st.integers(min_value=0, max_value=40), st.floats(min_value=0, max_value=900))
def test_of_one_to_four_neither_amount_nor_time_is_told(amount: int, hours: float) -> None:
    told = policy.span(amount, hours, met=amount)
    hidden = amount < policy.LEAST_SHOWN
    assert (told.median is None, told.met is None) == (hidden, hidden)
    assert (policy.shown(amount) is None) == (0 < amount < policy.LEAST_SHOWN)

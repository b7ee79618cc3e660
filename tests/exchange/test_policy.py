"""The rules of requests, over every label, state and step."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.exchange.domain import Ending, Kind, Label, Request, RequestState
from netralitas.exchange.policy import hold_step, readers_of
from netralitas.exchange.words import standing
from netralitas.exchange.workflow import STEPS, Step
from netralitas.refusals import NotAllowed, RuleBroken

ASKING, ASKED = 1, 2


def request(state: RequestState, ending: Ending | None) -> Request:
    """A request of party 1 to party 2."""
    return Request(
        id=1,
        agreement=1,
        kind=Kind.DATA,
        label=Label.PLAIN,
        state=state,
        asker=11,
        asking=ASKING,
        addressee=12,
        asked=ASKED,
        asked_on=date(2024, 9, 2),
        items=2,
        readers=(1, 2, 11, 12),
        ending=ending,
    )


@pytest.mark.parametrize("state", RequestState)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
@pytest.mark.parametrize("ending", [None, Ending.ERASED])
def test_a_step_is_for_one_party_and_leaves_the_declared_states_only(
    state: RequestState, step: Step, ending: Ending | None
) -> None:
    own, other = (ASKED, ASKING) if step.by_asked else (ASKING, ASKED)
    with pytest.raises(NotAllowed):
        hold_step(request(state, ending), step, other)
    possible = state in step.leaves and (step.code != "pengembalian" or ending is not None)
    if possible:
        hold_step(request(state, ending), step, own)
    else:
        with pytest.raises(RuleBroken):
            hold_step(request(state, ending), step, own)


@given(
    everybody=st.frozensets(st.integers(1, 30)),
    between=st.tuples(*[st.integers(1, 30)] * 4),
)
def test_a_stricter_label_is_read_by_fewer_and_always_by_both_offices(
    everybody: frozenset[int], between: tuple[int, int, int, int]
) -> None:
    readers = [set(readers_of(label, everybody, between)) for label in Label]
    assert readers[0] >= readers[1] >= readers[2] == set(between[:2])


def test_only_a_day_that_somebody_gave_is_ever_overdue() -> None:
    today = date(2024, 9, 12)
    for state in RequestState:
        assert standing(state, answer_by=None, return_by=None, today=today)[1] != "late"
    late = standing(RequestState.ASKED, answer_by=date(2024, 9, 10), return_by=None, today=today)
    assert late == ("Menunggu keputusan, lewat 2 hari", "late")
    back = standing(RequestState.ANSWERED, answer_by=date(2024, 9, 1), return_by=today, today=today)
    assert back == ("Menunggu pengembalian, hari terakhir", "soon")

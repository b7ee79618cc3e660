"""A history of moves leads to one state, or it is not a history of this workflow."""

from dataclasses import replace

import pytest

from netralitas.workflow.replay import ReplayError, replay
from netralitas.workflows import current

HANDLING = current("handling")


def test_an_empty_history_leads_nowhere() -> None:
    assert replay(HANDLING, ()) is None


def test_a_history_leads_to_the_state_of_its_last_step() -> None:
    history = (
        ("receive_report", None, "report_received"),
        ("start_preliminary_study", "report_received", "preliminary_study"),
    )
    assert replay(HANDLING, history) == "preliminary_study"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (("register", "report_received", "registered"), "not listed"),
        (("start_preliminary_study", "report_received", "registered"), "not listed"),
        (("start_preliminary_study", "registered", "preliminary_study"), "report_received holds"),
        (("fly", "report_received", "registered"), "no move fly"),
        (("receive_report", None, "report_received"), "report_received holds"),
    ],
)
def test_a_step_that_is_not_listed_breaks_the_history(
    step: tuple[str, str | None, str], said: str
) -> None:
    with pytest.raises(ReplayError, match=said):
        replay(HANDLING, (("receive_report", None, "report_received"), step))


def test_a_state_retired_since_is_still_replayed() -> None:
    retired = tuple(
        replace(state, retired=state.code == "report_received") for state in HANDLING.states
    )
    history = (("receive_report", None, "report_received"),)
    assert replay(replace(HANDLING, states=retired), history) == "report_received"

"""An identity is asked for by one, decided on by another, and opened for a time."""

from netralitas.vault import words
from netralitas.workflow.posts import COMMISSIONER, FOLLOW_UP, INVESTIGATOR, LIAISON, PUBLISHER
from netralitas.workflow.replay import replay
from netralitas.workflows import current
from tests.workflow.walk import Walk

ACCESS = current("identity_access")


def at(state: str | None, *absent: str) -> Walk:
    return Walk(ACCESS, state=state, absent=frozenset(absent))


def test_an_identity_is_opened_with_a_reason_and_closed_again() -> None:
    asked = at(None)
    assert asked.refused(INVESTIGATOR, "request") == ("ask.reason",)
    asked.step(INVESTIGATOR, "request", reason="Panggilan klarifikasi.")
    asked.step(COMMISSIONER, "approve")
    asked.step(INVESTIGATOR, "open")
    asked.step(INVESTIGATOR, "close")
    assert replay(ACCESS, asked.history) == "closed"


def test_nobody_decides_on_their_own_request() -> None:
    asked = at("requested", "two_persons")
    assert asked.refused(COMMISSIONER, "approve") == ("two_persons",)
    assert asked.refused(COMMISSIONER, "refuse", reason="Tidak perlu.") == ("two_persons",)


def test_a_request_is_refused_with_a_reason() -> None:
    asked = at("requested")
    assert asked.refused(COMMISSIONER, "refuse") == ("ask.reason",)
    asked.step(COMMISSIONER, "refuse", reason="Tidak perlu.")
    assert asked.state == "refused"


def test_an_investigator_neither_approves_nor_refuses() -> None:
    assert at("requested").refused(INVESTIGATOR, "approve") == ("post",)
    assert at("requested").refused(INVESTIGATOR, "refuse", reason="Tidak.") == ("post",)


def test_nothing_opens_before_the_approval_or_for_another_than_who_asked() -> None:
    assert at("requested").refused(INVESTIGATOR, "open") == ("unlisted",)
    assert at("approved", "requester").refused(INVESTIGATOR, "open") == ("requester",)
    assert at("approved").refused(COMMISSIONER, "open") == ("post",)


def test_an_approval_that_is_not_used_is_closed_too() -> None:
    asked = at("approved")
    asked.step(COMMISSIONER, "close")
    assert asked.state == "closed"


def test_what_is_closed_or_refused_stays_so() -> None:
    final = {state.code for state in ACCESS.states if state.final}
    assert not [move.code for move in ACCESS.moves if move.sources & final]


def test_no_other_party_has_a_part_in_it() -> None:
    by = {post for move in ACCESS.moves for post in move.by}
    assert not by & {LIAISON, FOLLOW_UP, PUBLISHER}


def test_the_words_say_who_is_waited_for() -> None:
    assert words.waiting(ACCESS.state("requested")) == "Menunggu keputusan orang kedua"
    assert words.waiting(ACCESS.state("refused")) == "Pembukaan identitas ditolak"

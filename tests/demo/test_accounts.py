"""What administrators find in the demo: one request of each kind, and somebody who stands in."""

from tests.demo.conftest import type_ask


def test_an_invitation_and_a_reset_wait_for_the_second_administrator(ask: type_ask) -> None:
    waiting = ask("SELECT kind, state, confirmed_by FROM account_request ORDER BY kind")
    assert [tuple(row) for row in waiting] == [
        ("invitation", "proposed", None),
        ("reset", "proposed", None),
    ]


def test_somebody_on_leave_has_a_deputy_with_the_role_that_was_lent(ask: type_ask) -> None:
    rows = ask(
        "SELECT f.login, p.login, d.roles FROM desk d JOIN desk x ON x.id = d.principal"
        " JOIN officer f ON f.id = d.officer JOIN officer p ON p.id = x.officer"
    )
    assert [tuple(row) for row in rows] == [("seno", "putri", ["publisher"])]

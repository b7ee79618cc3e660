"""What the parties of the demo ask of each other, and who works for them."""

from tests.demo.conftest import type_ask


def test_one_request_was_answered_one_refused_and_one_waits(ask: type_ask) -> None:
    rows = ask(
        "SELECT r.state, d.outcome, d.conditions, d.reason, r.answer_by, r.answer_at"
        " FROM exchange_request r LEFT JOIN exchange_decision d ON d.request = r.id ORDER BY r.id"
    )
    assert [row["state"] for row in rows] == ["answered", "refused", "asked"]
    assert rows[0]["outcome"] == "partial"
    assert rows[0]["conditions"]
    assert rows[1]["reason"]
    assert rows[2]["answer_at"] == "Pasal 3 ayat (1)"
    assert ask("SELECT 1 FROM exchange_delivery WHERE digest IS NOT NULL")


def test_a_task_force_is_on_duty_this_month(ask: type_ask) -> None:
    assert [row["kind"] for row in ask("SELECT kind FROM task_force ORDER BY id")] == [
        *("task_force", "liaison")
    ]
    days = ask(
        "SELECT count(DISTINCT on_day) AS days FROM duty_shift s"
        " JOIN task_force f ON f.id = s.force WHERE s.cancelled_at IS NULL"
        " GROUP BY date_trunc('month', on_day)"
    )
    assert len(days) == 1
    assert days[0]["days"] >= 10
    assert ask("SELECT 1 FROM task_force_member WHERE valid_to < CURRENT_DATE + 30")

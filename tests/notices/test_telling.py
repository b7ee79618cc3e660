"""Who is told of a deadline, when, and how often."""

from datetime import timedelta

import pytest

from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.notices.commands import tell_moved
from tests.cases.conftest import Statements
from tests.discipline.handing import in_hand
from tests.make import Town, forwarded_case, make_case, person
from tests.notices.conftest import AsWorker
from tests.notices.telling import ask, at_noon, change, first_due, give_addresses, tell, told

pytestmark = pytest.mark.usefixtures("town")


async def test_the_investigator_is_told_before_on_and_after_the_day_once_each(
    town: Town, as_worker: AsWorker
) -> None:
    due, rule = await first_due(await make_case(town))
    for days in (-3, -2, -2, -1, 0, 0, 1, 1, 2):
        await tell(as_worker, at_noon(due, days))
    found = [kind for kind, named, _ in await told() if named == rule]
    assert found == ["soon", "today", "late"]
    assert {officer for *_, officer in await told()} == {town.rina.officer}


async def test_the_superior_is_told_some_days_later(town: Town, as_worker: AsWorker) -> None:
    due, rule = await first_due(await make_case(town))
    boss = (town.sari.officer, town.rina.officer)
    await change("UPDATE officer SET superior = $1 WHERE id = $2", *boss)
    await tell(as_worker, at_noon(due, 2))
    assert town.sari.officer not in {officer for *_, officer in await told()}
    for _ in range(2):
        await tell(as_worker, at_noon(due, 3))
    assert [row for row in await told() if row[1] == rule] == [
        ("late", rule, town.rina.officer),
        ("escalated", rule, town.sari.officer),
    ]


async def test_a_superior_who_cannot_read_the_case_is_not_told(
    town: Town, as_worker: AsWorker
) -> None:
    due, _ = await first_due(await make_case(town))
    for boss in (town.lain, town.rina):  # of another office, and nobody's own
        change_to = (boss.officer, town.rina.officer)
        await change("UPDATE officer SET superior = $1 WHERE id = $2", *change_to)
        await tell(as_worker, at_noon(due, 4))
        assert "escalated" not in {
            kind for kind, _, officer in await told() if officer == town.lain.officer
        }


async def test_a_moved_date_is_told_of_anew(town: Town, as_worker: AsWorker) -> None:
    due, rule = await first_due(await make_case(town))
    await tell(as_worker, at_noon(due, 0))
    await change(
        "UPDATE clock SET due_at = due_at + '1 day'::interval WHERE rule = $1 AND due_at = $2",
        *(rule, due),
    )
    await tell(as_worker, at_noon(due, 1))
    assert [kind for kind, named, _ in await told() if named == rule] == ["today", "today"]
    assert len(await ask("SELECT DISTINCT natural_key FROM notice WHERE rule = $1", rule)) == 2


async def test_an_office_that_holds_the_follow_up_is_told_by_who_keeps_it(
    town: Town, as_worker: AsWorker
) -> None:
    due, rule = await first_due(await in_hand(town, person(1), person(2), days=60))
    await tell(as_worker, at_noon(due, 1))
    # Two respondents stand alike: they are told of as one. Endah decides, and keeps no follow-up.
    assert [row for row in await told() if row[1] == rule] == [("late", rule, town.dewa.officer)]


async def test_the_liaison_is_told_of_what_was_forwarded(town: Town, as_worker: AsWorker) -> None:
    case = await forwarded_case(town, received=20)
    rows = await ask(
        "SELECT c.due_at FROM clock c JOIN proceeding p ON p.id = c.proceeding"
        " WHERE p.workflow = 'referral' AND p.case_file = $1 AND c.due_at IS NOT NULL",
        case.id,
    )
    for row in rows:
        await tell(as_worker, at_noon(row["due_at"], 1))
        assert town.maya.officer in {officer for *_, officer in await told()}


async def test_where_an_office_has_no_account_the_investigator_is_told(
    town: Town, as_worker: AsWorker
) -> None:
    due, rule = await first_due(await in_hand(town, days=60))
    await change("UPDATE desk SET valid_to = '2024-01-01' WHERE id = $1", town.dewa.desk)
    await tell(as_worker, at_noon(due, 1))
    assert [row for row in await told() if row[1] == rule] == [("late", rule, town.rina.officer)]


@pytest.mark.parametrize(
    "gone",
    [
        "UPDATE officer SET disabled_at = now() WHERE id = $1",
        "UPDATE desk SET valid_to = '2024-01-01' WHERE officer = $1",
        "UPDATE clock SET ended_by = started_by WHERE $1 > 0",
        "UPDATE clock SET superseded_by = started_by WHERE $1 > 0",
        "UPDATE clock SET paused_by = started_by WHERE $1 > 0",
        "UPDATE clock SET due_at = NULL WHERE $1 > 0",
        "UPDATE clock SET rule = 'asn.keberatan' WHERE $1 > 0",
        "DELETE FROM worklist_item WHERE $1 > 0",
    ],
)
async def test_nobody_is_told_who_has_left_or_of_what_does_not_run(
    town: Town, as_worker: AsWorker, gone: str
) -> None:
    due, _ = await first_due(await make_case(town))
    await change(gone, town.rina.officer)
    await tell(as_worker, at_noon(due, 1))
    assert await told() == []


async def test_who_is_excluded_from_a_case_is_not_told(town: Town, as_worker: AsWorker) -> None:
    due, _ = await first_due(case := await make_case(town))
    await exclude(town.sari, case.id, town.rina.officer, ExclusionGround.RELATED, "Kerabat.")
    await tell(as_worker, at_noon(due, 5))
    assert town.rina.officer not in {officer for *_, officer in await told()}


async def test_a_job_mails_each_notice_of_who_has_an_address(
    town: Town, as_worker: AsWorker
) -> None:
    due, _ = await first_due(await make_case(town))
    await tell(as_worker, at_noon(due, -2), by_mail=True)
    assert await ask("SELECT FROM job WHERE kind = 'send_notice'") == []
    await give_addresses(town)
    for _ in range(2):
        await tell(as_worker, at_noon(due, 0), by_mail=True)
    jobs = await ask("SELECT natural_key, payload FROM job WHERE kind = 'send_notice'")
    notices = await ask("SELECT id FROM notice WHERE kind = 'today'")
    assert sorted(job["natural_key"] for job in jobs) == sorted(
        f"notice:{n['id']}" for n in notices
    )
    assert all(job["natural_key"] == f"notice:{job['payload']['notice']}" for job in jobs)
    await tell(as_worker, at_noon(due, 1))
    assert len(await ask("SELECT FROM job WHERE kind = 'send_notice'")) == len(jobs)


async def test_looking_costs_the_same_for_any_number_of_deadlines(
    town: Town, as_worker: AsWorker, statements: Statements
) -> None:
    await give_addresses(town)
    counts = []
    for amount in (1, 6):
        cases = [await make_case(town) for _ in range(amount)]
        due, _ = await first_due(cases[-1])
        statements.sent.clear()
        await tell(as_worker, at_noon(due, 1), by_mail=True)
        counts.append([line for line in statements.sent if "natural_key" in line])
    assert len(counts[0]) == len({*counts[0]}) <= 2
    assert {*counts[0]} == {*counts[1]}


async def test_a_moved_deadline_is_told_of_once(
    town: Town, as_worker: AsWorker, statements: Statements
) -> None:
    case = await make_case(town)
    clocks = [row["id"] for row in await ask("SELECT id FROM clock WHERE case_file = $1", case.id)]
    for _ in range(2):
        async with as_worker() as connection:
            statements.sent.clear()
            await tell_moved(connection, clocks)
        assert len([line for line in statements.sent if "notice" in line]) == 1
    rows = await ask("SELECT kind, officer, natural_key, due_at - now() AS ahead FROM notice")
    assert {(row["kind"], row["officer"]) for row in rows} == {("moved", town.rina.officer)}
    dated = await ask("SELECT FROM clock WHERE case_file = $1 AND due_at IS NOT NULL", case.id)
    assert 0 < len(rows) <= len(dated)
    assert all(row["ahead"] > timedelta(days=-1) for row in rows)
    async with as_worker() as connection:
        await tell_moved(connection, [])
    assert len(await ask("SELECT FROM notice")) == len(rows)

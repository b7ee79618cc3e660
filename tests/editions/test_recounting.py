"""After a change of the law the open deadlines move, an event each, and nothing else does."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from netralitas.audit.heads import verifier_of
from netralitas.audit.verify import verify
from netralitas.cases.answers import Answers
from netralitas.cases.recounting import CHUNK, look_for_stragglers
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.editions.commands.changing import propose
from netralitas.editions.current import LAW
from netralitas.editions.queries import preview
from netralitas.law import book
from netralitas.law.domain import Regime
from netralitas.law.entries import committed, rule_key
from tests.conftest import Database
from tests.editions.conftest import change, clocks, day_off, events, newest, recount
from tests.editions.test_changing import new_version
from tests.make import REGION, Town, days_ago, make_case, move, paper

RULE = "pemilu.kajian_awal"
WIB = ZoneInfo("Asia/Jakarta")


async def open_case(town: Town, regime: Regime = Regime.PEMILU) -> tuple[int, Any]:
    """A report of today, and the deadline of its preliminary study, in working days."""
    case = (await make_case(town, regime=regime)).id
    return case, await running(case)


async def running(case: int) -> Any:  # noqa: ANN401 - a row
    """The one clock of the case that runs and was not replaced."""
    open_ = [c for c in await clocks(case) if c["ended_by"] is None and c["superseded_by"] is None]
    assert len(open_) == 1
    return open_[0]


def last_day(clock: Any) -> date:  # noqa: ANN401 - a row
    due: datetime = clock["due_at"]
    return due.astimezone(WIB).date()


def next_workday(on: date) -> date:
    return book.load().calendar().workday_after(on, 1)


async def test_a_new_day_off_moves_the_open_deadline_and_says_so_on_the_case(town: Town) -> None:
    case, before = await open_case(town)
    off = last_day(before)
    await change(town, day_off(off))
    assert len(await recount()) == 1
    after = await running(case)
    assert last_day(after) == next_workday(off)
    assert (after["edition"], after["calendar_version"], after["rule_version"]) == (2, 2, 1)
    assert after["started_by"] == before["started_by"]
    said = await events(case, "case.deadline_moved")
    assert [row["details"]["moved"]["clock"] for row in said] == [before["id"]]
    assert said[0]["details"]["edition"] == 2
    old = next(row for row in await clocks(case) if row["id"] == before["id"])
    assert (old["superseded_by"], old["due_at"]) == (said[0]["id"], before["due_at"])


async def test_the_worklist_shows_the_new_date_and_no_open_form_becomes_stale(town: Town) -> None:
    case, before = await open_case(town)
    await change(town, day_off(last_day(before)))
    await recount()
    async with reading(EVERYTHING) as c:
        shown = await c.fetch("SELECT next_due FROM worklist_item WHERE case_file = $1", case)
        version = await c.fetchval("SELECT version FROM proceeding WHERE case_file = $1", case)
    assert {row["next_due"] for row in shown} == {(await running(case))["due_at"]}
    assert version == 1
    await move(town.rina, case, "start_preliminary_study")


async def test_the_preview_lists_exactly_what_the_job_moves_afterwards(town: Town) -> None:
    moving, before = await open_case(town)
    staying, _ = await open_case(town, Regime.PEMILIHAN)
    draft = await propose(town.hadi, reason="Keputusan", entries=(day_off(last_day(before)),))
    found = await preview(town.hadi, draft)
    assert [(one.case, one.before) for one in found.moving] == [(moving, before["due_at"])]
    assert (found.elsewhere, found.refusal) == (0, None)
    assert found.open_clocks == 2
    await change(town, day_off(last_day(before)))
    await recount()
    assert (await running(moving))["due_at"] == found.moving[0].after
    assert await events(staying, "case.deadline_moved") == []


async def test_of_deadlines_that_another_office_reads_only_the_number_is_told(town: Town) -> None:
    _, before = await open_case(town)
    async with writing(EVERYTHING) as c:
        await c.execute("UPDATE clock SET readers = ARRAY[$1::integer]", town.offices["lain"])
    draft = await propose(town.hadi, reason="Keputusan", entries=(day_off(last_day(before)),))
    found = await preview(town.hadi, draft)
    assert (found.moving, found.elsewhere) == ((), 1)


async def test_a_deadline_that_keeps_its_date_has_no_event(town: Town) -> None:
    case, before = await open_case(town)
    await change(town, day_off(next_workday(last_day(before))))
    assert await recount() == []
    after = await running(case)
    assert (after["id"], after["due_at"], after["edition"]) == (before["id"], before["due_at"], 2)
    assert after["calendar_version"] == 1, "it still says what it was computed from"
    assert await events(case, "case.deadline_moved") == []


async def test_a_closed_deadline_does_not_move(town: Town) -> None:
    case, before = await open_case(town)
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await change(town, day_off(last_day(before)))
    assert await recount() == []
    assert await events(case, "case.deadline_moved") == []


async def test_a_day_off_of_a_region_moves_only_what_its_offices_do(town: Town) -> None:
    case, before = await open_case(town)
    off = last_day(before)
    await change(town, day_off(off, "98.01", kind="libur_daerah"))
    assert await recount() == []
    await change(town, day_off(off, REGION, kind="libur_daerah"))
    assert len(await recount()) == 1
    assert last_day(await running(case)) == next_workday(off)


async def test_a_new_version_of_a_rule_leaves_what_began_before_it(town: Town) -> None:
    _, before = await open_case(town)
    begins = days_ago(-1)
    await change(town, *version_of(RULE, begins, number=9))
    assert await recount() == []
    assert before["rule_version"] == 1


async def test_a_version_that_says_it_is_retroactive_moves_what_began_since(town: Town) -> None:
    case, before = await open_case(town)
    await change(town, *version_of(RULE, days_ago(2), number=9))
    assert len(await recount()) == 1
    after = await running(case)
    assert (after["rule"], after["rule_version"]) == (RULE, 2)
    assert after["due_at"] > before["due_at"]


def version_of(code: str, begins: date, **changes: Any) -> Any:  # noqa: ANN401 - two entries
    """The same as `new_version` for another rule."""
    return new_version(begins, code, **changes)


async def test_a_clock_that_began_under_the_old_edition_meanwhile_is_found(town: Town) -> None:
    off = last_day((await open_case(town))[1])
    await change(town, day_off(off))
    await recount()
    late, _ = await open_case(town)  # its command still counted by the committed first edition
    assert (await running(late))["edition"] == 1
    async with writing(EVERYTHING) as c:
        await look_for_stragglers(c, (await LAW.follow(c)).edition)
    assert await jobs("recount_clocks") >= 1
    await recount()
    assert last_day(await running(late)) == next_workday(off)


async def jobs(kind: str) -> int:
    async with writing(EVERYTHING) as c:
        return int(await c.fetchval("SELECT count(*) FROM job WHERE kind = $1", kind))


async def test_many_cases_are_settled_chunk_by_chunk_and_the_record_still_verifies(
    town: Town, engine: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CHUNK > 100
    monkeypatch.setattr("netralitas.cases.recounting.CHUNK", 2)
    cases = [(await open_case(town))[0] for _ in range(5)]
    off = last_day(await running(cases[0]))
    await change(town, day_off(off))
    assert len(await recount()) == 5
    assert {last_day(await running(case)) for case in cases} == {next_workday(off)}
    assert await newest() == 2
    assert (await verify(engine.dsn("auditor"), verifier_of(b"k" * 32, "netralitas"))).whole


def test_the_rule_of_these_tests_counts_working_days() -> None:
    assert committed()["rule", rule_key(RULE, 1)]["unit"] == "workday"

"""A case goes on in another, comes back, or becomes two: nothing is lost, figures reconcile."""

import asyncio
import json
from dataclasses import replace
from typing import Any

import anyio
import asyncpg
import pytest

from netralitas.access.domain import Actor
from netralitas.audit.heads import verifier_of
from netralitas.audit.verify import verify
from netralitas.cases.answers import Answers
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.cases.merging.joining import MergeRequest, merge, undo_merger
from netralitas.cases.merging.parting import SplitRequest, split
from netralitas.cases.queries import come_from, gone_into
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from netralitas.evaluation.domain import Figures, balances
from netralitas.evaluation.queries.figures import figures_at, log_position
from netralitas.law import book
from netralitas.publication.status import tell
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, Stale
from tests.conftest import Database
from tests.evaluation.conftest import bring_log_up_to_date
from tests.make import (
    Town,
    forward_as_usual,
    make_case,
    move,
    paper,
    person,
    proceedings,
)
from tests.public.test_preparing import working

WHY = "Kedua laporan tentang deklarasi yang sama."


async def ask(statement: str, *values: object) -> list[Any]:
    async with reading(EVERYTHING) as c:
        return await c.fetch(statement, *values)


async def handling(case: int) -> Any:  # noqa: ANN401 - a row
    return (await proceedings(case))[0]


async def people(case: int) -> list[str]:
    rows = await ask("SELECT name FROM respondent WHERE case_file = $1 ORDER BY ordinal", case)
    return [row["name"] for row in rows]


async def open_clocks(case: int) -> list[tuple[object, ...]]:
    rows = await ask(
        "SELECT rule, rule_version, start_on, start_at, due_at, problem, added, started_by"
        " FROM clock WHERE case_file = $1 AND ended_by IS NULL AND superseded_by IS NULL"
        " ORDER BY rule",
        case,
    )
    return [tuple(row) for row in rows]


async def on_worklists(case: int) -> int:
    rows = await ask("SELECT id FROM worklist_item WHERE case_file = $1", case)
    return len(rows)


async def names_of_events(case: int) -> list[str]:
    rows = await ask("SELECT name FROM event WHERE stream = $1 ORDER BY version", case)
    return [row["name"] for row in rows]


async def figures(engine: Database) -> Figures:
    await bring_log_up_to_date(engine)
    async with reading(EVERYTHING) as c:
        position = await log_position(c)
        return await figures_at(c, position=position, organisation=None)


async def merged(
    town: Town, case: int, into: int, *respondents: int, by: Actor | None = None
) -> None:
    await merge(
        by or town.rina,
        MergeRequest(
            case=case,
            version=(await handling(case))["version"],
            into=into,
            respondents=respondents,
            reason=WHY,
        ),
    )


async def undone(town: Town, case: int) -> None:
    version = (await handling(case))["version"]
    await undo_merger(town.rina, case, version, "Ternyata dua peristiwa.", book=book.load())


async def respondent_ids(case: int) -> list[int]:
    rows = await ask("SELECT id FROM respondent WHERE case_file = $1 ORDER BY ordinal", case)
    return [row["id"] for row in rows]


async def test_a_merged_case_rests_and_both_streams_say_so(town: Town) -> None:
    one, other = (await make_case(town)).id, (await make_case(town)).id
    assert await open_clocks(one)
    await merged(town, one, other)
    assert (await handling(one))["state"] == "merged"
    assert await open_clocks(one) == []
    assert await on_worklists(one) == 0
    assert await on_worklists(other) > 0
    assert (await names_of_events(one))[-1] == "case.merged_into"
    assert (await names_of_events(other))[-1] == "case.merged_from"
    numbers = await ask(
        "SELECT case_file FROM case_number WHERE case_file = ANY ($1)", [one, other]
    )
    assert len(numbers) == 2
    async with reading(EVERYTHING) as c:
        assert await gone_into(c, one) == other
        assert await gone_into(c, other) is None
        assert await come_from(c, other) == (one,)


async def test_an_undone_merger_leaves_everything_as_before(town: Town) -> None:
    one = (await make_case(town, person(1), person(2), received=1)).id
    other = (await make_case(town, person(7))).id
    await move(town.rina, one, "start_preliminary_study")
    before = (
        (await handling(one))["state"],
        await open_clocks(one),
        await people(one),
        await on_worklists(one),
    )
    moving = await respondent_ids(one)
    await merged(town, one, other, *moving)
    assert await people(one) == []
    assert await people(other) == [f"Terlapor Contoh {n}" for n in (7, 1, 2)]
    await undone(town, one)
    after = (
        (await handling(one))["state"],
        await open_clocks(one),
        await people(one),
        await on_worklists(one),
    )
    assert after == before
    assert await people(other) == ["Terlapor Contoh 7"]
    async with reading(EVERYTHING) as c:
        assert await gone_into(c, one) is None
    await merged(town, one, other)
    assert (await handling(one))["state"] == "merged"


async def test_fifteen_reports_become_one_matter_through_others(town: Town) -> None:
    cases = [(await make_case(town)).id for _ in range(4)]
    await merged(town, cases[0], cases[1])
    await merged(town, cases[1], cases[2])
    await merged(town, cases[3], cases[2])
    async with reading(EVERYTHING) as c:
        assert await gone_into(c, cases[0]) == cases[2]
        assert await come_from(c, cases[2]) == (cases[0], cases[1], cases[3])


async def test_whoever_is_kept_out_of_a_case_is_kept_out_of_where_it_goes_on(town: Town) -> None:
    one, other = (await make_case(town)).id, (await make_case(town)).id
    await exclude(town.sari, one, town.bagas.officer, ExclusionGround.RELATED, "Ipar.")
    await merged(town, one, other)
    rows = await ask("SELECT officer FROM exclusion WHERE case_file = $1", other)
    assert [row["officer"] for row in rows] == [town.bagas.officer]
    assert (await names_of_events(other))[-1] == "case.officer_excluded"
    async with reading(town.bagas) as c:
        assert await c.fetch("SELECT id FROM case_file WHERE id = ANY ($1)", [one, other]) == []
        assert await c.fetch("SELECT id FROM merger") == []


async def in_plenary(town: Town) -> int:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await move(town.rina, case, "submit_preliminary_study")
    return case


async def test_refusals_name_their_rule(town: Town) -> None:
    one, other = (await make_case(town)).id, (await make_case(town)).id
    forwarded = (await make_case(town)).id
    await forward_as_usual(town, forwarded)
    ended = (await make_case(town)).id
    await merged(town, ended, other)
    for case, into, rule in (
        (one, one, "merge.same"),
        (one, ended, "merge.over_there"),
        (ended, one, "merge.over"),
        (forwarded, one, "merge.further"),
    ):
        with pytest.raises(RuleBroken) as refused:
            await merged(town, case, into)
        assert refused.value.rule == rule
    wanted = MergeRequest(case=one, version=1, into=other, respondents=(), reason=" ")
    with pytest.raises(RuleBroken, match="alasan"):
        await merge(town.rina, wanted)
    with pytest.raises(Stale):
        await merge(town.rina, replace(wanted, reason=WHY, version=99))
    with pytest.raises(NotAllowed):
        await merged(town, one, other, by=town.sari)
    with pytest.raises(NotVisible):
        await merged(town, one, other, by=town.lain)
    with pytest.raises(NotVisible):
        await merged(town, one, other, (await respondent_ids(forwarded))[0])
    assert (await handling(one))["state"] == "report_received"


async def test_nothing_is_merged_or_split_while_the_plenary_sits(town: Town) -> None:
    sitting, other = await in_plenary(town), (await make_case(town)).id
    with pytest.raises(RuleBroken) as refused:
        await merged(town, sitting, other)
    assert refused.value.rule == "merge.plenary"
    with pytest.raises(RuleBroken) as refused:
        await merged(town, other, sitting)
    assert refused.value.rule == "merge.plenary"
    version = (await handling(sitting))["version"]
    wanted = SplitRequest(case=sitting, version=version, respondents=(1,), reason=WHY)
    with pytest.raises(RuleBroken) as refused:
        await split(town.rina, wanted)
    assert refused.value.rule == "split.plenary"


async def parted(town: Town, case: int, *respondents: int) -> int:
    version = (await handling(case))["version"]
    wanted = SplitRequest(
        case=case, version=version, respondents=respondents, reason="Peristiwa yang berbeda."
    )
    return await split(town.rina, wanted)


async def test_a_split_case_stands_where_the_first_one_stands(town: Town) -> None:
    one = (await make_case(town, person(1), person(2), person(3), received=1)).id
    await move(town.rina, one, "start_preliminary_study")
    first, second, third = await respondent_ids(one)
    new = await parted(town, one, second, third)
    assert await people(one) == ["Terlapor Contoh 1"]
    assert await people(new) == ["Terlapor Contoh 2", "Terlapor Contoh 3"]
    assert (await handling(new))["state"] == (await handling(one))["state"]
    assert await open_clocks(new) == await open_clocks(one)
    same = "source, channel, regime, description, act_on, known_on, received_at, readers, owner"
    rows = await ask(f"SELECT {same} FROM case_file WHERE id = ANY ($1)", [one, new])
    assert len({tuple(map(str, row)) for row in rows}) == 1
    numbers = await ask("SELECT kind, printed FROM case_number WHERE case_file = $1", new)
    old = await ask("SELECT printed FROM case_number WHERE case_file = $1", one)
    assert {row["kind"]: row["printed"] for row in numbers}["previous"] == old[0]["printed"]
    assert {row["kind"] for row in numbers} == {"receipt", "previous"}
    assert await on_worklists(new) > 0
    assert "case.split_into" in await names_of_events(one)
    assert await names_of_events(new) == ["case.split_from"]
    assert first in await respondent_ids(one)
    await move(
        town.rina,
        new,
        "finish_preliminary_study",
        answers=Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),)),
    )


async def test_a_split_is_undone_by_a_merger_back(town: Town) -> None:
    one = (await make_case(town, person(1), person(2))).id
    new = await parted(town, one, (await respondent_ids(one))[1])
    await merged(town, new, one, *await respondent_ids(new))
    assert await people(one) == ["Terlapor Contoh 1", "Terlapor Contoh 2"]
    assert (await handling(new))["state"] == "merged"


async def test_a_case_is_split_twice_and_each_keeps_its_old_number(town: Town) -> None:
    one = (await make_case(town, person(1), person(2), person(3))).id
    _, second, third = await respondent_ids(one)
    await parted(town, one, second)
    again = await parted(town, one, third)
    rows = await ask(
        "SELECT printed FROM case_number WHERE case_file = $1 AND kind = 'previous'", again
    )
    assert rows[0]["printed"].endswith(" (pemisahan 2)")


async def test_somebody_leaves_and_somebody_stays(town: Town) -> None:
    alone = (await make_case(town)).id
    for chosen, rule in ((await respondent_ids(alone), "split.alone"),):
        with pytest.raises(RuleBroken) as refused:
            await parted(town, alone, *chosen)
        assert refused.value.rule == rule
    two = (await make_case(town, person(1), person(2))).id
    for chosen in ([], await respondent_ids(two)):
        with pytest.raises(RuleBroken) as refused:
            await parted(town, two, *chosen)
        assert refused.value.rule == "split.some"


async def test_the_accounts_balance_and_each_case_counts_once(town: Town, engine: Database) -> None:
    one, other = (await make_case(town, person(1), person(2))).id, (await make_case(town)).id
    third = (await make_case(town)).id
    before = await figures(engine)
    await merged(town, one, other)
    await merged(town, third, other)
    await undone(town, one)
    new = await parted(town, one, (await respondent_ids(one))[1])
    after = await figures(engine)
    status = after.indicator("case_status")
    assert status.total == sum(part.amount for part in status.parts) == 4
    assert status.part("merged") == 1
    assert status.part("other") == 0
    came_in = after.indicator("cases_in")
    assert (came_in.part("report"), came_in.part("split"), came_in.total) == (3, 1, 4)
    for balance in balances(before, after):
        assert balance.difference == 0, balance
    assert after.register("handling").open == 3
    assert (await handling(new))["state"] == "report_received"


async def test_the_record_stays_whole(town: Town, engine: Database) -> None:
    one, other = (await make_case(town, person(1), person(2))).id, (await make_case(town)).id
    await merged(town, one, other, (await respondent_ids(one))[0])
    await undone(town, one)
    await parted(town, one, (await respondent_ids(one))[0])
    await bring_log_up_to_date(engine)
    assert (await verify(engine.dsn("auditor"), verifier_of(b"k" * 32, "netralitas"))).whole


async def told(engine: Database, case: int) -> dict[str, Any]:
    """What the code of the receipt of a case shows, after the worker has followed `case`."""
    async with working(engine) as connection:
        await tell(connection, case)
    rows = await shown_to(engine, case)
    return rows[0] if rows else {}


async def shown_to(engine: Database, case: int) -> list[dict[str, Any]]:
    """What is published for the code of a case now."""
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        rows = await root.fetch(
            "SELECT s.content FROM published.status s JOIN receipt_code k ON k.digest = s.digest"
            " WHERE k.case_file = $1",
            case,
        )
    finally:
        await root.close()
    return [json.loads(row["content"]) for row in rows]


async def test_the_reporter_of_a_merged_case_follows_the_case_it_goes_on_in(
    town: Town, engine: Database
) -> None:
    one, other = (await make_case(town)).id, (await make_case(town, received=2)).id
    await merged(town, one, other)
    said = await told(engine, one)
    assert said["status"] == "Diterima"
    assert said["sentence"].startswith("Laporan Anda digabung dengan laporan lain")
    await move(town.rina, other, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, other, "finish_preliminary_study", answers=study)
    await move(town.rina, other, "register")
    assert (await told(engine, other))["status"] == "Diregistrasi"
    [said] = await shown_to(engine, one)
    assert said["status"] == "Diregistrasi"
    steps = [step["sentence"] for step in said["steps"]]
    assert steps.count("Laporan diterima Bawaslu.") == 1
    assert "Laporan diregistrasi." in steps
    await undone(town, one)
    assert (await told(engine, one))["status"] == "Diterima"
    assert "digabung" not in (await shown_to(engine, one))[0]["sentence"]


async def test_two_officers_who_merge_crosswise_do_not_wait_for_one_another(town: Town) -> None:
    one, other = (await make_case(town)).id, (await make_case(town)).id
    doing = (merged(town, one, other), merged(town, other, one, by=town.bagas))
    with anyio.fail_after(10):
        done = await asyncio.gather(*doing, return_exceptions=True)
    [refused] = [answer for answer in done if answer is not None]
    assert isinstance(refused, RuleBroken)
    assert refused.rule == "merge.over_there"
    assert sorted([(await handling(case))["state"] for case in (one, other)]) == [
        "merged",
        "report_received",
    ]

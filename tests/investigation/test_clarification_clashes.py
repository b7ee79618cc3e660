"""Nobody sits in two sessions at once, however many plan at the same moment."""

import asyncio
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import asyncpg
import pytest

from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.evidence.storage import Storage
from netralitas.investigation.clarification import store
from netralitas.investigation.clarification.commands import add_person, invite
from netralitas.investigation.clarification.domain import HeardRole, Mode, NewPerson, Plan
from netralitas.law import book
from netralitas.law.domain import Zone
from netralitas.refusals import RuleBroken
from tests.investigation.hearing import ahead, last, registered
from tests.make import ZONE, Town

WRITERS = 8


def plan(town: Town, begins: time = time(9), minutes: int = 60) -> Plan:
    """A session of Rina, five days from now."""
    at = datetime.combine(ahead(5), begins, Zone(ZONE).tz)
    return Plan(
        on=ahead(5),
        begins_at=at,
        ends_at=at + timedelta(minutes=minutes),
        mode=Mode.IN_PERSON,
        place="Ruang sidang",
        officer=town.rina.officer,
    )


async def listed(town: Town) -> tuple[int, int]:
    """A registered case with a witness on its list."""
    case = await registered(town)
    await add_person(town.rina, case, NewPerson(role=HeardRole.WITNESS), book=book.load())
    return case, await last("heard_person", case)


async def test_of_eight_who_plan_the_same_hour_one_gets_it(town: Town, tmp_path: Path) -> None:
    places = [await listed(town) for _ in range(WRITERS)]
    storage = Storage(tmp_path / "files")

    async def planned(case: int, person: int, minute: int) -> str:
        try:
            chosen = plan(town, time(9, minute))
            await invite(town.rina, case, person, chosen, book=book.load(), storage=storage)
        except RuleBroken as refusal:
            return refusal.rule or ""
        return "planned"

    found = await asyncio.gather(
        *(planned(case, person, number) for number, (case, person) in enumerate(places))
    )
    assert sorted(found) == ["clarification.clash_officer"] * (WRITERS - 1) + ["planned"]
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM clarification_session") == 1
        assert await c.fetchval("SELECT count(*) FROM official_paper") == 1
        states = await c.fetch("SELECT state FROM proceeding")
    assert sorted(row["state"] for row in states) == ["clarification"] + ["registered"] * 7


async def test_the_database_itself_refuses_and_says_the_hour_alone(
    town: Town, tmp_path: Path
) -> None:
    (case, person), (other, second) = await listed(town), await listed(town)
    storage = Storage(tmp_path / "files")
    await invite(town.rina, case, person, plan(town), book=book.load(), storage=storage)
    copied = """
        INSERT INTO clarification_session (case_file, organisation, person, invitation, begins_at,
            ends_at, mode, place, officer, state, event, readers)
        SELECT $1, organisation, $2, 0, begins_at + $3::interval, ends_at + $3::interval, mode, $4,
               $5, 'planned', event, readers
        FROM clarification_session LIMIT 1
    """
    bagas = town.bagas.officer
    for shared, moved, place, officer in (
        ("session_officer", 59, "Lain", town.rina.officer),
        ("session_place", 30, " RUANG SIDANG", bagas),
        ("session_place", -59, "Ruang sidang", bagas),
    ):
        with pytest.raises(asyncpg.ExclusionViolationError) as refused:
            async with writing(town.rina) as c:
                await c.execute(copied, other, second, timedelta(minutes=moved), place, officer)
        assert refused.value.constraint_name == shared
        assert "Saksi" not in str(refused.value.detail)
    async with writing(town.rina) as c:
        await c.execute(copied, other, second, timedelta(minutes=60), "Ruang sidang", bagas)
        await c.execute(copied, other, second, timedelta(days=1), "Ruang sidang", bagas)


async def test_the_check_leaves_nobody_with_more_sight_than_before(
    town: Town, tmp_path: Path
) -> None:
    (case, person), (other, second) = await listed(town), await listed(town)
    storage = Storage(tmp_path / "files")
    await invite(town.rina, case, person, plan(town), book=book.load(), storage=storage)
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.NAMED, "Disebut.")
    async with writing(town.bagas) as c:
        [witness] = await store.people(c, other)
        assert witness.id == second
        event = await c.fetchval("SELECT min(id) FROM event WHERE stream = $1", other)
        await store.add_session(
            c,
            witness,
            plan(town, time(13)),
            organisation=town.bagas.organisation,
            invitation=0,
            printed=None,
            event=event,
            readers=(town.bagas.organisation,),
        )
        assert await c.fetchval("SELECT count(*) FROM clarification_session") == 1
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM clarification_session") == 2


@pytest.mark.parametrize("login", ["galih", "dewa", "wulan", "tono"])
async def test_a_session_is_held_by_the_office_and_by_nobody_kept_out_of_the_case(
    town: Town, tmp_path: Path, login: str
) -> None:
    case, person = await listed(town)
    await exclude(town.sari, case, town.tono.officer, ExclusionGround.RELATED, "Kerabat.")
    storage = Storage(tmp_path / "files")
    other = town.actors[login].officer
    for changed in (replace(plan(town), officer=other), replace(plan(town), recorder=other)):
        with pytest.raises(RuleBroken, match="tidak dikecualikan"):
            await invite(town.rina, case, person, changed, book=book.load(), storage=storage)
    found = replace(plan(town), recorder=town.sari.officer)
    await invite(town.rina, case, person, found, book=book.load(), storage=storage)

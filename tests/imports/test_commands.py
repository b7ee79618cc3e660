"""What the commands refuse, also when a page did not ask."""

from dataclasses import replace

import pytest

from netralitas.access.domain import Role
from netralitas.cases.domain import ExclusionGround, Person
from netralitas.cases.exclusions import exclude
from netralitas.cases.people import add_respondent, identify_respondent
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.imports.commands import NewList, take_in_staff, undo_import
from netralitas.imports.staff import staff_lines
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, Stale
from tests.imports.tables import opened, people
from tests.imports.test_long_list import SEALER
from tests.make import Town, make_case, person


def new_list(number: int = 3, *, source: str = "BKPSDM") -> NewList:
    """A list of so many people."""
    table = opened(people(number))
    checked = table.check(table.guessed())
    return NewList(
        source=source,
        digest=table.digest,
        columns=table.heads(table.guessed()),
        lines=staff_lines(checked.good, SEALER),
        refused=0,
    )


async def test_only_who_works_with_lists_takes_one_in(town: Town) -> None:
    for actor in (town.sari, town.hadi, town.maya, town.endah):
        with pytest.raises(NotAllowed):
            await take_in_staff(actor, new_list())
    authority = replace(town.maya, roles=frozenset({Role.INVESTIGATOR}))
    with pytest.raises(NotAllowed):
        await take_in_staff(authority, new_list())
    assert await take_in_staff(town.dewa, new_list()) > 0


async def test_nothing_good_the_same_file_and_the_same_people_are_refused(town: Town) -> None:
    with pytest.raises(RuleBroken, match="Tidak ada baris"):
        await take_in_staff(town.rina, replace(new_list(), lines=[]))
    new = new_list()
    await take_in_staff(town.rina, new)
    with pytest.raises(RuleBroken, match="Berkas yang sama"):
        await take_in_staff(town.bagas, new)
    with pytest.raises(Stale):
        await take_in_staff(town.bagas, new_list(2))
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM staff") == 3


async def test_an_import_is_undone_by_its_own_office_only_and_once(town: Town) -> None:
    batch = await take_in_staff(town.rina, new_list())
    for number in (batch + 1000, 0, 2**63):
        with pytest.raises(NotVisible):
            await undo_import(town.rina, number)
    with pytest.raises(NotVisible):
        await undo_import(town.lain, batch)
    await undo_import(town.bagas, batch)
    with pytest.raises(RuleBroken, match="sudah dibatalkan"):
        await undo_import(town.rina, batch)


async def test_an_officer_excluded_from_the_case_is_not_told_that_it_depends(town: Town) -> None:
    case = await make_case(town, person())
    batch = await take_in_staff(town.rina, new_list())
    async with reading(town.rina) as c:
        staff = await c.fetchval("SELECT min(id) FROM staff")
    await add_respondent(town.rina, case.id, Person(name="Siti", staff=staff))
    with pytest.raises(RuleBroken, match="1 terlapor"):
        await undo_import(town.rina, batch)
    async with reading(EVERYTHING) as c:
        before = await c.fetchval("SELECT count(*) FROM staff")
    ground = ExclusionGround.RELATED
    await exclude(town.sari, case.id, town.bagas.officer, ground, "Kerabat terlapor")
    with pytest.raises(RuleBroken, match="sedikitnya satu terlapor"):
        await undo_import(town.bagas, batch)
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM staff") == before


async def test_a_respondent_cannot_refer_to_another_offices_list(town: Town) -> None:
    await take_in_staff(town.lain, new_list())
    case = await make_case(town, person())
    async with reading(EVERYTHING) as c:
        staff = await c.fetchval("SELECT min(id) FROM staff")
        row = await c.fetchrow(
            "SELECT r.id, p.version FROM respondent r JOIN proceeding p USING (case_file)"
            " WHERE case_file = $1",
            case.id,
        )
    stolen = Person(name="Siti", staff=staff)
    with pytest.raises(NotVisible):
        await identify_respondent(town.rina, case.id, row["id"], stolen, version=row["version"])
    with pytest.raises(NotVisible):
        await add_respondent(town.rina, case.id, stolen)

"""The home of who publishes: the releases under way instead of what came in."""

from dataclasses import replace

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.database.transactions import reading
from netralitas.worklist.pages import ArrivedPart, HomePage
from netralitas.worklist.queries.home import home
from tests.conftest import Database
from tests.make import Town, make_case, person
from tests.publication.conftest import (
    approve,
    concluded_case,
    count_staff,
    draft,
    draft_own,
    publisher,
)


async def _releases(town: Town, who: Actor | None = None) -> ArrivedPart:
    actor = who or publisher(town)
    async with reading(actor) as connection:
        page = await home(connection, actor, {}, clock.now())
    assert isinstance(page, HomePage)
    assert page.arrived is not None
    assert (page.deadlines, page.waiting) == (None, None)
    return page.arrived


async def test_a_drafted_release_is_there_with_what_it_waits_for(
    town: Town, engine: Database
) -> None:
    await count_staff(engine, town.offices["bkpsdm"])
    case = await concluded_case(town, person())
    await draft(town, case)
    found = await _releases(town)
    assert found.title == "Rilis yang sedang berjalan"
    assert [card.href for card in found.cards] == [f"/perkara/{case}"]
    assert found.cards[0].stage == "Rilis disusun"
    assert found.cards[0].detail.startswith("Menunggu pemeriksaan rilis sejak")


async def test_what_came_in_is_not_the_publishers_work(town: Town) -> None:
    await make_case(town)
    found = await _releases(town)
    assert found.cards == ()


async def test_where_the_subject_is_hidden_the_line_is_without_it(
    town: Town, engine: Database
) -> None:
    await count_staff(engine, town.offices["bkpsdm"])
    case = await concluded_case(town, person())
    await draft(town, case)
    await approve(town, case)
    other = replace(town.dewa, roles=frozenset({Role.PUBLISHER}))
    found = await _releases(town, other)
    assert [(card.href, card.subject) for card in found.cards] == [(f"/perkara/{case}", "")]
    await draft_own(town, case)
    assert len((await _releases(town, other)).cards) == 2

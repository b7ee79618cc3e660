"""The home of who publishes: the releases under way instead of what came in."""

from netralitas import clock
from netralitas.database.transactions import reading
from netralitas.worklist.pages import HomePage
from netralitas.worklist.queries.home import home
from tests.conftest import Database
from tests.make import Town, make_case, person
from tests.publication.conftest import concluded_case, count_staff, draft, publisher


async def _home(town: Town) -> HomePage:
    actor = publisher(town)
    async with reading(actor) as connection:
        page = await home(connection, actor, {}, clock.now())
    assert isinstance(page, HomePage)
    return page


async def test_a_drafted_release_is_there_with_what_it_waits_for(
    town: Town, engine: Database
) -> None:
    await count_staff(engine, town.offices["bkpsdm"])
    case = await concluded_case(town, person())
    await draft(town, case)
    page = await _home(town)
    assert page.arrived_title == "Rilis yang sedang berjalan"
    assert [card.href for card in page.arrived] == [f"/perkara/{case}"]
    assert page.arrived[0].stage == "Rilis disusun"
    assert page.arrived[0].detail.startswith("Menunggu pemeriksaan rilis sejak")


async def test_what_came_in_is_not_the_publishers_work(town: Town) -> None:
    await make_case(town)
    page = await _home(town)
    assert page.arrived == ()
    assert not page.sees_deadlines

"""For an excluded officer the whole product is as if the case were not there: on every channel."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import httpx
import pytest
from litestar import Litestar

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.cases.search_text import index_case
from netralitas.database.row_security import PROTECTED
from netralitas.database.transactions import EVERYTHING, reading, writing
from tests.cases.conftest import Visits
from tests.discipline.handing import in_hand
from tests.make import Town
from tests.notices.test_feed import make
from tests.pages import Browser
from tests.security.crawler import SAME_ORIGIN

LONG_AGO = 40
"""So many days ago everything happened: the deadlines are over, whoever sees them is pressed."""

BY_CHANCE = ("/akun/faktor-kedua", "/akun/kunci-sandi", "/perkara/baru")
"""Pages with a secret or a token that is drawn anew each time; they speak of no case."""
COUNTED = "/akun/data-saya/data.json"
"""Taking this is itself an event, which the next one counts; the page beside it is looked at."""

SEARCHED = ("Lapangan", "Camat", "Perhubungan", "ikut", "mobil dinas")
_CHANGING = re.compile(r'(value|nonce)="[\w\-]{20,}"')


def plain_routes(site: Litestar) -> list[str]:
    """Every address without a part that names something, which a page can be read from."""
    found = {route.path for route in site.routes if "GET" in getattr(route, "methods", ())}
    left_out = ("/styleguide", COUNTED, *BY_CHANCE)
    return sorted(path for path in found if "{" not in path and not path.startswith(left_out))


async def seen(browser: Browser, paths: list[str], at: datetime) -> dict[str, str]:
    """What each of these answers at a moment, without what differs by chance."""
    with clock.at(at):
        answers = {path: await browser.client.get(path) for path in paths}
        for word in SEARCHED:
            answers[f"search {word}"] = await browser.client.post(
                "/perkara/cari", data={"q": word}, headers=SAME_ORIGIN
            )
    return {path: _told(answer) for path, answer in answers.items()}


def _told(answer: httpx.Response) -> str:
    said = f"{answer.status_code} {answer.headers.get('location', '')}\n{answer.text}"
    return _CHANGING.sub("", said)


async def a_case_in_full(town: Town) -> int:
    """A case with everything that hangs on one, of which search and worklists know."""
    case = await in_hand(town, days=LONG_AGO)
    async with writing(EVERYTHING) as connection:
        await index_case(connection, {"case_file": case})
    return case


async def test_every_page_and_search_is_as_if_the_case_were_not_there(
    town: Town, visit: Visits, site: Litestar
) -> None:
    paths = plain_routes(site)
    assert len(paths) >= 25
    bagas, rina = await visit("bagas"), await visit("rina")
    now = clock.now()
    before = {"bagas": await seen(bagas, paths, now), "rina": await seen(rina, paths, now)}
    case = await a_case_in_full(town)
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.RELATED, "Kerabat.")
    after = {"bagas": await seen(bagas, paths, now), "rina": await seen(rina, paths, now)}
    changed = {
        who: [path for path in before[who] if before[who][path] != after[who][path]]
        for who in before
    }
    assert changed["bagas"] == []
    assert len(changed["rina"]) >= 5


async def test_the_calendar_of_deadlines_is_as_if_the_case_were_not_there(
    town: Town, visit: Visits
) -> None:
    bagas, rina = await visit("bagas"), await visit("rina")
    addresses = {"bagas": await make(bagas), "rina": await make(rina)}
    case = await a_case_in_full(town)
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.RELATED, "Kerabat.")
    said = {
        who: (await browser.client.get(addresses[who])).text
        for who, browser in (("bagas", bagas), ("rina", rina))
    }
    assert f"/perkara/{case}" in said["rina"]
    assert f"/perkara/{case}" not in said["bagas"]
    assert "VEVENT" not in said["bagas"]


def about_a_case(site: Litestar) -> Iterator[tuple[str, str]]:
    """Each method and address below a case."""
    for route in site.routes:
        if route.path.startswith("/perkara/{"):
            for method in sorted(set(getattr(route, "methods", ())) & {"GET", "POST"}):
                yield method, route.path


async def test_every_address_below_the_case_is_that_of_nothing(
    town: Town, visit: Visits, site: Litestar
) -> None:
    case = await a_case_in_full(town)
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.RELATED, "Kerabat.")
    bagas = await visit("bagas")
    asked = list(about_a_case(site))
    assert len(asked) >= 20
    for method, path in asked:
        address = re.sub(r"\{[^}]*\}", "1", re.sub(r"\{[^}]*\}", str(case), path, count=1))
        nowhere = re.sub(r"\{[^}]*\}", "987654", path)
        answers = [
            await bagas.client.request(method, each, headers=SAME_ORIGIN)
            for each in (address, nowhere)
        ]
        assert {answer.status_code for answer in answers} == {404}, f"{method} {path}"
        said = [answer.text.replace(address, "").replace(nowhere, "") for answer in answers]
        assert said[0] == said[1], f"{method} {path}"


@pytest.mark.parametrize("table", sorted(set(PROTECTED) - {"exclusion"}))
async def test_no_row_of_the_case_is_in_the_database_for_them(town: Town, table: str) -> None:
    case = await a_case_in_full(town)
    before = await rows(town.bagas, table, case)
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.RELATED, "Kerabat.")
    assert await rows(town.bagas, table, case) == 0
    assert before >= 0
    assert await rows(town.rina, table, case) >= before


async def rows(actor: Actor, table: str, case: int) -> int:
    """How many rows of a case an actor sees in a table."""
    column = PROTECTED[table]
    async with reading(actor) as connection:
        found: Any = await connection.fetchval(
            f"SELECT count(*) FROM {table} WHERE {column} = $1",
            case,
        )
        return int(found)

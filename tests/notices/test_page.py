"""The page of notices and the bell: a person's own, new until they were opened."""

import re

import pytest

from netralitas import clock
from netralitas.notices.queries.own import PAGE
from tests.cases.conftest import Statements, Visits
from tests.make import Town, make_case, person
from tests.notices.conftest import AsWorker
from tests.notices.telling import ask, at_noon, change, first_due, tell
from tests.pages import Page

PATH = "/pemberitahuan"
MANY = """
INSERT INTO notice (officer, case_file, proceeding, kind, rule, due_at, made_at, natural_key,
                    readers)
SELECT officer, case_file, proceeding, kind, rule, due_at, made_at, 'n' || number, readers
FROM notice, generate_series(1, $1::integer) AS number WHERE id = (SELECT min(id) FROM notice)
"""


def bell(page: Page) -> tuple[str, str]:
    """What the bell says is due, and what is new."""
    found = [re.search(rf'bell__{part}">([^<]*)<', page.html) for part in ("count", "new")]
    return tuple(each[1] if each else "" for each in found)  # type: ignore[return-value]  # two


async def test_a_notice_is_new_until_it_was_opened(
    town: Town, visit: Visits, as_worker: AsWorker
) -> None:
    due, _ = await first_due(case := await make_case(town, received=20))
    await tell(as_worker, at_noon(due, 1))
    made = len(await ask("SELECT FROM notice"))
    rina = await visit("rina")
    assert bell(await rina.go("/beranda")) == ("1", f"{made} baru")
    assert (await rina.go("/beranda")).html.count(f'href="{PATH}"') == 1
    page = await rina.go(PATH)
    assert page.html.count(">Baru<") == made
    assert page.html.count(f'href="/perkara/{case.id}"') == made
    assert bell(page) == ("1", "")
    assert ">Baru<" not in (await rina.go(PATH)).html
    assert await ask("SELECT FROM notice WHERE seen_at IS NULL") == []


async def test_a_notice_has_number_deadline_and_day_and_nothing_of_the_case(
    town: Town, visit: Visits, as_worker: AsWorker
) -> None:
    await make_case(town, person(1, name="Nama Tertutup"), received=20)
    due, _ = await first_due((await ask("SELECT id FROM case_file"))[0]["id"])
    with clock.at(at_noon(due, 0)):
        await tell(as_worker, at_noon(due, 0))
        page = await (await visit("rina")).go(PATH)
    [number] = await ask("SELECT printed FROM case_number")
    assert number["printed"] in page.text
    assert re.search(r"Tenggat [A-Z].* berakhir hari ini, \w+, \d+ \w+ 20\d\d\.", page.text)
    for hidden in ("Nama Tertutup", "Hadir pada deklarasi", "Gedung pertemuan"):
        assert hidden not in page.html


async def test_another_day_it_no_longer_says_today(
    town: Town, visit: Visits, as_worker: AsWorker
) -> None:
    due, _ = await first_due(await make_case(town, received=20))
    await tell(as_worker, at_noon(due, 0))
    page = await (await visit("rina")).go(PATH)
    assert "berakhir pada" in page.text
    assert "berakhir hari ini, " not in page.text


async def test_nobody_sees_what_another_was_told(
    town: Town, visit: Visits, as_worker: AsWorker
) -> None:
    due, _ = await first_due(await make_case(town, received=20))
    await tell(as_worker, at_noon(due, 1))
    for login in ("bagas", "sari", "galih", "lain", "dewa"):
        page = await (await visit(login)).go(PATH)
        assert "Belum ada pemberitahuan" in page.text, login
        assert "Kalender pribadi" in page.headings
        assert bell(page)[1] == ""
    assert len(await ask("SELECT FROM notice WHERE seen_at IS NULL")) > 0


async def test_who_is_excluded_later_sees_the_notice_no_more(
    town: Town, visit: Visits, as_worker: AsWorker
) -> None:
    due, _ = await first_due(await make_case(town, received=20))
    await tell(as_worker, at_noon(due, 1))
    rina = await visit("rina")
    await change(
        "INSERT INTO exclusion (case_file, officer, ground, event, readers)"
        " SELECT stream, $1, 'related', id, readers FROM event WHERE organisation = $2 LIMIT 1",
        *(town.rina.officer, town.offices["kab"]),
    )
    page = await rina.go(PATH)
    assert "Belum ada pemberitahuan" in page.text
    assert bell(page)[1] == ""


async def test_the_list_goes_on_by_pages_and_costs_the_same(
    town: Town, visit: Visits, as_worker: AsWorker, statements: Statements
) -> None:
    due, _ = await first_due(await make_case(town, received=20))
    await tell(as_worker, at_noon(due, 1))
    rina = await visit("rina")
    page = await rina.go(PATH)  # the persons of the demo bar are asked for once
    counts = []
    for amount in (1, PAGE):
        await change(MANY.replace("'n'", f"'{amount}:'"), amount)
        statements.sent.clear()
        page = await rina.go(PATH)
        counts.append(len(statements.sent))
    assert counts[0] == counts[1] <= 12
    assert page.html.count('class="found"') == PAGE
    later = await rina.go(page.link("Berikutnya"))
    assert 0 < later.html.count('class="found"') < PAGE
    assert "Berikutnya" not in later.links
    assert "Sebelumnya" in " ".join(later.links)


@pytest.mark.parametrize("place", ["x", "-1", "9" * 30, "", "٣"])
async def test_a_place_that_is_none_is_the_beginning(town: Town, visit: Visits, place: str) -> None:
    page = await (await visit("rina")).go(f"{PATH}?setelah={place}")
    assert page.status == 200
    assert "Belum ada pemberitahuan" in page.text


async def test_an_administrator_gets_no_notices(town: Town, visit: Visits) -> None:
    hadi = await visit("hadi")
    assert (await hadi.go(PATH)).status == 403
    assert 'class="bell' not in (await hadi.go("/beranda")).html

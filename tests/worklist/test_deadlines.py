"""Deadlines: the month as a calendar and as a list of the same, by person and by office."""

import re
from datetime import date, timedelta

import pytest

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.worklist.pages import DayEntry
from netralitas.worklist.queries import months
from tests.make import Town, days_ago, make_case
from tests.worklist.conftest import Visits


async def due_day(case: int) -> date:
    """The day on which the first deadline of a case ends, at the office."""
    async with reading(EVERYTHING) as c:
        found: date = await c.fetchval(
            "SELECT (min(due_at) AT TIME ZONE 'Asia/Jakarta')::date FROM clock"
            " WHERE case_file = $1",
            case,
        )
    return found


async def test_calendar_and_list_show_the_same_deadlines(town: Town, visit: Visits) -> None:
    opened = await make_case(town)
    due = await due_day(opened.id)
    page = await (await visit("rina")).go(f"/tenggat?bulan={due:%Y-%m}")
    assert f"/tenggat?bulan={due:%Y-%m}&amp;hari={due.isoformat()}#daftar" in page.html
    assert f'href="/perkara/{opened.id}#tenggat"' in page.html
    assert page.html.count("Kajian awal") >= 2


def test_deadlines_of_one_name_are_counted_together_whatever_the_regime() -> None:
    day = date(2024, 9, 4)
    rows = [
        {"day": day, "rule": "pemilu.kajian_awal", "amount": 1},
        {"day": day, "rule": "pemilihan.kajian_awal", "amount": 4},
    ]
    assert months.by_day(rows) == {day: (DayEntry(label="Kajian awal", amount=5),)}


async def test_the_months_are_walked_by_links(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    page = await browser.go("/tenggat?bulan=2024-12")
    assert page.headings[0] == "Tenggat Desember 2024"
    assert page.link("Bulan sebelumnya") == "/tenggat?bulan=2024-11"
    assert page.link("Bulan berikutnya") == "/tenggat?bulan=2025-01"
    assert page.link("Bulan ini") == "/tenggat"
    assert "Hari Raya Natal" in page.html or "Natal" in page.html


@pytest.mark.parametrize(
    "query", ["bulan=x", "bulan=9999-99", "hari=x", "orang=x&unit=-1", "setelah=?"]
)
async def test_what_is_no_month_day_or_person_shows_this_month(
    town: Town, visit: Visits, query: str
) -> None:
    page = await (await visit("rina")).go(f"/tenggat?{query}")
    assert page.status == 200
    assert 'aria-label="Bulan"' in page.html


async def test_a_day_of_the_calendar_is_a_list_of_its_own(town: Town, visit: Visits) -> None:
    opened = await make_case(town)
    due = await due_day(opened.id)
    browser = await visit("rina")
    here = await browser.go(f"/tenggat?bulan={due:%Y-%m}&hari={due.isoformat()}")
    assert f"/perkara/{opened.id}#tenggat" in here.html
    other = due + timedelta(days=1) if due.day < 28 else due - timedelta(days=1)
    there = await browser.go(f"/tenggat?bulan={due:%Y-%m}&hari={other.isoformat()}")
    assert f"/perkara/{opened.id}#tenggat" not in there.html


async def test_by_person_and_by_office(town: Town, visit: Visits) -> None:
    opened = await make_case(town)
    due = await due_day(opened.id)
    month = f"bulan={due:%Y-%m}"
    rina, galih = await visit("rina"), await visit("galih")
    link = f"/perkara/{opened.id}#tenggat"
    assert link in (await rina.go(f"/tenggat?{month}&orang={town.rina.officer}")).html
    assert link not in (await rina.go(f"/tenggat?{month}&orang={town.bagas.officer}")).html
    assert link in (await galih.go(f"/tenggat?{month}&unit={town.offices['kab']}")).html
    assert link not in (await galih.go(f"/tenggat?{month}&unit={town.offices['prov']}")).html


async def test_the_list_goes_on_by_cursor(
    town: Town, visit: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = [(await make_case(town)).id for _ in range(3)]
    due = await due_day(opened[0])
    monkeypatch.setattr(months, "PAGE", 2)
    browser = await visit("rina")
    first = await browser.go(f"/tenggat?bulan={due:%Y-%m}")
    second = await browser.go(first.link("Berikutnya"))
    shown = [re.findall(r"/perkara/(\d+)#tenggat", page.html) for page in (first, second)]
    assert [int(case) for part in shown for case in part] == opened


async def test_what_is_late_is_said_also_when_it_lies_in_another_month(
    town: Town, visit: Visits
) -> None:
    await make_case(town, received=70)
    page = await (await visit("rina")).go("/tenggat")
    assert "1 tenggat terlewat" in page.text
    assert page.link("Lihat yang terlambat") == "/perkara?tenggat=terlambat"


async def test_an_empty_month_says_how_deadlines_come_there(town: Town, visit: Visits) -> None:
    page = await (await visit("rina")).go(f"/tenggat?bulan={days_ago(400):%Y-%m}")
    assert "Tidak ada tenggat di bulan ini" in page.text


async def test_an_administrator_sees_no_deadlines(town: Town, visit: Visits) -> None:
    assert (await (await visit("hadi")).go("/tenggat")).status == 403

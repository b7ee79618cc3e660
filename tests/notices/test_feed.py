"""The calendar at a secret address: shown once, read without a session, ended at once."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from hashlib import sha256
from io import StringIO
from typing import Any, cast
from zoneinfo import ZoneInfo

import httpx
import pytest
import structlog
from icalendar import Calendar
from litestar import Litestar

from netralitas.law.domain import Zone
from netralitas.notices.calendar_file import calendar_file
from netralitas.notices.domain import Entry
from netralitas.web import logging
from tests.cases.conftest import BASE, Visits
from tests.discipline.handing import in_hand
from tests.make import Town, make_case, person
from tests.notices.telling import ask, change
from tests.pages import Browser

PATH = "/pemberitahuan"
ADDRESS = re.compile(rf"{BASE}(/kalender/[\w-]{{43}}\.ics)")


async def make(browser: Browser) -> str:
    """Press the button; return the path of the address that is shown."""
    page = await browser.go(PATH)
    shown = await browser.send(page.form("/kalender"))
    found = ADDRESS.search(shown.text)
    assert found is not None, shown.text
    assert shown.status == 200
    assert "hanya ditampilkan sekali" in shown.text
    assert shown.headers["cache-control"] == "no-store"
    return found[1]


@asynccontextmanager
async def anybody(site: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    """A program without a session."""
    transport = httpx.ASGITransport(cast("Any", site), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
        yield client


def events(text: str) -> list[Any]:
    """The entries of a calendar."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


async def test_the_address_is_shown_once_and_only_its_digest_is_kept(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    path = await make(rina)
    token = path.split("/")[-1].removesuffix(".ics")
    [row] = await ask("SELECT desk, digest, ended_at FROM calendar_feed")
    assert tuple(row) == (town.rina.desk, sha256(token.encode()).digest(), None)
    page = await rina.go(PATH)
    assert token not in page.html
    assert "Alamat yang berlaku dibuat pada" in page.text


async def test_a_calendar_has_the_open_deadlines_of_its_officer(
    town: Town, visit: Visits, site: Litestar
) -> None:
    case = await make_case(town, person(1, name="Nama Tertutup"))
    path = await make(await visit("rina"))
    other = await make(await visit("bagas"))
    async with anybody(site) as client:
        answer = await client.get(path)
        empty = await client.get(other)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    [row] = await ask(
        "SELECT n.printed, w.next_due FROM worklist_item w JOIN case_number n"
        " ON n.case_file = w.case_file WHERE w.organisation = $1",
        town.offices["kab"],
    )
    [event] = events(answer.text)
    assert str(event["summary"]).endswith(f": {row['printed']}")
    assert event["dtstart"].dt == row["next_due"].astimezone(ZoneInfo("Asia/Jakarta")).date()
    assert str(event["url"]) == f"{BASE}/perkara/{case.id}"
    for hidden in ("Nama Tertutup", "Hadir pada", "Gedung", "Rina", "Dinas Contoh"):
        assert hidden not in answer.text
    assert events(empty.text) == []


async def test_an_office_sees_what_it_holds_and_no_other_office_does(
    town: Town, visit: Visits, site: Litestar
) -> None:
    await in_hand(town)
    paths = {login: await make(await visit(login)) for login in ("dewa", "lain")}
    async with anybody(site) as client:
        found = {login: events((await client.get(path)).text) for login, path in paths.items()}
    assert len(found["dewa"]) == 1
    assert found["lain"] == []


async def test_a_new_address_ends_the_old_one_and_the_last_can_be_ended(
    town: Town, visit: Visits, site: Litestar
) -> None:
    rina = await visit("rina")
    first = await make(rina)
    second = await make(rina)
    async with anybody(site) as client:
        assert [(await client.get(path)).status_code for path in (first, second)] == [404, 200]
        await rina.send((await rina.go(PATH)).form("/penghapusan"))
        assert (await client.get(second)).status_code == 404
    assert "Buat alamat kalender" in (await rina.go(PATH)).text
    assert len(await ask("SELECT FROM calendar_feed WHERE ended_at IS NOT NULL")) == 2


@pytest.mark.parametrize(
    "ended",
    [
        "UPDATE officer SET disabled_at = now() WHERE id = $1",
        "UPDATE desk SET valid_to = '2024-01-01' WHERE officer = $1",
        "UPDATE desk SET valid_from = '2100-01-01' WHERE officer = $1",
    ],
)
async def test_who_no_longer_sits_there_has_no_calendar(
    town: Town, visit: Visits, site: Litestar, ended: str
) -> None:
    path = await make(await visit("rina"))
    await change(ended, town.rina.officer)
    async with anybody(site) as client:
        assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize(
    "name", ["x.ics", "x", ".ics", "a" * 43 + ".ics", "%00.ics", "%F0%9F%98%80.ics", "a" * 5000]
)
async def test_what_nobody_made_is_not_there(town: Town, site: Litestar, name: str) -> None:
    async with site.lifespan(), anybody(site) as client:
        answer = await client.get(f"/kalender/{name}")
    assert answer.status_code == 404


async def test_who_is_excluded_no_longer_reads_it_in_the_calendar(
    town: Town, visit: Visits, site: Litestar
) -> None:
    await make_case(town)
    path = await make(await visit("rina"))
    await change(
        "INSERT INTO exclusion (case_file, officer, ground, event, readers)"
        " SELECT stream, $1, 'related', id, readers FROM event WHERE organisation = $2 LIMIT 1",
        *(town.rina.officer, town.offices["kab"]),
    )
    async with anybody(site) as client:
        assert events((await client.get(path)).text) == []


async def test_the_log_does_not_hold_the_address(town: Town, visit: Visits, site: Litestar) -> None:
    path = await make(await visit("rina"))
    written = StringIO()
    logging.configure(demo=False, stream=written)
    try:
        async with anybody(cast("Any", logging.RequestLog(cast("Any", site)))) as client:
            for address in (path, path.replace(".ics", "x.ics")):
                await client.get(address)
    finally:
        structlog.reset_defaults()
    lines = written.getvalue()
    assert lines.count('"event": "request"') == 2
    assert lines.count("/kalender/{name}") == 2
    assert path.split("/")[-1][:20] not in lines


def test_what_is_special_in_a_calendar_is_read_back_as_it_was() -> None:
    due = datetime(2024, 9, 4, 23, 59, 59, tzinfo=Zone.WIT.tz)
    number = "001/LP; a,b\\c\nBEGIN:VEVENT\r\nX" + "é" * 80
    entry = Entry(
        proceeding=7, case=3, number=number, rule="pemilu.handle_base", label="Kajian", due_at=due
    )
    file = calendar_file([entry], Zone.WIT, due, base_url="https://n.test", demo=True)
    [event] = events(file.decode())
    assert str(event["summary"]).splitlines() == f"Kajian: {number}".splitlines()
    assert event["dtstart"].dt == date(2024, 9, 4)
    assert str(event["uid"]) == "7-pemilu.handle_base@n.test"
    assert "Berakhir Rabu, 4 September 2024 pukul 23.59 WIT" in str(event["description"])
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert "data rekaan" in str(Calendar.from_ical(file)["x-wr-calname"])

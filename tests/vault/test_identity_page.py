"""The page of opened identities: for whoever asked and was allowed, for a while, on record."""

import io
import re
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.app import keys
from netralitas.audit.domain import Moment
from netralitas.audit.verify import verify
from netralitas.cases.answers import Answers
from netralitas.cases.commands import open_by_hand
from netralitas.cases.moving import MoveRequest
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.law import book
from netralitas.refusals import NotAllowed
from netralitas.settings import Settings
from netralitas.vault.cipher import Purpose
from netralitas.vault.opening import READ, Opened, read_identities
from netralitas.web import logging
from tests.audit.scene import VERIFIER
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.conftest import Database
from tests.device import enrolled
from tests.intake.test_desk import desk, matter
from tests.make import ZONE, Town, make_case, move, stepped_up
from tests.pages import Browser

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]

NAME, PHONE = "Zzkenari Pelapor", "+6281299998888"
TYPED = {"reporter_name": NAME, "reporter_phone": "0812 9999 8888"}
CLOSED = "Identitas dalam perkara ini tertutup."


async def taken_in(browser: Browser) -> int:
    """A report with a reporter, taken in at the desk."""
    receipt = await browser.send(await desk(browser), matter(**TYPED))
    assert receipt.status == 200
    return int(re.findall(r"\d+", receipt.address)[0])


async def request(actor: Actor, case: int, reason: str = "Panggilan klarifikasi.") -> None:
    """Ask that the identities of the case be opened."""
    asked = MoveRequest(
        case=case,
        targets=(),
        move="request",
        happened=Moment.time(clock.now(), ZONE),
        note=reason,
        answers=Answers(),
    )
    await open_by_hand(actor, asked, "identity_access", book=book.load())


async def opened(town: Town, case: int) -> None:
    """Let Rina ask, Sari agree, and Rina open."""
    await request(town.rina, case)
    await move(town.sari, case, "approve", workflow="identity_access")
    await move(town.rina, case, "open", workflow="identity_access")


async def readings() -> list[Any]:
    """The events of reading that stand on record."""
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT e.actor, e.details, e.readers, s.kind FROM event e"
            " JOIN stream s ON s.id = e.stream WHERE e.kind = 'access' AND e.name = $1"
            " ORDER BY e.id",
            READ,
        )


async def test_whoever_asked_and_was_allowed_reads_the_identity(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    await enrolled(rina)
    case = await taken_in(rina)
    await opened(town, case)
    page = await rina.go(f"/perkara/{case}/identitas")
    assert page.status == 200
    assert page.headings[:2] == ["Identitas yang dibuka", "Pelapor"]
    assert NAME in page.text
    assert PHONE in page.text
    assert "60 menit sejak dibuka. Lamanya ditetapkan kantor ini" in " ".join(page.text.split())
    assert page.headers["cache-control"] == "no-store"
    assert NAME not in page.html.split("</title>")[0]


async def test_each_reading_stands_on_record_apart_from_the_case(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    await enrolled(rina)
    case = await taken_in(rina)
    await opened(town, case)
    for _ in range(2):
        await rina.go(f"/perkara/{case}/identitas")
    first, second = await readings()
    for found in (first, second):
        assert (found["actor"], found["kind"]) == (town.rina.officer, "access")
        assert found["details"]["case"] == case
        assert len(found["details"]["entries"]) == 1
        assert found["readers"] == [town.offices["kab"], town.offices["prov"]]


@pytest.mark.parametrize("steps", [0, 1, 2])
async def test_nothing_is_shown_before_it_was_opened(town: Town, visit: Visits, steps: int) -> None:
    rina = await visit("rina")
    case = await taken_in(rina)
    if steps > 0:
        await request(town.rina, case)
    if steps > 1:
        await move(town.sari, case, "approve", workflow="identity_access")
    page = await rina.go(f"/perkara/{case}/identitas")
    assert page.status == 403
    assert CLOSED in page.text
    assert NAME not in page.html
    assert await readings() == []


async def test_the_person_who_agreed_and_a_colleague_read_nothing(
    town: Town, visit: Visits
) -> None:
    case = await taken_in(await visit("rina"))
    await opened(town, case)
    for login, status in (
        *(("sari", 403), ("bagas", 403), ("nita", 403)),
        *(("wulan", 404), ("galih", 404), ("maya", 404), ("dewa", 404), ("lain", 404)),
        ("hadi", 404),
    ):
        page = await (await visit(login)).go(f"/perkara/{case}/identitas")
        assert page.status == status, login
        assert NAME not in page.html, login
        assert PHONE not in page.html, login
    assert await readings() == []


async def test_the_time_to_read_it_ends(town: Town, visit: Visits, settings: Settings) -> None:
    case = await taken_in(await visit("rina"))
    await opened(town, case)

    async def read() -> Opened:
        made = keys(settings, Purpose.IDENTITY)
        return await read_identities(
            stepped_up(town.rina), case, book=book.load(), keys=made, minutes=60
        )

    now = clock.now()
    with clock.at(now + timedelta(minutes=59)):
        assert (await read()).identities
    with clock.at(now + timedelta(minutes=60)), pytest.raises(NotAllowed) as refused:
        await read()
    assert "Waktu membaca identitas ini berakhir" in refused.value.reason
    assert "ajukan permintaan baru" in refused.value.reason
    assert len(await readings()) == 1


async def test_what_was_closed_again_is_closed(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    case = await taken_in(rina)
    await opened(town, case)
    await move(town.rina, case, "close", workflow="identity_access")
    page = await rina.go(f"/perkara/{case}/identitas")
    assert page.status == 403
    assert CLOSED in page.text


async def test_the_record_is_whole_with_its_readings(
    town: Town, visit: Visits, engine: Database
) -> None:
    rina = await visit("rina")
    await enrolled(rina)
    case = await taken_in(rina)
    await opened(town, case)
    await rina.go(f"/perkara/{case}/identitas")
    verdict = await verify(engine.dsn("auditor"), VERIFIER)
    assert verdict.findings == ()
    assert verdict.whole


async def test_an_opening_opens_no_other_case(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    case, other = await taken_in(rina), await taken_in(rina)
    await opened(town, case)
    assert (await rina.go(f"/perkara/{other}/identitas")).status == 403
    assert (await rina.go("/perkara/999999/identitas")).status == 404


async def test_a_case_without_identities_says_so(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    await opened(town, case)
    rina = await visit("rina")
    await enrolled(rina)
    page = await rina.go(f"/perkara/{case}/identitas")
    assert page.status == 200
    assert "Tidak ada identitas" in page.text


async def test_an_opened_identity_leaves_no_trace_anywhere_else(
    town: Town, visit: Visits, engine: Database
) -> None:
    log = io.StringIO()
    logging.configure(demo=False, stream=log)
    rina = await visit("rina")
    await enrolled(rina)
    case = await taken_in(rina)
    await opened(town, case)
    assert NAME in (await rina.go(f"/perkara/{case}/identitas")).text
    pages = [await rina.go(at) for at in (f"/perkara/{case}", "/perkara", "/beranda")]
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        tables = await root.fetch("SELECT oid::regclass AS name FROM pg_class WHERE relkind = 'r'")
        ours = [row["name"] for row in tables if not row["name"].startswith(("pg_", "information"))]
        for sign in (NAME, "Zzkenari", PHONE, "81299998888", NAME.encode().hex()):
            assert sign not in log.getvalue()
            assert [page.address for page in pages if sign in page.html] == []
            for table in ours:
                found = f"SELECT count(*) FROM {table} t WHERE strpos(t::text, $1) > 0"
                assert await root.fetchval(found, sign) == 0, table
    finally:
        await root.close()

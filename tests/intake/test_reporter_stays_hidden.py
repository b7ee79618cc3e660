"""The reporter's name is in the vault, sealed, and nowhere else at all."""

import io

import asyncpg

from netralitas.web import logging
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.intake.test_desk import desk, matter
from tests.make import Town

CANARY = "Zzkenari Pelapor"
SIGNS = (
    "Zzkenari",
    "zzkenari",
    "ZZKENARI",
    CANARY.encode().hex(),
    "Jalan Kenari 99",
    "81299998888",
)
TYPED = {
    "reporter_name": CANARY,
    "reporter_address": "Jalan Kenari 99",
    "reporter_phone": "0812 9999 8888",
}


async def rows_with(database: Database, sign: str) -> list[str]:
    """The tables in which a row, written out as text (bytes as hex), contains the sign."""
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        tables = await root.fetch(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        )
        return [
            table["table_name"]
            for table in tables
            if await root.fetchval(
                f'SELECT count(*) FROM "{table["table_name"]}" t WHERE strpos(t::text, $1) > 0',
                sign,
            )
        ]
    finally:
        await root.close()


async def test_the_reporter_is_in_no_table_page_or_log_line(
    town: Town, visit: Visits, engine: Database
) -> None:
    log = io.StringIO()
    logging.configure(demo=False, stream=log)
    browser = await visit("rina")
    receipt = await browser.send(await desk(browser), matter(**TYPED))
    assert receipt.status == 200
    pages = [receipt, *[await browser.go(at) for at in ("/perkara", "/beranda", "/tenggat")]]
    for sign in SIGNS:
        assert await rows_with(engine, sign) == [], sign
        assert sign not in log.getvalue()
        for page in pages:
            assert sign not in page.html
            assert sign not in str(page.headers) + page.address
    assert await rows_with(engine, "Wira Kusuma") == ["respondent"]  # the search does find names


async def test_the_vault_holds_one_sealed_entry(
    town: Town, visit: Visits, engine: Database
) -> None:
    browser = await visit("rina")
    await browser.send(await desk(browser), matter(**TYPED))
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        [entry] = await root.fetch("SELECT subject, ciphertext FROM vault_entry")
    finally:
        await root.close()
    assert entry["subject"] == "reporter"
    assert CANARY.encode() not in entry["ciphertext"]


async def test_what_was_typed_wrongly_comes_back_to_the_person_and_is_kept_nowhere(
    town: Town, visit: Visits, engine: Database
) -> None:
    browser = await visit("rina")
    page = await browser.send(await desk(browser), matter(**TYPED, subject=""))
    assert page.status == 422
    assert page.form("/perkara/baru").values["reporter_name"] == [CANARY]
    assert await rows_with(engine, "Zzkenari") == []

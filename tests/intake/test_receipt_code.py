"""The code on the receipt: given once, shown to who sees the receipt, kept nowhere in clear."""

import io
import re

import asyncpg
import pytest

from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.intake.codes import is_well_formed, normalise
from netralitas.vault.cipher import Sealed, TamperedError
from netralitas.web import logging
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.intake.test_desk import take_in
from tests.intake.test_reporter_stays_hidden import rows_with
from tests.make import RECEIPTS, Town, make_case
from tests.pages import Page

CODE = re.compile(r"\b(?:[0-9A-Z]{4}-(?:<wbr>)?){4}[0-9A-Z]{4}\b")


def code_on(page: Page) -> str:
    """The code that the receipt prints."""
    found = CODE.search(page.html)
    assert found, page.text
    return found[0].replace("<wbr>", "")


@pytest.mark.parametrize("kind", ["laporan", "informasi"])
async def test_whoever_brings_a_matter_gets_a_code_and_is_told_where_to_use_it(
    town: Town, visit: Visits, kind: str
) -> None:
    page = await take_in(await visit("rina"), kind)
    assert is_well_formed(code_on(page))
    assert "halaman Cek status (/cek-status)" in page.text
    assert "Siapa pun yang memegang kode ini dapat melihat statusnya" in page.text


async def test_a_finding_has_nobody_to_give_a_code_to(town: Town, visit: Visits) -> None:
    page = await take_in(await visit("rina"), "temuan")
    assert not CODE.search(page.html)
    assert "kode status" not in page.text


async def test_the_receipt_prints_the_same_code_again_and_another_case_has_another(
    town: Town, visit: Visits
) -> None:
    browser = await visit("rina")
    first, second = await take_in(browser), await take_in(browser)
    assert code_on(await browser.go(first.address)) == code_on(first)
    assert code_on(second) != code_on(first)


async def test_the_code_finds_its_case_by_its_digest_alone(town: Town, visit: Visits) -> None:
    page = await take_in(await visit("rina"))
    found = "SELECT case_file FROM receipt_code WHERE digest = $1"
    async with reading(EVERYTHING) as c:
        case = await c.fetchval(found, RECEIPTS.digest(code_on(page).lower()))
    assert page.address == f"/perkara/{case}/tanda-terima"


async def test_the_code_is_in_no_table_address_header_or_log_line(
    town: Town, visit: Visits, engine: Database
) -> None:
    log = io.StringIO()
    logging.configure(demo=False, stream=log)
    browser = await visit("rina")
    receipt = await take_in(browser)
    code = code_on(receipt)
    pages = [await browser.go(at) for at in ("/perkara", "/beranda", receipt.address[:-13])]
    for sign in (code, normalise(code), code.encode().hex(), normalise(code).encode().hex()):
        assert await rows_with(engine, sign) == []
        assert sign not in log.getvalue()
        assert sign not in receipt.address + str(receipt.headers)
        assert [page.address for page in pages if sign in page.html] == []


async def test_a_code_that_was_moved_to_another_case_does_not_open(town: Town) -> None:
    first, second = await make_case(town), await make_case(town)
    async with reading(town.rina) as c:
        row = await c.fetchrow("SELECT * FROM receipt_code WHERE case_file = $1", first.id)
    sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
    assert RECEIPTS.digest(RECEIPTS.open(sealed, first.id)) == row["digest"]
    with pytest.raises(TamperedError):
        RECEIPTS.open(sealed, second.id)


async def test_nobody_beyond_the_owner_and_its_superior_reads_the_row(town: Town) -> None:
    case = (await make_case(town)).id
    seen = {}
    for login in ("rina", "galih", "maya", "dewa", "lain"):
        async with reading(town.actors[login]) as c:
            seen[login] = await c.fetchval(
                "SELECT count(*) FROM receipt_code WHERE case_file = $1", case
            )
    assert seen == {"rina": 1, "galih": 1, "maya": 0, "dewa": 0, "lain": 0}


async def test_the_application_cannot_change_or_remove_a_code(town: Town) -> None:
    await make_case(town)
    for statement in ("UPDATE receipt_code SET digest = ''", "DELETE FROM receipt_code"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with writing(EVERYTHING) as c:
                await c.execute(statement)


async def test_an_old_case_without_a_code_says_so(
    town: Town, visit: Visits, engine: Database
) -> None:
    browser = await visit("rina")
    address = (await take_in(browser)).address
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await root.execute("DELETE FROM receipt_code")
    finally:
        await root.close()
    page = await browser.go(address)
    assert page.status == 200
    assert not CODE.search(page.html)
    assert "tidak memiliki kode status: perkaranya dicatat sebelum kode dipakai" in page.text

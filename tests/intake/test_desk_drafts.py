"""Drafts of the desk: saved at every step, sealed, the officer's own, gone when they are a case."""

from typing import Any

import pytest

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.intake.drafts import LARGEST
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.intake.test_desk import desk, matter
from tests.intake.test_desk_whole import JPEG, SAVING, press, send_files
from tests.intake.test_reporter_stays_hidden import rows_with
from tests.make import Town
from tests.pages import Browser, Page

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial", "Sec-Fetch-Site": "same-origin"}


async def saved(browser: Browser, **typed: str) -> Page:
    """A form that was begun, and saved by its button."""
    form = await desk(browser)
    known = {name: text for name, text in matter(**typed).items() if name in form.names}
    return await press(browser, form, known)


async def counted(table: str) -> int:
    async with reading(EVERYTHING) as c:
        number: int = await c.fetchval(f"SELECT count(*) FROM {table}")
        return number


async def test_a_draft_is_listed_and_gone_on_with(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    await saved(browser, subject="Spanduk di kelurahan")
    listed = await browser.go("/perkara/baru")
    assert "Draf Anda" in listed.headings
    page = await browser.go(listed.link("Spanduk di kelurahan"))
    form = page.form("/perkara/baru")
    for name, text in matter(subject="Spanduk di kelurahan").items():
        assert form.values[name] == [text], name
    receipt = await browser.send(form)
    assert receipt.address.endswith("/tanda-terima")
    assert "Draf Anda" not in (await browser.go("/perkara/baru")).headings
    assert (await browser.go(page.address)).status == 404


async def test_a_draft_may_be_unfinished(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    page = await press(browser, await desk(browser), {"subject": "", "known_on-day": "31"})
    assert page.status == 200
    assert "Ada yang perlu diperbaiki" not in page.text
    assert page.form("/perkara/baru").values["known_on-day"] == ["31"]
    assert "Tanpa perihal" in (await browser.go("/perkara/baru")).text


@pytest.mark.parametrize("kind", ["temuan", "informasi"])
async def test_a_draft_keeps_its_kind(town: Town, visit: Visits, kind: str) -> None:
    browser = await visit("rina")
    action = f"/perkara/baru/draf?jenis={kind}"
    page = await press(browser, await desk(browser, kind), {"subject": "Sesuatu"}, action)
    assert page.form(f"jenis={kind}").values["subject"] == ["Sesuatu"]


async def test_a_draft_is_saved_while_it_is_typed(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    for subject in ("Spanduk", "Spanduk besar"):
        answer = await browser.client.post(
            SAVING, data={**form.values, **matter(subject=subject)}, headers=HTMX
        )
        assert answer.status_code == 200
        assert "Draf tersimpan pukul" in answer.text
        assert "<form" not in answer.text
    assert await counted("desk_draft") == 1
    assert "Spanduk besar" in (await browser.go("/perkara/baru")).text


async def test_nothing_of_a_draft_can_be_read_in_the_database(
    town: Town, visit: Visits, engine: Database
) -> None:
    typed = {"reporter_name": "Zzdraf Pelapor", "subject": "Zzperihal", "name": "Zzterlapor"}
    await saved(await visit("rina"), **typed)
    for sign in typed.values():
        assert await rows_with(engine, sign) == []
        assert await rows_with(engine, sign.encode().hex()) == []


async def test_a_draft_is_the_officers_own(town: Town, visit: Visits) -> None:
    address = (await saved(await visit("rina"), subject="Milik Rina")).address
    for login in ("wulan", "lain"):
        browser = await visit(login)
        assert "Milik Rina" not in (await browser.go("/perkara/baru")).text
        assert (await browser.go(address)).status == 404
        gone = await browser.client.post(
            f"{address}/hapus", headers={"Sec-Fetch-Site": "same-origin"}
        )
        assert gone.status_code == 404
    assert (await (await visit("rina")).go(address)).status == 200


async def test_another_officer_cannot_write_into_a_draft(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    page = await saved(rina)
    form = page.form("/perkara/baru")
    stolen = await press(await visit("wulan"), form, {"subject": "Ditimpa"})
    assert stolen.status == 404
    again = (await rina.go(page.address)).form("/perkara/baru")
    assert again.values["subject"] == [matter()["subject"]]


async def test_a_draft_is_deleted_with_its_files(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    form.action = SAVING
    page = await send_files(browser, form, matter(), ("foto.jpg", JPEG))
    assert "foto.jpg" in page.text
    listed = await browser.go("/perkara/baru")
    await browser.send(listed.form("/hapus"))
    assert (await counted("desk_draft"), await counted("upload")) == (0, 0)
    assert (await browser.go(page.address)).status == 404


async def test_a_file_of_a_draft_is_taken_away_again(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    form.action = SAVING
    files = (("satu.jpg", JPEG), ("dua.jpg", JPEG + b"2"))
    page = await send_files(browser, form, matter(), *files)
    form = page.form("/perkara/baru")
    first = next(name for name in form.names if name.startswith("bukti-")).rpartition("-")[0]
    page = await press(browser, form, {"hapus": first})
    assert "satu.jpg" not in page.text
    assert "dua.jpg" in page.text


@pytest.mark.parametrize("token", ["x", "%00", "0" * 31, "0" * 32, "z" * 32, "0" * 5000])
async def test_an_address_nobody_made_is_not_there(town: Town, visit: Visits, token: str) -> None:
    assert (await (await visit("rina")).go(f"/perkara/baru/draf/{token}")).status == 404


async def test_a_draft_that_is_too_long_says_so(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    page = await press(browser, await desk(browser), {"description": "a" * (LARGEST + 1)})
    assert page.status == 409
    assert "Isian terlalu panjang untuk disimpan sebagai draf." in page.text


HOSTILE: list[dict[str, Any]] = [
    {"tambah": "apa saja"},
    {"hapus": "../../x"},
    {"hapus": "bukti-999999999999999999999"},
    {"token": "bukan token"},
    {"token": "\x00"},
    {"terlapor-2-name": "\x00", "terlapor-99999-name": "x", "terlapor--1-name": "y"},
]


@pytest.mark.parametrize("typed", HOSTILE, ids=str)
async def test_nothing_typed_breaks_a_draft(
    town: Town, visit: Visits, typed: dict[str, Any]
) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    form.names = [*form.names, *typed]
    assert (await press(browser, form, typed)).status == 200


async def test_a_page_takes_no_more_than_fifty_of_a_group(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    many = {f"saksi-{number}-witness_name": f"Saksi {number}" for number in range(1, 500)}
    form.names = [*form.names, *many]
    page = await press(browser, form, many)
    found = [name for name in page.form("/perkara/baru").names if name.endswith("witness_name")]
    assert len(found) == 50

"""The pack of a meeting: asked for by a button, made by the worker, downloaded, signed."""

import hashlib
import json
from io import BytesIO
from pathlib import Path

import anyio.to_thread
import asyncpg
import pytest
from python_calamine import CalamineWorkbook

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.commands import freeze, keep_minutes
from netralitas.evaluation.packs.commands import ask_pack
from netralitas.evaluation.packs.domain import Part
from netralitas.evidence.domain import StorageFull
from netralitas.evidence.storage import Storage
from netralitas.refusals import RuleBroken
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.work import make_worker
from tests.cases.test_interests import all_done
from tests.conftest import Database
from tests.documents.papers import opened, text_of
from tests.evaluation.conftest import Visits, bring_log_up_to_date, held
from tests.evaluation.test_meetings import act, typed_day
from tests.make import Town, make_case
from tests.pages import Browser, Page
from tests.prevention.world import make_partners
from tests.programs import Ran, run

MINUTES = "Disepakati dua hal."
PDF = "Bahan rapat (PDF/A) untuk dicetak dan ditandatangani"
WORKBOOK = "Lampiran (XLSX), satu lembar untuk setiap tabel"
DRAFT = "Draf bahan rapat (PDF/A)"
MANIFEST = "Daftar berkas dengan sidiknya"


@pytest.fixture
async def meeting(town: Town, engine: Database) -> int:
    """A meeting that was held today, with a case and units to speak about."""
    await make_partners(town)
    await make_case(town)
    await bring_log_up_to_date(engine)
    return await held(town)


async def made(
    town: Town, visit: Visits, engine: Database, settings: Settings, number: int
) -> Page:
    """The page of the packs after the button was pressed and the worker was done."""
    browser = await visit("sekar")
    page = await browser.go(f"/evaluasi/rapat/{number}")
    page = await browser.send(page.form("/paket"))
    assert "Menunggu giliran" in page.text
    await all_done(engine, make_worker(settings))
    return await browser.go(page.address)


async def test_one_button_makes_the_files_that_both_parties_sign(
    town: Town,
    visit: Visits,
    engine: Database,
    settings: Settings,
    meeting: int,
    tmp_path: Path,
) -> None:
    await freeze(town.sekar, meeting)
    await keep_minutes(town.sekar, meeting, MINUTES)
    page = await made(town, visit, engine, settings, meeting)
    for login in ("sekar", "mira"):  # what is frozen is read by both parties
        await whole(await visit(login), page)
    browser = await visit("sekar")
    manifest = (await browser.client.get(page.link(MANIFEST))).content
    ran = await by_command(engine, meeting, tmp_path / "pack")
    assert (ran.code, (tmp_path / "pack/manifest.json").read_bytes()) == (0, manifest)
    paper = (await browser.client.get(page.link(PDF))).content
    assert MINUTES in text_of(paper)
    assert "DRAF" not in text_of(paper)
    sheets = CalamineWorkbook.from_filelike(
        BytesIO((await browser.client.get(page.link(WORKBOOK))).content)
    )
    assert {"Saldo", "Alur", "Umur", "Penerima", "Sosialisasi", "Kegiatan", "Definisi"} <= set(
        sheets.sheet_names
    )
    assert (await (await visit("asing")).client.get(page.link(PDF))).status_code == 404

    for login, name in (("sekar", "Hendra Wijaya"), ("mira", "Mira Lestari")):
        browser = await visit(login)
        form = (await browser.go((await browser.go(page.address)).link("Catat tanda tangan"))).form(
            "/tanda-tangan"
        )
        signed = await browser.send(form, {"name": name, "capacity": "Ketua"})
        assert name in signed.text
        assert (await browser.send(form, {"name": name, "capacity": "Ketua"})).status == 409
    await bound(town, visit, meeting)
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT name, details::text FROM event WHERE stream = $1", meeting)
    names = [row["name"] for row in rows]
    assert names.count("meeting.signed") == 2
    assert {"meeting.minutes_kept", "meeting.pack_asked", "meeting.pack_made"} <= set(names)
    assert not [row for row in rows if "Hendra" in row["details"] or MINUTES in row["details"]]


async def by_command(database: Database, meeting: int, folder: Path) -> Ran:
    """Make the pack in a process of its own, which knows nothing but the database."""
    given = {
        "NETRALITAS_DEMO": "yes",
        "NETRALITAS_APP_DSN": database.dsn("app"),
        "NETRALITAS_SECRET_VAULT": DEMO_SECRET,
    }
    arguments = ("evaluation", "pack", meeting, "--out", folder)
    return await anyio.to_thread.run_sync(lambda: run(*arguments, environment=given))


async def whole(browser: Browser, page: Page) -> None:
    """Every file that the manifest names is there with its digest, to be kept."""
    folder = page.link(MANIFEST).rsplit("/", 1)[0]
    said = json.loads((await browser.client.get(page.link(MANIFEST))).content)
    assert not said["draft"]
    assert len(said["files"]) > 10
    for file in said["files"]:
        answer = await browser.client.get(f"{folder}/{file['name']}")
        assert hashlib.sha256(answer.content).hexdigest() == file["sha256"]
        assert "attachment" in answer.headers["content-disposition"]


async def bound(town: Town, visit: Visits, meeting: int) -> None:
    """What both parties signed is neither made anew nor written differently."""
    with pytest.raises(RuleBroken, match="sudah ditandatangani"):
        await ask_pack(town.mira, meeting)
    with pytest.raises(RuleBroken, match="notulen"):
        await keep_minutes(town.sekar, meeting, "Lain.")
    browser = await visit("sekar")
    page = await browser.go(f"/evaluasi/rapat/{meeting}")
    assert "Sudah ditandatangani." in page.text
    for name in ("notulen", "kehadiran", "keputusan"):
        assert "Tulis notulen" not in page.links
        assert f"{meeting}/{name}" not in " ".join(page.links.values())


async def test_before_the_figures_are_frozen_it_is_a_draft_of_one_party(
    town: Town, visit: Visits, engine: Database, settings: Settings, meeting: int
) -> None:
    page = await made(town, visit, engine, settings, meeting)
    assert "Draf dari Bawaslu Kabupaten Contoh, ke-1" in page.text
    browser = await visit("sekar")
    said = json.loads((await browser.client.get(page.link(MANIFEST))).content)
    assert said["draft"]
    paper = (await browser.client.get(page.link(DRAFT))).content
    assert text_of(paper).count("DRAF") == 2 * len(opened(paper).pages), (
        "mark and foot of each page"
    )
    sign = page.link(DRAFT).rsplit("/", 1)[0] + "/tanda-tangan"
    assert (await browser.go(sign)).status == 409
    other = await visit("mira")
    assert (await other.client.get(page.link(DRAFT))).status_code == 404
    assert "belum pernah dibuat" in (await other.go(page.address)).text


async def test_what_cannot_be_made_is_said_and_can_be_asked_for_again(
    town: Town,
    visit: Visits,
    engine: Database,
    settings: Settings,
    meeting: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def full(*_: object) -> Part:
        raise StorageFull

    with monkeypatch.context() as patched:
        patched.setattr(Storage, "keep", full)
        page = await made(town, visit, engine, settings, meeting)
    assert "Bahan rapat belum dapat dibuat. Coba lagi" in page.text
    again = await (await visit("sekar")).send(page.form("/paket"))
    assert "Menunggu giliran" in again.text
    make = f"/evaluasi/rapat/{meeting}/paket"
    assert make not in [form.action for form in again.forms]
    await an_hour_passes(engine)  # and no worker came
    again = await (await visit("sekar")).go(page.address)
    assert make in [form.action for form in again.forms]
    assert again.text.count("Bahan rapat belum dapat dibuat") == 2
    assert await ask_pack(town.sekar, meeting)


async def an_hour_passes(database: Database) -> None:
    """Let what was asked for be asked for an hour earlier."""
    connection = await asyncpg.connect(database.dsn("postgres"))
    await connection.execute("UPDATE pack SET asked_at = asked_at - interval '1 hour' WHERE id > 0")
    await connection.close()


async def test_who_signed_and_when_has_to_make_sense(
    town: Town, visit: Visits, engine: Database, settings: Settings, meeting: int
) -> None:
    await freeze(town.sekar, meeting)
    page = await made(town, visit, engine, settings, meeting)
    browser = await visit("sekar")
    form = (await browser.go(page.link("Catat tanda tangan"))).form("/tanda-tangan")
    wrong = await browser.send(form, typed_day("signed_on", 1))
    assert wrong.status == 422
    for sentence in ("Isi nama penanda tangan.", "Isi jabatan penanda tangan."):
        assert sentence in wrong.text
    early = {"name": "A", "capacity": "B", **typed_day("signed_on", 1)}
    assert "tidak boleh sebelum rapat itu sendiri" in (await browser.send(form, early)).text
    # What is written after it was made is said beside it.
    await act(browser, f"/evaluasi/rapat/{meeting}", "notulen", text=MINUTES)
    assert "berubah sesudah berkas ini dibuat" in (await browser.go(page.address)).text

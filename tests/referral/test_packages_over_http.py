"""A package on the pages: read by both sides, sealed for a receiver outside, confirmed by code."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import Any

import asyncpg
import httpx
import pytest

from netralitas.access.domain import Role
from netralitas.accounts import store as accounts
from netralitas.accounts.domain import Seat
from netralitas.cases.answers import Answers
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.evidence.folder import Folder
from netralitas.evidence.storage import Storage
from netralitas.intake import codes
from netralitas.public_app import create_public_app
from netralitas.settings import Settings
from netralitas.work import make_worker
from tests.cases.conftest import BASE, Visits
from tests.cases.test_forwarding_over_http import letter
from tests.conftest import Database
from tests.documents.papers import together
from tests.make import Town, days_ago, move, person
from tests.pages import PDF, Browser, Page
from tests.referral.opened_zip import opened
from tests.referral.packaging import (
    add_outside,
    decided_case,
    forwarded_outside,
    forwarding,
    manifest_of,
    packages,
)

_TOLD = "SELECT count(*) FROM event WHERE stream = $1 AND name = $2"
_FILE = """
SELECT details ->> 'file' FROM event WHERE stream = $1 AND name = 'case.package_sealed'
"""
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
SECRET = re.compile(r"(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}")


@dataclass(slots=True, kw_only=True)
class Outside:
    """Somebody outside with a browser, and the worker between the two sites."""

    client: httpx.AsyncClient
    database: Database
    settings: Settings

    async def work(self) -> None:
        """Let the worker see to confirmations, and do every job there is."""
        worker = make_worker(self.settings)
        await ENGINE.close()
        await ENGINE.open(self.database.dsn("worker"))
        try:
            while await worker.do_job():
                pass
            async with writing(EVERYTHING) as c:
                await worker.periodic["acknowledge"].run(c)
            while await worker.do_job():
                pass
        finally:
            await ENGINE.close()
            await ENGINE.open(self.database.dsn("app"))

    async def waiting(self) -> list[bytes]:
        """What lies in the inbox, sealed, as its owner reads it."""
        root = await asyncpg.connect(self.database.dsn("postgres"))
        try:
            rows = await root.fetch("SELECT for_office FROM inbox.acknowledgement")
        finally:
            await root.close()
        return [row["for_office"] for row in rows]

    async def look(self, code: str) -> httpx.Response:
        """Type the code."""
        return await self.client.post("/terima-berkas", data={"code": code})

    async def confirm(self, code: str, ago: int = 0, **changes: str) -> httpx.Response:
        """Say who received it, so many days ago."""
        on = days_ago(ago)
        day = {"on-day": str(on.day), "on-month": str(on.month), "on-year": str(on.year)}
        typed = {"code": code, "name": "Penerima Contoh", "post": "Kepala Subbagian", **day}
        return await self.client.post("/terima-berkas/konfirmasi", data={**typed, **changes})


@pytest.fixture
async def outside(town: Town, engine: Database, settings: Settings) -> AsyncIterator[Outside]:
    """The public site over the same database, and somebody at it."""
    public = create_public_app(replace(settings, public_dsn=engine.dsn("public")))
    transport = httpx.ASGITransport(app=public, raise_app_exceptions=False)  # type: ignore[arg-type]  # httpx and Litestar type the protocol differently
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(public.lifespan())
        client = await stack.enter_async_context(
            httpx.AsyncClient(transport=transport, base_url=BASE, headers=FROM_HERE)
        )
        yield Outside(client=client, database=engine, settings=settings)


async def made(browser: Browser, case: int, package: int, what: str) -> tuple[Page, str]:
    """Press the button of the package's page that makes something; the page with its secret."""
    page = await browser.go(f"/perkara/{case}/berkas/{package}")
    done = await browser.send(page.form(f"/{what}"))
    assert done.status == 200, done.text
    found = SECRET.search(done.text.replace(" ", ""))
    assert found, done.text
    return done, found[0]


async def state_of(case: int) -> list[str]:
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT state FROM proceeding WHERE case_file = $1 AND workflow = 'referral'"
            " ORDER BY id",
            case,
        )
    return [row["state"] for row in rows]


async def one(statement: str, *values: object) -> Any:  # noqa: ANN401 - whatever was asked
    async with reading(EVERYTHING) as c:
        return await c.fetchval(statement, *values)


async def test_both_sides_read_the_package_and_the_receiver_answers_from_it(
    town: Town, visit: Visits, settings: Settings
) -> None:
    storage = Storage(settings.data / "files")
    case = await decided_case(town, person(1), person(2), storage=storage)
    answers = await forwarding(town, case, "bkn", storage=storage)
    await move(town.rina, case, "forward", answers=answers)
    [row] = await packages(case)
    rina, maya = await visit("rina"), await visit("maya")
    listed = await rina.go(f"/perkara/{case}")
    assert f"Paket berkas dengan sidik {row['digest'].hex()[:12]}" in listed.text
    page = await rina.go(listed.link("BKN"))
    assert page.headings[0] == "Paket berkas untuk BKN"
    for said in (
        "Terlapor Contoh 2",
        "Identitas pelapor: tidak pernah disertakan.",
        "Berita acara: 1.",
        row["digest"].hex(),
        "cocok dengan daftar isi dan catatan peristiwa",
        "Penerimaan Belum terbukti",
    ):
        assert said in page.text, said
    assert "Penerima di luar sistem" not in page.text
    asked = await maya.go(f"/perkara/{case}/berkas/{row['id']}")
    assert "Kajian awal" in asked.text
    assert "Jawaban atas paket ini" in asked.text
    assert "Catat jawaban penerima menurut suratnya" in page.text
    done = await maya.send((await maya.go(asked.link("Catat penerimaan penerusan"))).form())
    assert done.status == 200, done.text
    assert await state_of(case) == ["received", "received"]
    read = await maya.go(f"/perkara/{case}/berkas/{row['id']}?periksa=ya")
    assert read.text.count("Cocok") == len(manifest_of(row).papers) == 3
    assert "Penerusan diterima instansi berwenang." in read.text
    Folder(storage.root).path(manifest_of(row).papers[0].sha256).unlink()
    assert "Berkas tidak ada" in (await maya.go(f"{asked.address}?periksa=ya")).text
    refused = await rina.client.post(f"/perkara/{case}/berkas/{row['id']}/segel", headers=FROM_HERE)
    assert refused.status_code == 409
    assert "mempunyai meja di sini" in refused.text


async def test_the_sender_chooses_on_the_form_which_evidence_travels(
    town: Town, visit: Visits
) -> None:
    case = await decided_case(town)
    rina = await visit("rina")
    form = (await rina.go((await rina.go(f"/perkara/{case}")).link("Teruskan ke"))).form()
    assert "evidence" not in form.names
    attaching = (await rina.go(f"/perkara/{case}/dokumen")).form("/dokumen")
    for title in ("Foto kegiatan", "Rekaman suara"):
        done = await rina.send(attaching, kind="evidence", title=title, file=PDF + title.encode())
        assert done.status == 200, done.text
    form = (await rina.go((await rina.go(f"/perkara/{case}")).link("Teruskan ke"))).form()
    values = {
        **letter("out", "012/PM.00.02/K/2026"),
        "respondents": [value for value, _ in form.options["respondents"]],
        "addressee": form.pick("addressee", "BKN"),
        "evidence_list": PDF,
        "evidence": [form.pick("evidence", "Foto kegiatan")],
    }
    done = await rina.send(form, values)
    assert done.address == f"/perkara/{case}", done.text
    [row] = await packages(case)
    manifest = manifest_of(row)
    assert "Foto kegiatan" in [paper.title for paper in manifest.papers]
    assert [each.amount for each in manifest.held_back if each.what == "evidence"] == [1]
    maya = await visit("maya")
    assert (await maya.go(f"/perkara/{case}/berkas/{row['id']}")).text.count("Foto kegiatan") == 1


async def test_who_follows_no_hand_over_and_who_reads_another_case_finds_no_package(
    town: Town, visit: Visits
) -> None:
    case, package = await forwarded_outside(town)
    other = await decided_case(town)
    for login in ("lain", "wulan", "dewa", "hadi"):
        browser = await visit(login)
        assert (await browser.go(f"/perkara/{case}/berkas/{package}")).status == 404, login
    rina = await visit("rina")
    assert (await rina.go(f"/perkara/{other}/berkas/{package}")).status == 404
    assert (await rina.go(f"/perkara/{case}/berkas/{2**63}")).status == 404
    nita = await visit("nita")
    page = await nita.go(f"/perkara/{case}/berkas/{package}")
    assert "Penerima di luar sistem" in page.text
    for what in ("segel", "segel.zip", "tanda-terima", "tanda-terima.pdf"):
        sent = await nita.client.post(f"{page.address}/{what}", headers=FROM_HERE)
        assert sent.status_code == 403, what


async def test_a_sealed_file_is_fetched_with_the_password_that_was_shown_and_with_no_other(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case, package = await forwarded_outside(town, storage=Storage(settings.data / "files"))
    rina = await visit("rina")
    shown, password = await made(rina, case, package, "segel")
    fetching = shown.form("/segel.zip")
    fetched = await rina.client.post(fetching.action, data=fetching.values, headers=FROM_HERE)
    assert fetched.status_code == 200
    assert fetched.headers["content-type"] == "application/zip"
    [row] = await packages(case)
    members = opened(fetched.content, password)
    assert members["manifest.json"] == row["manifest"]
    assert [len(members), row["sealed_digest"].hex() in shown.text] == [5, True]
    assert await one(_FILE, case) == row["sealed_digest"].hex()
    wrong = await rina.client.post(
        fetching.action, data={"secret": codes.make(b"w" * 12)}, headers=FROM_HERE
    )
    assert wrong.status_code == 409
    _, second = await made(rina, case, package, "segel")
    assert second != password
    late = await rina.client.post(fetching.action, data=fetching.values, headers=FROM_HERE)
    assert late.status_code == 409
    assert "Buat berkas tersegel baru" in late.text


async def test_a_receiver_outside_confirms_by_code_and_the_referral_is_received(
    town: Town, visit: Visits, outside: Outside
) -> None:
    case, package = await forwarded_outside(town, person(1), person(2))
    rina = await visit("rina")
    _, code = await made(rina, case, package, "tanda-terima")
    assert (await outside.look(code)).status_code == 404
    await outside.work()
    done = await outside.confirm(code)
    assert done.status_code == 200
    assert "Penerimaan dikonfirmasi" in done.text
    [sealed] = await outside.waiting()
    assert b"Penerima" not in sealed
    assert "Penerimaan sudah dikonfirmasi" in (await outside.confirm(code)).text
    assert await state_of(case) == ["forwarded", "forwarded"]
    await outside.work()
    assert await state_of(case) == ["received", "received"]
    assert await outside.waiting() == []
    page = await rina.go(f"/perkara/{case}/berkas/{package}")
    assert "Konfirmasi penerima dengan kode" in page.text
    assert "Dikonfirmasi dengan kode oleh Penerima Contoh, Kepala Subbagian." in page.text
    assert "Buat lembar tanda terima" not in page.text
    again = await outside.confirm(code, name="Orang Lain")
    assert "Penerimaan sudah dikonfirmasi" in again.text
    await outside.work()
    assert await one(_TOLD, case, "case.package_confirmed") == 1
    refused = await rina.client.post(f"{page.address}/tanda-terima", headers=FROM_HERE)
    assert refused.status_code == 409


async def test_the_page_of_a_code_shows_what_was_sent_and_asks_for_what_is_missing(
    town: Town, visit: Visits, outside: Outside
) -> None:
    case, package = await forwarded_outside(town)
    shown, code = await made(await visit("rina"), case, package, "tanda-terima")
    fetching = shown.form("/tanda-terima.pdf")
    sheet = await (await visit("rina")).client.post(
        fetching.action, data=fetching.values, headers=FROM_HERE
    )
    assert sheet.headers["content-type"] == "application/pdf"
    assert code in together(sheet.content).replace(" ", "")
    await outside.work()
    seen = await outside.look(code.lower().replace("-", " "))
    assert seen.status_code == 200
    [row] = await packages(case)
    printed = await one("SELECT printed FROM letter WHERE id = $1", row["letter"])
    for said in ("Bawaslu Kabupaten Contoh", "Inspektorat Provinsi Contoh", printed):
        assert said in seen.text, said
    assert row["digest"].hex() in seen.text
    assert "Terlapor Contoh" not in seen.text
    assert seen.headers["cache-control"] == "no-store"
    assert "set-cookie" not in seen.headers
    assert len(seen.content) < 60 * 1024
    early = await outside.confirm(code, ago=5)
    assert early.status_code == 422
    assert "tidak dapat diterima sebelum suratnya dikirim" in early.text
    assert 'value="Penerima Contoh"' in early.text
    assert (await outside.confirm(code, name="")).status_code == 422
    assert await outside.waiting() == []


async def test_a_new_sheet_makes_the_old_code_worthless(
    town: Town, visit: Visits, outside: Outside
) -> None:
    case, package = await forwarded_outside(town)
    rina = await visit("rina")
    old_page, old = await made(rina, case, package, "tanda-terima")
    await outside.work()
    assert (await outside.look(old)).status_code == 200
    _, new = await made(rina, case, package, "tanda-terima")
    await outside.work()
    assert (await outside.look(old)).status_code == 404
    assert (await outside.confirm(old)).status_code == 404
    assert (await outside.look(new)).status_code == 200
    fetching = old_page.form("/tanda-terima.pdf")
    late = await rina.client.post(fetching.action, data=fetching.values, headers=FROM_HERE)
    assert late.status_code == 409
    kept = await one("SELECT code_digest FROM package WHERE id = $1", package)
    assert kept == codes.package_digest(new, outside.settings.secret("receipt"))


async def test_codes_that_are_mistyped_or_tried_too_often_are_answered_without_the_database(
    outside: Outside,
) -> None:
    assert (await outside.client.get("/terima-berkas")).status_code == 200
    assert (await outside.look("K7QX")).status_code == 422
    assert (await outside.confirm("K7QX")).status_code == 422
    tries = [(await outside.look(codes.make(bytes([n]) * 12))).status_code for n in range(12)]
    assert tries == [404] * 10 + [429] * 2


async def test_a_receipt_that_was_proved_before_is_confirmed_all_the_same(
    town: Town, visit: Visits, outside: Outside
) -> None:
    case, package = await forwarded_outside(town)
    _, code = await made(await visit("rina"), case, package, "tanda-terima")
    await outside.work()
    await outside.confirm(code)
    async with writing(EVERYTHING) as c:
        await c.execute(
            "UPDATE letter SET received_on = $2, proof = 'signed_book' WHERE case_file = $1",
            *(case, days_ago(0)),
        )
    await outside.work()
    [row] = await packages(case)
    assert row["confirmed_at"] is not None
    assert await one("SELECT proof FROM letter WHERE id = $1", row["letter"]) == "signed_book"
    assert await outside.waiting() == []


async def test_without_a_letter_that_went_out_there_is_no_sheet(town: Town, visit: Visits) -> None:
    case = await decided_case(town)
    await move(town.rina, case, "forward", answers=await forwarding(town, case, "bkn"))
    rerouted = Answers(successor=await add_outside(town))
    await move(
        town.rina, case, "reroute", workflow="referral", note="Penggantinya.", answers=rerouted
    )
    package = (await packages(case))[1]["id"]
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}/berkas/{package}")
    assert "tidak mempunyai surat keluar" in page.text
    refused = await rina.client.post(f"{page.address}/tanda-terima", headers=FROM_HERE)
    assert refused.status_code == 409
    assert "Catat surat pengantarnya" in refused.text


async def test_an_office_that_gets_a_desk_reads_the_package_itself(
    town: Town, visit: Visits
) -> None:
    case, package = await forwarded_outside(town)
    async with writing(EVERYTHING) as c:
        officer = await accounts.add_officer(c, login="baru", name="Petugas Baru", password=None)
        assert officer is not None
        seat = Seat(organisation=town.offices["luar"], title="Petugas", roles=(Role.LIAISON,))
        await accounts.add_desk(c, officer, seat, days_ago(1))
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}/berkas/{package}")
    assert "Penerima di luar sistem" not in page.text

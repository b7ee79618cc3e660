"""The whole form of a report at the desk: people, requirements, evidence, and where each goes."""

import asyncio
from typing import Any

from netralitas.database.transactions import EVERYTHING, reading
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.intake.test_desk import desk, matter, take_in
from tests.intake.test_reporter_stays_hidden import rows_with
from tests.make import Town
from tests.pages import PDF, Browser, FoundForm, Page, read

SAVING = "/perkara/baru/draf?jenis=laporan"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 64


def case_of(page: Page) -> int:
    """The case whose receipt is shown."""
    assert page.address.endswith("/tanda-terima"), page.text
    return int(page.address.split("/")[2])


async def press(
    browser: Browser, form: FoundForm, typed: dict[str, Any], action: str = SAVING
) -> Page:
    """Press one of the other buttons of the form: it goes to `action`, with a name of its own."""
    names = [*form.names, "tambah", "hapus"]
    other = FoundForm(action, "post", form.values, form.files, form.options, names)
    return await browser.send(other, typed)


async def send_files(
    browser: Browser, form: FoundForm, typed: dict[str, Any], *files: tuple[str, bytes]
) -> Page:
    """Send the form with files under their names."""
    answer = await browser.client.post(
        form.action,
        data={**form.values, **typed},
        files=[("evidence", file) for file in files],
        headers={"Sec-Fetch-Site": "same-origin"},
        follow_redirects=True,
    )
    return read(answer)


async def reporting(case: int) -> dict[str, Any]:
    """The row about how the matter was brought."""
    async with reading(EVERYTHING) as c:
        return dict(await c.fetchrow("SELECT * FROM reporting WHERE case_file = $1", case))


async def respondents(case: int) -> list[str | None]:
    """The names of the respondents, in order."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT name FROM respondent WHERE case_file = $1 ORDER BY ordinal", case
        )
        return [row["name"] for row in rows]


async def test_several_respondents_and_witnesses_are_added_without_a_script(
    town: Town, visit: Visits
) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    typed = {name: text for name, text in matter().items() if name in form.names}
    page = await press(browser, form, typed | {"tambah": "terlapor"})
    assert page.address.startswith("/perkara/baru/draf/")
    form = page.form("/perkara/baru")
    assert form.values["subject"] == [matter()["subject"]]
    assert form.values["reporter_name"] == [matter()["reporter_name"]]
    assert "Ada yang perlu diperbaiki" not in page.text
    page = await press(browser, form, {"terlapor-2-name": "Sari Contoh", "tambah": "saksi"})
    form = page.form("/perkara/baru")
    assert form.values["terlapor-2-name"] == ["Sari Contoh"]
    page = await press(browser, form, {"saksi-1-witness_name": "Zzsaksi Satu", "tambah": "saksi"})
    form = page.form("/perkara/baru")
    page = await browser.send(form, {"saksi-2-witness_name": "Zzsaksi Dua"})
    assert await respondents(case_of(page)) == ["Wira Kusuma", "Sari Contoh"]
    async with reading(EVERYTHING) as c:
        kinds = await c.fetch(
            "SELECT subject FROM vault_entry WHERE case_file = $1 ORDER BY id", case_of(page)
        )
    assert [row["subject"] for row in kinds] == ["reporter", "witness", "witness"]


async def test_one_more_person_can_be_taken_away_again(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    for group in ("terlapor", "terlapor", "saksi"):
        form = (await press(browser, form, {"tambah": group})).form("/perkara/baru")
    assert {"terlapor-2-name", "terlapor-3-name", "saksi-1-witness_name"} <= set(form.names)
    typed = {"terlapor-3-name": "Yang Tinggal", "hapus": "terlapor-2"}
    form = (await press(browser, form, typed)).form("/perkara/baru")
    assert "terlapor-2-name" not in form.names
    assert form.values["terlapor-3-name"] == ["Yang Tinggal"]
    form = (await press(browser, form, {"hapus": "saksi-1"})).form("/perkara/baru")
    assert "saksi-1-witness_name" not in form.names


async def test_an_added_person_without_a_name_is_asked_about(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    form = (await press(browser, form, matter(tambah="saksi"))).form("/perkara/baru")
    page = await browser.send(form, {})
    assert page.status == 422
    assert "Isi nama saksi, atau hapus saksi ini." in page.text
    assert 'href="#saksi-1-witness_name"' in page.html
    assert "saksi-1-witness_name" in page.form("/perkara/baru").names


async def test_the_requirements_are_recorded_and_the_identity_is_in_the_vault(
    town: Town, visit: Visits, engine: Database
) -> None:
    page = await take_in(
        await visit("rina"),
        kind="laporan",
        confidentiality="confidential",
        identity_seen="ya",
        by_proxy="ya",
        reporter_birth="Zzlahir, 5 Mei 1984",
        reporter_sex="female",
        reporter_occupation="Zzguru",
        reporter_citizenship="Zznegara",
        reporter_email="zzsurel@contoh.go.id",
    )
    row = await reporting(case_of(page))
    assert (row["confidentiality"], row["by_proxy"], row["identity_seen"]) == (
        *("confidential", True, True),
    )
    for sign in ("Zzlahir", "Zzguru", "Zznegara", "zzsurel", "Perempuan"):
        assert await rows_with(engine, sign) == [], sign


async def test_who_may_report_is_a_choice_with_its_source(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    assert [value for value, _ in form.options["kind"]] == [
        *("", "citizen", "participant", "monitor"),
    ]
    page = await browser.send(form, matter() | {"kind": "monitor"})
    assert (await reporting(case_of(page)))["reporter_kind"] == "monitor"
    wrong = await browser.send(await desk(browser), matter() | {"kind": "orang asing"})
    assert "Pilihan untuk pelapor sebagai tidak dikenal. Pilih lagi." in wrong.text


async def test_at_the_desk_nobody_reports_without_a_name(town: Town, visit: Visits) -> None:
    form = await desk(await visit("rina"))
    assert [value for value, _ in form.options["confidentiality"]] == ["", "named", "confidential"]
    assert form.values["confidentiality"] == ["named"]


async def test_information_is_anonymous_without_a_name_and_confidential_with_one(
    town: Town, visit: Visits
) -> None:
    nobody = {"reporter_name": "", "reporter_address": "", "reporter_phone": ""}
    for typed, level in ((nobody, "anonymous"), ({}, "confidential")):
        page = await take_in(await visit("rina"), "informasi", **typed)
        assert (await reporting(case_of(page)))["confidentiality"] == level


async def test_evidence_is_kept_with_its_digest_and_stands_on_the_receipt(
    town: Town, visit: Visits
) -> None:
    browser = await visit("rina")
    files = (("KTP Zzpelapor.jpg", JPEG), ("surat.pdf", PDF))
    page = await send_files(browser, await desk(browser), matter(), *files)
    assert "Bukti yang diserahkan" in page.text
    assert "Bukti 1" in page.text
    assert "Zzpelapor" not in page.text
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT title, encode(file, 'hex') AS digest FROM document WHERE case_file = $1",
            case_of(page),
        )
        left = await c.fetchval("SELECT count(*) FROM upload")
    assert len(rows) == 2
    together = page.text.replace(" ", "")
    assert all(row["digest"] in together for row in rows)
    assert left == 0


async def test_a_wrong_form_does_not_lose_its_files(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    page = await send_files(browser, form, matter(subject=""), ("foto.jpg", JPEG))
    assert page.status == 422
    assert "foto.jpg" in page.text
    form = page.form("/perkara/baru")
    title = next(name for name in form.names if name.startswith("bukti-"))
    page = await browser.send(form, {"subject": "Spanduk", title: "Foto spanduk"})
    assert "Foto spanduk SHA-256" in page.text


async def test_a_file_that_is_not_taken_is_a_sentence(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    virus = ("virus.exe", b"MZ" + b"\x00" * 100)
    page = await send_files(browser, await desk(browser), matter(), virus)
    assert page.status == 422
    assert "Jenis berkas “virus.exe” tidak diterima." in page.text


async def test_the_same_form_twice_is_one_case(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    first = await browser.send(form, matter())
    second = await browser.send(form, matter(subject="Perihal yang lain"))
    assert second.address == first.address
    third = await browser.send(await desk(browser), matter())
    assert third.address != first.address


async def test_the_same_form_twice_at_the_same_time_is_one_case(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    pages = await asyncio.gather(*(browser.send(form, matter()) for _ in range(4)))
    assert len({page.address for page in pages}) == 1
    assert case_of(pages[0])


async def test_the_token_of_another_officer_is_of_no_use(town: Town, visit: Visits) -> None:
    form = await desk(await visit("rina"))
    taken = await (await visit("rina")).send(form, matter())
    assert taken.status == 200
    for login in ("wulan", "lain"):
        page = await (await visit(login)).send(form, matter())
        assert page.status == 404, login

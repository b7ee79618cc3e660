"""The register of addresses and the captures of a case, as people meet them."""

from typing import Any

import httpx
import pytest

from netralitas.evidence.web.commands import ask_capture, ask_capture_for_case
from netralitas.law import book
from netralitas.settings import Settings
from tests.cases.conftest import Statements
from tests.conftest import Database
from tests.evidence.web.conftest import Authority, Site, Visits
from tests.evidence.web.happening import ACCOUNT, entered, letting, rows, work_done
from tests.evidence.web.serving import page as answer
from tests.make import Town, days_ago, make_case
from tests.pages import Browser, Page

PAGE = "/akun/unggahan"


def typed(url: str, **changes: str) -> dict[str, Any]:
    """What an officer types into the form of an address."""
    return {
        "url": url,
        "platform": "facebook",
        "account": ACCOUNT,
        "category": "asn_support",
        "finder": "bawaslu",
        **dated("seen_on", 2),
        "note": "Unggahan dengan simbol jari.",
        **changes,
    }


def dated(name: str, ago: int) -> dict[str, Any]:
    """A day so many days ago, as it is typed."""
    on = days_ago(ago)
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


async def send(browser: Browser, address: str, data: dict[str, str]) -> httpx.Response:
    """Send a form as the page would."""
    return await browser.client.post(
        address, data=data, headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=True
    )


async def test_from_an_address_to_a_finding(
    town: Town,
    visit: Visits,
    engine: Database,
    settings: Settings,
    web: Site,
    authority: Authority,
) -> None:
    browser = await visit("rina")
    assert "Belum ada alamat" in (await browser.go("/alamat")).text
    page = await browser.go("/alamat/baru")
    url = f"{web.address}{PAGE}"
    page = await browser.send(page.form("/alamat/baru"), **typed(url))
    assert "Alamat masuk register." in page.text
    assert "Belum ada tangkapan" in page.text
    number = int(page.address.partition("?")[0].rpartition("/")[2])
    page = await browser.send(page.form("/tangkapan"))
    assert "Sedang ditangkap" in page.text
    async with authority.open():
        stamping = {"tsa_url": authority.url, "tsa_root": str(authority.root)}
        await work_done(engine, letting(settings, web, **stamping))
    page = await browser.go(f"/alamat/{number}")
    assert "Jawaban situs: 200." in page.text
    assert "Arsip: Cap waktu sah" in page.text
    await downloads(browser, page, engine)
    desk = await browser.go(page.link("Buka temuan dari alamat ini"))
    form = desk.form("/perkara/baru?jenis=temuan")
    assert url in form.values["description"][0]
    assert ACCOUNT in form.values["description"][0]
    assert form.values["place"] == ["Internet: Facebook"]
    case = await make_case(town)
    page = await browser.go(f"/alamat/{number}/perkara")
    form = page.form("/perkara")
    page = await browser.send(form, case=str(case.id))
    assert "Alamat terhubung dengan perkara." in page.text
    page = await browser.go(f"/perkara/{case.id}")
    assert "Tangkapan halaman" in page.text
    assert "Arsip halaman (WARC)" in (await browser.go(f"/perkara/{case.id}/tangkapan")).text


async def downloads(browser: Browser, page: Page, engine: Database) -> None:
    """Each file of the capture comes under its name, and nothing else does."""
    (row,) = await rows(engine, "SELECT id FROM capture")
    for label, name in (
        ("Arsip halaman (WARC)", f"tangkapan-{row['id']}-arsip.warc.gz"),
        ("Cap waktu arsip (TSR)", f"tangkapan-{row['id']}-arsip.tsr"),
    ):
        found = await browser.client.get(page.link(label))
        assert found.status_code == 200
        assert f'filename="{name}"' in found.headers["content-disposition"]
        assert "sandbox" in found.headers["content-security-policy"]
    place = page.link("Arsip halaman (WARC)").rpartition("/")[0]
    for missing in ("gambar.png", "warc", "..%2Farsip.warc.gz"):
        assert (await browser.client.get(f"{place}/{missing}")).status_code == 404


async def test_while_a_capture_waits_its_part_of_the_page_asks_again(
    town: Town, visit: Visits, engine: Database, settings: Settings, web: Site
) -> None:
    number = await entered(town, f"{web.address}{PAGE}")
    browser = await visit("rina")
    await ask_capture(town.rina, number)
    partial = {"HX-Request": "true", "HX-Request-Type": "partial"}
    part = await browser.client.get(f"/alamat/{number}", headers=partial)
    assert f'hx-get="/alamat/{number}"' in part.text
    assert "<html" not in part.text
    await work_done(engine, letting(settings, web))
    part = await browser.client.get(f"/alamat/{number}", headers=partial)
    assert "hx-get" not in part.text
    assert "Jawaban situs: 200." in part.text


async def test_a_page_goes_down_after_it_was_asked_for(
    town: Town, visit: Visits, engine: Database, web: Site
) -> None:
    number = await entered(town, f"{web.address}{PAGE}")
    browser = await visit("wulan")
    page = await browser.go(f"/alamat/{number}/rujukan")
    asked: dict[str, Any] = {
        "asked_of": "platform",
        "number": "017/PM.00/XI/2026",
        **dated("asked_on", 1),
    }
    page = await browser.send(page.form("/rujukan"), **asked)
    assert "Permintaan penurunan dicatat." in page.text
    assert "017/PM.00/XI/2026" in page.text
    page = await browser.go(f"/alamat/{number}/turun")
    early = await send(browser, f"/alamat/{number}/turun", dated("done_on", 2))
    assert (early.status_code, "sebelum penurunan diminta" in early.text) == (422, True)
    page = await browser.send(page.form("/turun"), **dated("done_on", 0))
    assert "Sudah turun" in page.text
    again = await send(browser, f"/alamat/{number}/rujukan", asked)
    assert again.status_code == 409
    names = [row["name"] for row in await rows(engine, "SELECT name FROM event ORDER BY id")]
    assert names[-2:] == ["address.takedown_asked", "address.taken_down"]
    listed = await browser.go("/alamat?keadaan=turun")
    assert f"/alamat/{number}" in listed.links.values()
    listed = await browser.go("/alamat?keadaan=belum")
    assert "Tidak ada alamat dengan saringan ini" in listed.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"url": ""}, "Isi alamat halaman."),
        ({"url": "facebook.com/akun"}, "diawali http:// atau https://"),
        ({"url": "javascript:alert(1)"}, "diawali http:// atau https://"),
        ({"url": "https://nama:sandi@contoh.example/"}, "nama pengguna atau kata sandi"),
        ({"url": "https://contoh.example/a b"}, "bukan alamat halaman web"),
        ({"platform": "nonsense"}, "Platform"),
        ({"category": ""}, "Pilih kategori."),
        ({"seen_on-year": "2999"}, "Tanggal dilihat"),
        ({"account": "a" * 201}, "paling banyak 200 karakter"),
        ({"note": "n" * 2001}, "paling banyak 2000 karakter"),
    ],
)
async def test_what_is_typed_wrong_comes_back_with_a_sentence(
    town: Town, visit: Visits, engine: Database, changes: dict[str, str], sentence: str
) -> None:
    browser = await visit("rina")
    data = typed("https://contoh.example/halaman") | changes
    found = await send(browser, "/alamat/baru", data)
    assert found.status_code == 422
    assert sentence in found.text
    assert "Unggahan dengan simbol jari." in found.text or "nnnn" in found.text
    assert await rows(engine, "SELECT FROM web_address") == []


async def test_a_hostile_address_may_be_noted_and_is_never_opened(
    town: Town, visit: Visits, engine: Database, settings: Settings
) -> None:
    browser = await visit("rina")
    case = await make_case(town)
    address = f"/perkara/{case.id}/tangkapan"
    page = await browser.go(address)
    page = await browser.send(page.form(address), url="http://169.254.169.254/latest/")
    assert "Sedang ditangkap" in page.text
    await work_done(engine, settings)
    page = await browser.go(address)
    assert "Gagal" in page.text
    assert "tidak berada di internet publik" in page.text
    found = await send(browser, address, {"url": "gopher://x/"})
    assert found.status_code == 422
    assert "gopher://x/" in found.text


async def test_a_page_that_waits_for_a_second_try_says_so(
    town: Town, visit: Visits, engine: Database, settings: Settings, web: Site
) -> None:
    web.answers["/broken"] = b"nothing"
    number = await entered(town, f"{web.address}/broken")
    browser = await visit("rina")
    await ask_capture(town.rina, number)
    await work_done(engine, letting(settings, web))
    page = await browser.go(f"/alamat/{number}")
    assert "Situsnya tidak menjawab sebagaimana mestinya." in page.text
    web.answers["/broken"] = answer("there")
    await browser.send(page.form("/tangkapan"))
    await work_done(engine, letting(settings, web))
    assert "Jawaban situs: 200." in (await browser.go(f"/alamat/{number}")).text


async def test_a_stamp_that_lies_is_told_and_never_called_valid(
    town: Town,
    visit: Visits,
    engine: Database,
    settings: Settings,
    web: Site,
    authority: Authority,
) -> None:
    async def garbage(asked: bytes) -> bytes:
        return b"<html>stamped!</html>"

    number = await entered(town, f"{web.address}{PAGE}")
    await ask_capture(town.rina, number)
    authority.answering = garbage
    async with authority.open():
        stamping = {"tsa_url": authority.url, "tsa_root": str(authority.root)}
        await work_done(engine, letting(settings, web, **stamping))
    authority.answering = None
    page = await (await visit("rina")).go(f"/alamat/{number}")
    assert "Jawaban penyedia cap waktu tidak dapat dibaca." in page.text
    assert "Cap waktu arsip (TSR)" in page.text
    assert "sah" not in page.text.partition("Cara memeriksa")[0].lower().split()


async def test_other_offices_meet_nothing(
    town: Town, visit: Visits, engine: Database, settings: Settings, web: Site
) -> None:
    number = await entered(town, f"{web.address}{PAGE}")
    capture = await ask_capture(town.rina, number)
    case = await make_case(town)
    of_case = await ask_capture_for_case(town.rina, case.id, web.address + PAGE, book=book.load())
    await work_done(engine, letting(settings, web))
    places = [f"/alamat/{number}", f"/alamat/{number}/tangkapan/{capture}/arsip.warc.gz"]
    of_cases = [
        f"/perkara/{case.id}/tangkapan",
        f"/perkara/{case.id}/tangkapan/{of_case}/arsip.warc.gz",
    ]
    stranger = await visit("lain")
    assert "Belum ada alamat" in (await stranger.go("/alamat")).text
    for place in [*places, *of_cases, f"/perkara/baru?jenis=temuan&alamat={number}"]:
        assert (await stranger.client.get(place)).status_code == 404
    government = await visit("dewa")
    for place in ["/alamat", *places]:
        assert (await government.client.get(place)).status_code == 403
    for place in of_cases:
        assert (await government.client.get(place)).status_code == 404
    owner = await visit("rina")
    for place in [*places, *of_cases]:
        assert (await owner.client.get(place)).status_code == 200
    # A capture is reached by what it was made for, and by nothing else.
    other = await entered(town, f"{web.address}/other")
    crossed = f"/alamat/{other}/tangkapan/{capture}/arsip.warc.gz"
    assert (await owner.client.get(crossed)).status_code == 404
    crossed = f"/perkara/{case.id}/tangkapan/{capture}/arsip.warc.gz"
    assert (await owner.client.get(crossed)).status_code == 404


async def test_pages_ask_little_however_much_there_is(
    town: Town, visit: Visits, statements: Statements, engine: Database, web: Site
) -> None:
    case = await make_case(town)
    for number in range(55):
        await entered(town, f"https://contoh.example/{number}")
    number = await entered(town, "https://contoh.example/last")
    root = (
        "INSERT INTO capture (web_address, case_file, organisation, asked_by, url, asked_at, state,"
    )
    root += " tries, warc_verdict, shot, picture_verdict, readers) SELECT $1::bigint, $2::bigint,"
    root += " 3, 2, 'u', now(), 'waiting', 0, 'none', 'none', 'none', '{3,2}'"
    for _ in range(60):
        await rows(engine, root, number, case.id)
    browser = await visit("rina")
    for place, words in (
        ("/alamat", "50 alamat di halaman ini"),
        (f"/alamat/{number}", "Tangkapan sebelumnya"),
        (f"/perkara/{case.id}/tangkapan", "Tangkapan sebelumnya"),
    ):
        statements.sent.clear()
        page = await browser.go(place)
        assert words in page.text
        assert len(statements.sent) <= 12, statements.sent
    page = await browser.go("/alamat")
    page = await browser.go(page.link("Berikutnya"))
    assert len([href for href in page.links.values() if href.startswith("/alamat/")]) >= 6
    page = await browser.go(f"/alamat/{number}")
    page = await browser.go(page.link("Tangkapan sebelumnya"))
    assert page.text.count("Sedang ditangkap") == 10

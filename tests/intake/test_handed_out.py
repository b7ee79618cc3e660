"""What the desk hands out on paper: the receipt as PDF, Form A of a finding."""

import httpx
import pytest

from netralitas.database.transactions import EVERYTHING, reading
from tests.cases.conftest import Visits
from tests.documents.papers import opened, together
from tests.intake.test_desk import desk, matter, take_in
from tests.intake.test_desk_whole import JPEG, case_of, press, send_files
from tests.make import Town
from tests.pages import Browser


async def paper(browser: Browser, address: str) -> httpx.Response:
    """A PDF as it is downloaded."""
    answer = await browser.client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    return answer


async def test_the_receipt_as_pdf_says_what_its_page_says(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    page = await send_files(browser, await desk(browser), matter(), ("foto.jpg", JPEG))
    answer = await paper(browser, f"{page.address}.pdf")
    assert answer.headers["content-disposition"] == 'attachment; filename="tanda-terima.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    said = together(answer.content)
    async with reading(EVERYTHING) as c:
        digest = await c.fetchval("SELECT encode(file, 'hex') FROM document")
    for each in (digest, "Bukti1", "Kajianawalpalinglambat", matter()["subject"].replace(" ", "")):
        assert each in said
    assert "BAWASLUKABUPATENCONTOH" in said
    with opened(answer.content) as pdf:
        assert str(pdf.Root.Lang) == "id-ID"


async def test_the_receipt_names_no_reporter(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    address = (await take_in(browser)).address
    answer = await paper(browser, f"{address}.pdf")
    said = together(answer.content)
    for typed in ("NamaPelaporRahasia", "JalanRahasia", "812345"):
        assert typed not in said


async def test_the_same_receipt_is_the_same_file(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    address = (await take_in(browser)).address
    first = await paper(browser, f"{address}.pdf")
    assert (await paper(await visit("galih"), f"{address}.pdf")).content == first.content


@pytest.mark.parametrize("subject", ["Lurah 😀 spanduk", "نص عربي", "#let x = 1 $y$ \\ @z"])
async def test_any_human_text_can_be_printed(town: Town, visit: Visits, subject: str) -> None:
    browser = await visit("rina")
    address = (await take_in(browser, subject=subject)).address
    said = together((await paper(browser, f"{address}.pdf")).content)
    if subject.isascii():
        assert subject.replace(" ", "") in said
    else:
        assert "□" in said


async def test_the_papers_are_for_the_office_alone(town: Town, visit: Visits) -> None:
    page = await take_in(await visit("rina"), "temuan")
    for name in ("tanda-terima.pdf", "formulir-a.pdf"):
        address = f"/perkara/{case_of(page)}/{name}"
        for login, status in (("galih", 200), ("lain", 404), ("maya", 404), ("hadi", 404)):
            answer = await (await visit(login)).client.get(address)
            assert answer.status_code == status, (name, login)


async def test_form_a_is_the_report_of_a_supervision(town: Town, visit: Visits) -> None:
    browser = await visit("wulan")
    form = await desk(browser, "temuan")
    typed = {name: text for name, text in matter().items() if name in form.names}
    typed |= {
        "finder": "Zzpenemu Contoh",
        "finder_position": "Pengawas Desa",
        "supervision": "Diawasi sejak pagi.\nTerlihat spanduk.",
    }
    action = "/perkara/baru/draf?jenis=temuan"
    form = (await press(browser, form, typed | {"tambah": "saksi"}, action)).form("jenis=temuan")
    page = await browser.send(form, {"saksi-1-witness_name": "Zzsaksi"})
    address = f"/perkara/{case_of(page)}/formulir-a.pdf"
    assert page.link("Formulir A") == address
    answer = await paper(browser, address)
    assert answer.headers["content-disposition"] == 'attachment; filename="formulir-a.pdf"'
    said = together(answer.content)
    for each in (
        *("Laporanhasilpengawasan", "ZzpenemuContoh", "PengawasDesa", "Diawasisejakpagi."),
        *("WiraKusuma", "Lurah", "Kantorkelurahan", "1saksi.", "001/TM/"),
    ):
        assert each in said, each
    assert "Zzsaksi" not in said
    assert "FormulirB" not in said


async def test_who_files_a_finding_found_it_unless_another_is_named(
    town: Town, visit: Visits
) -> None:
    browser = await visit("wulan")
    page = await take_in(browser, "temuan")
    answer = await paper(browser, f"/perkara/{case_of(page)}/formulir-a.pdf")
    assert town.actors["wulan"].name.replace(" ", "") in together(answer.content)


async def test_only_a_finding_has_a_form_a(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    page = await take_in(browser)
    assert not any("Formulir A" in label for label in page.links)
    answer = await browser.client.get(f"/perkara/{case_of(page)}/formulir-a.pdf")
    assert answer.status_code == 404

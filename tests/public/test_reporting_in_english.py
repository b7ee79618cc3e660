"""A report and a complaint made in English: no step leads out of it, and what is kept is the same.

What reaches the office does not tell in which language its writer read the pages.
"""

import re

import httpx
import pytest

from netralitas.intake import codes
from netralitas.intake.envelope import OfficeKeys
from netralitas.service.door import Said, place, read_said
from tests.conftest import Database
from tests.public.conftest import connected
from tests.public.english_browser import EN, English
from tests.public.reporting import ANSWERS, PERSON, Somebody, opened
from tests.public.test_complaining import code_in

WHAT = "The counter was closed at ten without notice."
STORY = "The head handed out shirts of a candidate to employees in the yard."
TYPED = {
    "kejadian": {"story": STORY},
    "siapa": {"position": "Sub-district head", "unit": "Melati"},
    "tempat": {"region": "19.06.01", "place": "The yard"},
    "saksi": {"first_name": "First Witness"},
}


@pytest.fixture
def somebody(visitor: httpx.AsyncClient) -> Somebody:
    return Somebody(English(visitor), language=EN)  # type: ignore[arg-type]  # asks as httpx does


async def test_a_report_is_made_in_english_to_its_receipt_and_status(
    somebody: Somebody, visitor: httpx.AsyncClient, office: OfficeKeys, clone: Database
) -> None:
    for page in ("", "/nama", "/lanjutkan"):
        await somebody.get(page)
    assert (await somebody.post("/nama")).status_code == 422
    await somebody.begin("named")
    await _answers(somebody)
    await _files(somebody)
    assert (await somebody.post("/anda")).status_code == 422
    await somebody.post("/anda", **PERSON)
    assert (await somebody.send(situs="x")).status_code == 422
    await somebody.get("/periksa")
    assert STORY in (await visitor.get("/lapor/periksa")).text  # the same draft in each language
    sent = await somebody.send()
    assert sent.headers["location"] == f"{EN}/lapor/tanda-terima"
    receipt = await somebody.get("/tanda-terima")
    assert "Report with a name" in receipt.text
    assert 'href="/lapor/tanda-terima.pdf"' in receipt.text
    papers = [await somebody.client.get(f"{site}/lapor/tanda-terima.pdf") for site in ("", EN)]
    assert papers[0].content.startswith(b"%PDF-")
    assert papers[0].content == papers[1].content  # there is one paper, in Indonesian
    await _follows(somebody)
    assert "Status laporan Anda" in (await visitor.get("/cek-status/pesan")).text
    await _leaves(somebody)
    await _is_kept_as_always(somebody, office, clone)


async def _answers(somebody: Somebody) -> None:
    for key, usual in ANSWERS.items():
        await somebody.get(f"/{key}")
        if "known_on-day" in usual:
            assert (await somebody.post(f"/{key}")).status_code == 422
        answered = await somebody.post(f"/{key}", **TYPED.get(key, usual))
        assert answered.status_code == 303, answered.text
        await somebody.client.get(answered.headers["location"])


async def _files(somebody: Somebody) -> None:
    assert (await somebody.upload("empty.pdf", b"")).status_code == 422
    assert (await somebody.upload("photo.pdf")).status_code == 303
    kept = await somebody.get("/berkas")
    assert 'data-to="/en/lapor/berkas/kiriman"' in kept.text
    assert 'data-said-kept="Kept."' in kept.text
    announced = {"name": "a.mp4", "size": 0}
    refused = await somebody.client.post(f"{EN}/lapor/berkas/kiriman", json=announced)
    assert refused.json()["problem"].startswith("The file “a.mp4” is empty")
    onward = await somebody.post("/berkas/lanjut")
    assert onward.headers["location"] == f"{EN}/lapor/anda"
    await somebody.get("/anda")


async def _follows(somebody: Somebody) -> None:
    status = await somebody.client.get(f"{EN}/cek-status/pesan")
    assert "waiting to be recorded" in status.text
    written = await somebody.client.post(f"{EN}/cek-status/pesan", data={"text": "More follows."})
    again = await somebody.client.get(written.headers["location"].partition("#")[0])
    assert "Your message was sent" in again.text
    assert "More follows." in again.text
    asked = await somebody.client.post(f"{EN}/cek-status", data={"code": somebody.code})
    assert "Your report has reached the office" in asked.text
    assert 'href="/cek-status/pesan" lang="id"' in asked.text


async def _leaves(somebody: Somebody) -> None:
    left = await somebody.get("/keluar")
    assert left.headers["location"].startswith("https://")
    assert (await somebody.get("/kode")).headers["location"] == f"{EN}/lapor/lanjutkan"


async def _is_kept_as_always(somebody: Somebody, office: OfficeKeys, clone: Database) -> None:
    async with connected(clone, "postgres") as root:
        _, answers = await opened(root, office, somebody.digest)
        row = await root.fetchrow("SELECT confidentiality, regime FROM inbox.report")
    assert (answers.story, answers.region, answers.place) == (STORY, "19.06.01", "The yard")
    assert (str(answers.level), str(answers.regime)) == ("named", "pemilihan")
    assert answers.done == (*("nama", *ANSWERS)[:8], "saksi", "berkas", "anda")
    assert (row["confidentiality"], row["regime"]) == ("named", "pemilihan")


async def test_a_complaint_is_made_and_followed_in_english(
    visitor: httpx.AsyncClient, office: OfficeKeys, clone: Database
) -> None:
    browser, path = English(visitor), f"{EN}/layanan/pengaduan"
    shown = (await browser.get(path)).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
    assert (await browser.post(path, data={**hidden, "what": ""})).status_code == 422
    sent = await browser.post(path, data={**hidden, "what": WHAT, "officer": "A"})
    assert "Your complaint has been received" in sent.text
    assert "hreflang" not in sent.text  # in the other language it would be an empty form
    code = code_in(sent.text)
    followed = await browser.post(f"{EN}/cek-status", data={"code": code})
    assert "Complaint sent" in followed.text
    digest = codes.digest(code, b"demo".ljust(32, b"."))
    async with connected(clone, "postgres") as root:
        [row] = await root.fetch("SELECT key_id, for_office FROM inbox.complaint")
    kept = read_said(office.open(row["key_id"], row["for_office"], place(digest)))
    assert kept == Said(what=WHAT, officer="A")

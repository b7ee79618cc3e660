"""A report and a complaint made in English: no step leads out of it, and what is kept is the same.

What reaches the office does not tell in which language its writer read the pages.
"""

import re
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

from netralitas.intake import codes
from netralitas.intake.envelope import OfficeKeys
from netralitas.service.door import Said, place, read_said
from tests.conftest import Database
from tests.public.conftest import connected
from tests.public.reporting import ANSWERS, PERSON, Somebody, opened
from tests.public.test_complaining import code_in

EN = "/en"
SAME = ("/masuk", "/static/")
"""What is one for all languages, besides files."""
INDONESIAN = re.compile(
    r"\b(anda|atau|belum|bila|dan|dari|dengan|ini|isi|itu|kantor|kode|laporan|nomor|pada|pilih"
    r"|sudah|tidak|untuk|yang)\b",
    re.IGNORECASE,
)
WHAT = "The counter was closed at ten without notice."
STORY = "The head handed out shirts of a candidate to employees in the yard."
TYPED = {
    "kejadian": {"story": STORY},
    "siapa": {"position": "Sub-district head", "unit": "Melati"},
    "tempat": {"region": "19.06.01", "place": "The yard"},
    "saksi": {"first_name": "First Witness"},
}


class Read(HTMLParser):
    """What a page shows outside of what is said to be Indonesian, and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = ""
        self.words: list[str] = []
        self.ways: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.language = self.language or held.get("lang") or ""
        original = held.get("lang") == "id" or tag in {"title", "script", "option", "textarea"}
        if tag not in {"input", "link", "meta", "img", "br", "wbr", "hr"}:
            self._open.append((tag, original))
        if held.get("hreflang") != "id":
            self.ways += [held[name] or "" for name in ("href", "action") if name in held]
        self.words += [held[name] or "" for name in ("aria-label", "title") if name in held]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(original for _, original in self._open):
            self.words.append(data)

    @property
    def outward(self) -> list[str]:
        """The ways out of English: to pages of this site that are not below /en."""
        return [
            way
            for way in self.ways
            if way.startswith("/")
            and not (way == EN or way.startswith((f"{EN}/", *SAME)))
            and "." not in way.rpartition("/")[2]
        ]

    @property
    def indonesian(self) -> set[str]:
        """The words of Indonesian that stand on the page."""
        return set(INDONESIAN.findall(" ".join(self.words)))


class English:
    """A browser that asserts of every answer that it is English and stays so."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def get(self, address: str) -> httpx.Response:
        return self.read(await self.client.get(address))

    async def post(self, address: str, **sent: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it
        return self.read(await self.client.post(address, **sent))

    def read(self, answer: httpx.Response) -> httpx.Response:
        asked = answer.request.url.path
        if answer.status_code == 303:
            assert answer.headers["location"].startswith((f"{EN}/", "https://")), asked
            return answer
        if answer.headers["content-type"].startswith("text/html"):
            shown = Read(answer.text)
            assert (asked, shown.language) == (asked, "en")
            assert (asked, shown.outward) == (asked, [])
            assert (asked, shown.indonesian) == (asked, set())
        return answer


@pytest.fixture
def somebody(visitor: httpx.AsyncClient) -> Somebody:
    return Somebody(English(visitor), language=EN)  # type: ignore[arg-type]  # asks as httpx does


async def test_a_report_is_made_in_english_to_its_receipt_and_status(
    somebody: Somebody, office: OfficeKeys, clone: Database
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
    sent = await somebody.send()
    assert sent.headers["location"] == f"{EN}/lapor/tanda-terima"
    receipt = await somebody.get("/tanda-terima")
    assert "Report with a name" in receipt.text
    assert 'href="/lapor/tanda-terima.pdf"' in receipt.text
    papers = [await somebody.client.get(f"{site}/lapor/tanda-terima.pdf") for site in ("", EN)]
    assert papers[0].content.startswith(b"%PDF-")
    assert papers[0].content == papers[1].content  # there is one paper, in Indonesian
    await _follows(somebody)
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

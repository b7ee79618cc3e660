"""Evidence is uploaded piece by piece over a line that breaks, or with the form itself."""

import io
import zipfile
from hashlib import sha256
from typing import Any

import httpx
import pytest

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evidence.folder import Folder
from netralitas.settings import Settings
from tests.cases.conftest import Visits
from tests.evidence.exhibits.world import MP4, PDF, SAME_SITE, photo
from tests.make import Town, days_ago, forwarded_case, make_case, person
from tests.pages import Browser

FACTS = {"title": "Foto spanduk", "origin": "reporter"}
PIECE = 100_000


async def announced(browser: Browser, case: int, name: str, size: int) -> httpx.Response:
    """Say that a file is about to come."""
    return await browser.client.post(
        f"/perkara/{case}/bukti/berkas",
        data={"name": name, "size": str(size)},
        headers=SAME_SITE,
    )


async def add(browser: Browser, address: str, offset: int, piece: bytes) -> dict[str, Any]:
    """Send a piece to its place."""
    answer = await browser.client.post(
        f"{address}?mulai={offset}", content=piece, headers=SAME_SITE
    )
    found: dict[str, Any] = answer.json()
    return found


async def send(browser: Browser, case: int, name: str, content: bytes) -> dict[str, Any]:
    """Send a file to its end, as the script does."""
    state: dict[str, Any] = (await announced(browser, case, name, len(content))).json()
    address = state["address"]
    while not (state.get("whole") or state.get("problem")):
        start = state["received"]
        state = await add(browser, address, start, content[start : start + PIECE])
    return state


async def form_sent(
    browser: Browser, case: int, *files: tuple[str, bytes], **typed: str
) -> httpx.Response:
    """Send the form as a browser without a script does."""
    return await browser.client.post(
        f"/perkara/{case}/bukti/unggah",
        data={**FACTS, **typed},
        files=[("files", file) for file in files] or [("files", ("", b""))],
        headers=SAME_SITE,
    )


async def entered(case: int) -> list[tuple[Any, ...]]:
    """The evidence of a case: ordinal, title, nature, origin, digest."""
    async with reading(EVERYTHING) as c:
        return [
            tuple(row)
            for row in await c.fetch(
                "SELECT x.ordinal, d.title, x.nature, x.origin, encode(d.file, 'hex')"
                " FROM exhibit x JOIN document d ON d.id = x.document"
                " WHERE x.case_file = $1 ORDER BY x.ordinal",
                case,
            )
        ]


def lying(settings: Settings) -> set[str]:
    """Everything below the files of the site."""
    root = settings.data / "files"
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


async def test_files_that_arrived_in_pieces_become_evidence_by_one_event(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    picture = photo("teal") + b"\x00" * 300_000
    assert (await send(rina, case, "IMG_1.jpg", picture))["whole"]
    assert (await send(rina, case, "VID_1.mp4", MP4))["whole"]
    page = await rina.go(f"/perkara/{case}/bukti/unggah")
    assert "Sudah terunggah" in page.text
    assert "IMG_1" not in page.text
    done = await form_sent(rina, case)
    assert done.headers["location"] == f"/perkara/{case}/bukti?setelah=0"
    found = await entered(case)
    assert [row[:4] for row in found] == [
        (1, "Foto spanduk (1 dari 2)", "photo", "reporter"),
        (2, "Foto spanduk (2 dari 2)", "video", "reporter"),
    ]
    assert [row[4] for row in found] == [sha256(one).hexdigest() for one in (picture, MP4)]
    assert Folder(settings.data / "files").path(found[1][4]).read_bytes() == MP4
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM exhibit_upload") == 0


async def test_after_a_broken_line_it_goes_on_where_it_ended(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    begun = (await announced(rina, case, "a.mp4", len(MP4))).json()
    await add(rina, begun["address"], 0, MP4[:PIECE])
    there = (await rina.client.get(begun["address"])).json()
    assert (there["received"], there["whole"]) == (PIECE, False)
    again = (await announced(rina, case, "a.mp4", len(MP4))).json()
    assert again["address"] == begun["address"]
    elsewhere = await add(rina, begun["address"], 5, b"xx")
    assert elsewhere["received"] == PIECE
    refused = await form_sent(rina, case)
    assert refused.status_code == 422
    assert "belum selesai diunggah" in refused.text
    assert (await add(rina, begun["address"], PIECE, MP4[PIECE:]))["whole"]
    assert (await add(rina, begun["address"], len(MP4), b""))["whole"]


async def test_a_form_without_a_script_adds_evidence(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    on = days_ago(3)
    dated = {"obtained_on-day": on.day, "obtained_on-month": on.month, "obtained_on-year": on.year}
    done = await form_sent(
        rina,
        case,
        ("a.jpg", photo("lime")),
        ("b.pdf", PDF),
        description="Diambil di lapangan",
        **{name: str(value) for name, value in dated.items()},
    )
    assert done.status_code == 303
    assert [row[2] for row in await entered(case)] == ["photo", "document"]
    page = await rina.go(f"/perkara/{case}/bukti/1")
    assert "Diambil di lapangan" in page.text
    assert "Diserahkan pelapor" in page.text


async def test_a_form_in_error_loses_no_file(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    refused = await form_sent(rina, case, ("a.pdf", PDF), title="")
    assert refused.status_code == 422
    assert "Sudah terunggah" in refused.text
    assert (await form_sent(rina, case)).status_code == 303
    assert len(await entered(case)) == 1


async def test_a_day_that_has_not_come_is_refused(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    refused = await form_sent(
        rina,
        case,
        ("a.pdf", PDF),
        **{"obtained_on-day": "1", "obtained_on-month": "1", "obtained_on-year": "2099"},
    )
    assert refused.status_code == 422
    assert await entered(case) == []


async def test_a_file_on_its_way_is_taken_off_the_list(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    before = lying(settings)
    begun = (await announced(rina, case, "a.mp4", len(MP4))).json()
    await add(rina, begun["address"], 0, MP4[:PIECE])
    page = await rina.client.post(f"{begun['address']}/penghapusan", headers=SAME_SITE)
    assert page.status_code == 303
    assert (await rina.client.get(begun["address"])).status_code == 404
    assert lying(settings) == before


async def test_nobody_else_touches_a_file_on_its_way(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    rina, bagas = await visit("rina"), await visit("bagas")
    begun = (await announced(rina, case, "a.mp4", len(MP4))).json()
    for way in ("", "/penghapusan"):
        answer = await bagas.client.post(begun["address"] + way, headers=SAME_SITE)
        assert answer.status_code == 404
    assert (await bagas.client.get(begun["address"])).status_code == 404
    wrong = begun["address"].replace(f"/{case}/", f"/{case + 1}/")
    assert (await rina.client.get(wrong)).status_code == 404


async def test_who_does_not_handle_the_case_announces_nothing(town: Town, visit: Visits) -> None:
    case = (await forwarded_case(town, person(1))).id
    maya = await visit("maya")
    assert (await announced(maya, case, "a.pdf", 10)).status_code == 403
    assert (await form_sent(maya, case, ("a.pdf", PDF))).status_code == 403


def archive() -> bytes:
    """A ZIP with one file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("x.txt", "x")
    return content.getvalue()


BAD = {
    "zero bytes": ("a.jpg", b"", "kosong"),
    "a program": ("a.jpg", b"\x7fELF" + b"\x00" * 100, "Jenis berkas"),
    "a page": ("a.txt", b"<!DOCTYPE html><title>x</title>", "halaman web"),
    "a page behind a mark": ("a.txt", b"\xef\xbb\xbf \n<HTML>", "halaman web"),
    "a photo with a script": ("a.jpg", photo() + b"<script>alert(1)</script>", "halaman web"),
    "a PDF and a ZIP": ("a.pdf", PDF + archive(), "arsip ZIP"),
    "a photo and a ZIP": ("a.jpg", photo() + archive(), "arsip ZIP"),
    "a PDF called a photo": ("a.jpg", PDF, "berakhir dengan"),
    "a photo called a program": ("a.exe", photo(), "berakhir dengan"),
    "a macro": ("a.docx", archive(), "Jenis berkas"),
}


@pytest.mark.parametrize(("name", "content", "sentence"), BAD.values(), ids=BAD.keys())
async def test_a_bad_file_is_refused_with_a_sentence_and_leaves_nothing(
    town: Town, visit: Visits, settings: Settings, name: str, content: bytes, sentence: str
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    before = lying(settings)
    told = (await announced(rina, case, name, len(content))).json()
    if "problem" not in told:
        told = await add(rina, told["address"], 0, content)
    assert sentence in told["problem"]
    page = await form_sent(rina, case, (name, content))
    assert page.status_code == 422
    assert lying(settings) == before
    assert await entered(case) == []
    assert "Sudah terunggah" not in (await rina.go(f"/perkara/{case}/bukti/unggah")).text


async def test_more_than_was_announced_is_refused(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    before = lying(settings)
    begun = (await announced(rina, case, "a.pdf", 100)).json()
    told = await add(rina, begun["address"], 0, PDF)
    assert "lebih besar dari yang diumumkan" in told["problem"]
    assert lying(settings) == before


@pytest.mark.parametrize(
    ("size", "sentence"), [(0, "kosong"), (-1, "kosong"), (501 * 2**20, "500 MB"), (10**14, "MB")]
)
async def test_a_size_that_cannot_be_taken_is_not_begun(
    town: Town, visit: Visits, size: int, sentence: str
) -> None:
    case = (await make_case(town)).id
    told = await announced(await visit("rina"), case, "a.mp4", size)
    assert told.status_code == 422
    assert sentence in told.json()["problem"]


async def test_a_photo_of_a_telephone_may_be_called_by_another_kind_of_photo(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    assert (await send(await visit("rina"), case, "IMG_2.HEIC", photo("gold")))["whole"]

"""Files of a draft that arrive in pieces over a line that breaks."""

from hashlib import sha256
from typing import Any

import httpx
import pytest

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.settings import Settings
from tests.cases.conftest import Visits
from tests.intake.test_desk import desk, matter
from tests.intake.test_desk_whole import JPEG, case_of
from tests.make import Town
from tests.pages import Browser

SAME_SITE = {"Sec-Fetch-Site": "same-origin"}
PHOTO = JPEG + bytes(range(256)) * 4000  # a megabyte
PIECE = 256 * 1024


async def announced(browser: Browser, token: str, name: str, size: int | str) -> httpx.Response:
    """Say that a file is about to come."""
    return await browser.client.post(
        f"/perkara/baru/berkas/baru/{token}",
        data={"name": name, "size": str(size)},
        headers=SAME_SITE,
    )


async def add(browser: Browser, address: str, offset: int | str, piece: bytes) -> httpx.Response:
    """Send a piece to its place."""
    return await browser.client.post(f"{address}?mulai={offset}", content=piece, headers=SAME_SITE)


async def sent(browser: Browser, token: str, name: str, content: bytes) -> dict[str, Any]:
    """Send a file to its end, as the script does."""
    state: dict[str, Any] = (await announced(browser, token, name, len(content))).json()
    address = state["address"]
    while not state.get("whole"):
        start = state.get("received", 0)
        piece = content[start : start + PIECE]
        state = (await add(browser, address, start, piece)).json()
        assert not state.get("problem"), state
    return state


def on_their_way(settings: Settings) -> set[str]:
    """What lies in the folder of files that arrive; other tests of this process left some there."""
    return {path.name for path in (settings.data / "files" / "incoming").glob("*")}


async def test_a_file_in_pieces_is_the_same_file(
    town: Town, visit: Visits, settings: Settings
) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    before = on_their_way(settings)
    await sent(browser, form.values["token"][0], "foto.jpg", PHOTO)
    page = await browser.send(form, matter())
    async with reading(EVERYTHING) as c:
        digest = await c.fetchval(
            "SELECT encode(file, 'hex') FROM document WHERE case_file = $1", case_of(page)
        )
    assert digest == sha256(PHOTO).hexdigest()
    assert digest in page.text.replace(" ", "")
    kept = settings.data / "files"
    assert (kept / digest[:2] / digest[2:4] / digest).read_bytes() == PHOTO
    assert on_their_way(settings) == before


async def test_after_a_broken_line_it_goes_on_where_it_ended(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    token = (await desk(browser)).values["token"][0]
    begun = (await announced(browser, token, "foto.jpg", len(PHOTO))).json()
    await add(browser, begun["address"], 0, PHOTO[:PIECE])
    found = (await browser.client.get(begun["address"])).json()
    assert (found["received"], found.get("whole", False)) == (PIECE, False)
    again = (await announced(browser, token, "foto.jpg", len(PHOTO))).json()
    assert again["address"] == begun["address"]
    state = await sent(browser, token, "foto.jpg", PHOTO)
    assert state["whole"]


async def test_a_piece_in_the_wrong_place_changes_nothing(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    token = (await desk(browser)).values["token"][0]
    address = (await announced(browser, token, "foto.jpg", len(PHOTO))).json()["address"]
    await add(browser, address, 0, PHOTO[:PIECE])
    for offset in (0, 1, PIECE + 1, "", "-1", "x"):
        state = (await add(browser, address, offset, PHOTO[:100])).json()
        assert state.get("received") == PIECE, offset
    found = (await browser.client.get(address)).json()
    assert found["received"] == PIECE


async def test_more_than_was_announced_is_refused(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    token = (await desk(browser)).values["token"][0]
    address = (await announced(browser, token, "foto.jpg", 100)).json()["address"]
    refused = await add(browser, address, 0, b"x" * 101)
    assert refused.status_code == 422
    assert "lebih besar dari yang diumumkan" in refused.json()["problem"]


@pytest.mark.parametrize("size", ["0", "-1", "", "banyak", str(200 * 2**20), "9" * 40])
async def test_a_size_that_cannot_be_is_refused(town: Town, visit: Visits, size: str) -> None:
    browser = await visit("rina")
    token = (await desk(browser)).values["token"][0]
    refused = await announced(browser, token, "foto.jpg", size)
    assert refused.status_code == 422
    assert "paling besar 100 MB" in refused.json()["problem"]


@pytest.mark.parametrize("content", [b"MZ" + b"\x00" * 500, b"<svg onload='alert(1)'/>\x00"])
async def test_a_type_that_is_not_taken_leaves_nothing(
    town: Town, visit: Visits, settings: Settings, content: bytes
) -> None:
    browser = await visit("rina")
    token = (await desk(browser)).values["token"][0]
    before = on_their_way(settings)
    address = (await announced(browser, token, "foto.jpg", len(content))).json()["address"]
    refused = await add(browser, address, 0, content)
    assert refused.status_code == 422
    assert "Jenis berkas ini tidak dapat diterima" in refused.json()["problem"]
    assert (await browser.client.get(address)).status_code == 404
    assert on_their_way(settings) == before


async def test_a_matter_waits_for_its_files(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    token = form.values["token"][0]
    await announced(browser, token, "foto.jpg", len(PHOTO))
    page = await browser.send(form, matter())
    assert page.status == 422
    assert "Berkas “foto.jpg” belum selesai diunggah." in page.text
    await sent(browser, token, "foto.jpg", PHOTO)
    assert case_of(await browser.send(page.form("/perkara/baru")))


async def test_nobody_else_reaches_a_file_on_its_way(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    token = (await desk(rina)).values["token"][0]
    address = (await announced(rina, token, "foto.jpg", len(PHOTO))).json()["address"]
    for login in ("wulan", "lain"):
        browser = await visit(login)
        assert (await browser.client.get(address)).status_code == 404
        assert (await add(browser, address, 0, PHOTO[:10])).status_code == 404
        assert (await announced(browser, token, "x.jpg", 10)).status_code == 404
    assert (await rina.client.get(address)).json().get("received", 0) == 0


async def test_no_file_is_begun_for_what_has_become_a_case(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    form = await desk(browser)
    await browser.send(form, matter())
    assert (await announced(browser, form.values["token"][0], "x.jpg", 10)).status_code == 404


async def test_a_draft_takes_no_more_than_fifty_files(town: Town, visit: Visits) -> None:
    browser = await visit("rina")
    token = (await desk(browser)).values["token"][0]
    answers = [await announced(browser, token, f"{number}.jpg", 10) for number in range(51)]
    assert [answer.status_code for answer in answers] == [200] * 50 + [422]


@pytest.mark.parametrize("token", ["x", "0" * 32, "zz", "../../etc/passwd", "0" * 3000])
async def test_an_address_nobody_was_given_is_not_there(
    town: Town, visit: Visits, token: str
) -> None:
    browser = await visit("rina")
    assert (await browser.client.get(f"/perkara/baru/berkas/{token}")).status_code == 404

"""Complaining about the service over HTTP: sealed, once, followed by its code, no script needed."""

import re
from collections.abc import Awaitable, Callable

import httpx
import pytest

from netralitas.intake import codes
from netralitas.intake.envelope import OfficeKeys
from netralitas.public.reporting.door import QUEUE
from netralitas.service.door import Said, place, read_said
from tests.conftest import Database
from tests.public.conftest import SECRET, connected

PATH = "/layanan/pengaduan"
WHAT = "Loket tutup pukul sepuluh pagi tanpa pemberitahuan."


async def filled_in(visitor: httpx.AsyncClient, **typed: str) -> dict[str, str]:
    """The form as a browser without script sends it."""
    shown = (await visitor.get(PATH)).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
    return {**hidden, "what": WHAT, "situs": "", **typed}


def code_in(text: str) -> str:
    shown: list[str] = re.findall(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4})+", text.replace("<wbr>", ""))
    [found] = [code for code in shown if codes.is_well_formed(code)]
    return found


async def test_it_is_sealed_to_the_office_and_followed_by_its_code(
    visitor: httpx.AsyncClient, office: OfficeKeys, clone: Database
) -> None:
    form = await filled_in(visitor, officer="Petugas A", contact="0812")
    first = await visitor.post(PATH, data=form)
    assert first.status_code == 200, first.text
    assert "Aturan kantor" in first.text
    code = code_in(first.text)
    again = await visitor.post(PATH, data=form)
    assert code_in(again.text) == code
    async with connected(clone, "postgres") as root:
        [row] = await root.fetch("SELECT * FROM inbox.complaint")
    assert row["digest"] == codes.digest(code, SECRET)
    opened = read_said(office.open(row["key_id"], row["for_office"], place(row["digest"])))
    assert opened == Said(what=WHAT, officer="Petugas A", contact="0812")
    for held in row.values():
        assert WHAT.encode() not in (held if isinstance(held, bytes) else str(held).encode())
    followed = await visitor.post("/cek-status", data={"code": code})
    assert followed.status_code == 200
    assert "Status pengaduan Anda" in followed.text
    assert "Pengaduan terkirim" in followed.text
    assert "Identitas Anda" not in followed.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"what": ""}, "Tulis apa yang terjadi"),
        ({"what": "x" * 4001}, "paling banyak 4000 karakter"),
        ({"situs": "http://jual.example"}, "harus dibiarkan kosong"),
        ({"tanda": "pendek"}, "terlalu lama terbuka"),
        ({"office": "99"}, "tidak dikenal"),
    ],
)
async def test_a_form_in_error_keeps_everything_typed(
    visitor: httpx.AsyncClient, office: OfficeKeys, typed: dict[str, str], said: str
) -> None:
    del office
    form = await filled_in(visitor, contact="0812 555", **typed)
    answered = await visitor.post(PATH, data=form)
    assert answered.status_code == 422
    assert said in answered.text
    assert "0812 555" in answered.text
    assert form["what"] in answered.text


async def test_a_flood_without_proof_waits_and_loses_nothing(
    visitor: httpx.AsyncClient, office: OfficeKeys
) -> None:
    del office
    form = await filled_in(visitor)
    for number in range(QUEUE.tries):
        sent = await visitor.post(PATH, data={**form, "tanda": f"{number:020}"})
        assert sent.status_code == 200
    waits = await visitor.post(PATH, data=form)
    assert waits.status_code == 503
    assert int(waits.headers["retry-after"]) >= 1
    assert WHAT in waits.text


async def test_without_an_office_it_says_where_to_go(visitor: httpx.AsyncClient) -> None:
    shown = await visitor.get(PATH)
    assert shown.status_code == 200
    assert "Belum ada kantor" in shown.text
    assert "Kirim pengaduan" not in shown.text


async def test_of_a_closed_complaint_the_answer_is_read_and_nothing_more_is_written(
    visitor: httpx.AsyncClient,
    office: OfficeKeys,
    clone: Database,
    tell: Callable[..., Awaitable[None]],
) -> None:
    del office
    code = codes.make(bytes(range(30, 42)))
    told = {
        "status": "Pengaduan ditutup",
        "sentence": "Sudah.",
        "since": "2026-11-02",
        "about": "service",
    }
    await tell(code, {**told, "over": True})
    shown = await visitor.post("/cek-status", data={"code": code})
    assert "Pengaduan ditutup" in shown.text
    assert "Kirim pesan" not in shown.text
    left = await visitor.post("/cek-status/pesan", data={"text": "Masih ada lagi."})
    assert (left.status_code, left.headers["location"]) == (303, "/cek-status")
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.message") == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"what=%00", b"what=%E2%80%AE%E2%80%AE", b"tanda=a&tanda=b", b"what=" + b"A" * 60_000],
)
async def test_hostile_input_is_told_and_never_a_crash(
    visitor: httpx.AsyncClient, office: OfficeKeys, content: bytes
) -> None:
    del office
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answered = await visitor.post(PATH, content=content, headers=headers)
    assert answered.status_code == 422
    assert "<h1" in answered.text
    large = await visitor.post(PATH, content=b"what=" + b"A" * 70_000, headers=headers)
    assert large.status_code == 413

"""The question behind a code: what is told, what is not, and how often one may ask."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import asyncpg
import httpx
import pytest
import structlog

from netralitas.intake import codes
from netralitas.public import queries, sections
from netralitas.public.pages import StatusPage
from tests.conftest import Database
from tests.public.conftest import SECRET, Seconds

type_tell = Callable[..., Awaitable[None]]

CODE = codes.make(bytes(range(60, 72)))
TOLD = {
    "status": "Diregistrasi",
    "sentence": "Laporan Anda diregistrasi dan sedang ditangani.",
    "since": "2024-09-04",
    "steps": [
        {"on": "2024-09-02", "sentence": "Laporan Anda diterima."},
        {"on": None, "sentence": "Laporan Anda dikaji."},
    ],
    "next": "Bawaslu meminta klarifikasi.",
    "next_by": "2024-09-11",
    "openings": [],
}


async def ask(visitor: httpx.AsyncClient, code: str = CODE) -> httpx.Response:
    return await visitor.post(sections.STATUS, data={"code": code})


async def test_whoever_has_the_code_reads_what_became_of_it(
    visitor: httpx.AsyncClient, tell: type_tell
) -> None:
    await tell(CODE, TOLD)
    answered = await ask(visitor, CODE.lower().replace("-", " "))
    assert answered.status_code == 200
    for words in (
        "Diregistrasi",
        "Laporan Anda diregistrasi dan sedang ditangani.",
        "Rabu, 4 September 2024",
        "Laporan Anda diterima.",
        "Bawaslu meminta klarifikasi.",
        "Rabu, 11 September 2024",
        "belum pernah dibuka",
    ):
        assert words in answered.text, words


async def test_an_english_reader_is_told_it_in_english(
    visitor: httpx.AsyncClient, tell: type_tell
) -> None:
    said = {"status": "Registered", "sentence": "The report was registered.", "next": "It goes on."}
    await tell(CODE, {**TOLD, "en": {**TOLD, **said, "steps": [], "openings": []}})
    text = (await visitor.post(f"/en{sections.STATUS}", data={"code": CODE})).text
    for words in (*said.values(), "What happens next", "Status of your report", "has never been"):
        assert words in text, words
    assert "Bawaslu meminta klarifikasi." not in text
    assert 'lang="id"' not in text.partition("<main")[2]


async def test_what_was_only_told_in_indonesian_is_marked_as_that_on_an_english_page(
    visitor: httpx.AsyncClient, tell: type_tell
) -> None:
    await tell(CODE, TOLD)
    text = (await visitor.post(f"/en{sections.STATUS}", data={"code": CODE})).text
    assert '<p class="told__status" lang="id">Diregistrasi</p>' in text
    assert '<p class="timeline__sentence" lang="id">Laporan Anda dikaji.</p>' in text


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2024, 9, 10), "Tenggat terdekat: Rabu, 11 September 2024."),
        (date(2024, 9, 11), "Tenggat terdekat: Rabu, 11 September 2024, hari ini."),
        (
            date(2024, 9, 13),
            "Seharusnya paling lambat Rabu, 11 September 2024; sudah lewat 2 hari.",
        ),
    ],
)
def test_a_deadline_that_is_over_is_told_as_over(today: date, said: str) -> None:
    assert StatusPage.of(TOLD, today).due == said


def test_without_a_deadline_nothing_is_said_of_one() -> None:
    assert StatusPage.of({**TOLD, "next_by": None}, date(2024, 9, 10)).due is None


async def test_an_opening_of_the_identity_is_told(
    visitor: httpx.AsyncClient, tell: type_tell
) -> None:
    opened = {"on": "2024-09-05", "sentence": "Identitas Anda dibuka untuk klarifikasi."}
    await tell(CODE, {**TOLD, "openings": [opened]})
    text = (await ask(visitor)).text
    assert "Kamis, 5 September 2024" in text
    assert "Identitas Anda dibuka untuk klarifikasi." in text
    assert "belum pernah dibuka" not in text


async def test_the_answer_is_kept_nowhere_and_the_code_is_in_no_line(
    visitor: httpx.AsyncClient, tell: type_tell
) -> None:
    await tell(CODE, TOLD)
    with structlog.testing.capture_logs() as lines:
        answers = [await ask(visitor), await ask(visitor, CODE[:-1])]
    for answered in answers:
        assert answered.headers["cache-control"] == "no-store"
        assert "location" not in answered.headers
    assert CODE not in answers[0].text
    assert len(lines) == 2
    for shown in (CODE, codes.normalise(CODE), codes.digest(CODE, SECRET).hex(), CODE[:-1]):
        assert shown not in str(lines)


async def test_a_code_in_the_address_does_nothing(
    visitor: httpx.AsyncClient, tell: type_tell
) -> None:
    await tell(CODE, TOLD)
    answered = await visitor.get(sections.STATUS, params={"code": CODE})
    assert answered.status_code == 503  # the page of the form, which nobody has prepared here
    assert "Diregistrasi" not in answered.text
    assert (await visitor.get(f"{sections.STATUS}/{CODE}")).status_code == 404


async def test_a_mistyped_code_is_told_with_what_was_typed_and_without_asking(
    visitor: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def asked(*_: object) -> None:
        raise AssertionError("the database was asked")

    monkeypatch.setattr(queries, "told", asked)
    last = "2" if CODE[-1] != "2" else "3"
    answered = await ask(visitor, CODE[:-1] + last)
    assert answered.status_code == 422
    assert "Satu huruf tampaknya salah ketik" in answered.text
    assert f'value="{CODE[:-1]}{last}"' in answered.text
    assert "<title>Perbaiki: Cek status · Netralitas</title>" in answered.text


async def test_an_unknown_code_gets_help(visitor: httpx.AsyncClient, tell: type_tell) -> None:
    await tell(CODE, TOLD)
    answered = await ask(visitor, codes.make(bytes(12)))
    assert answered.status_code == 404
    assert "Kode tidak ditemukan" in answered.text
    assert "tidak ada tanda terima dengan kode ini" in answered.text
    assert 'action="/cek-status"' in answered.text
    assert answered.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"code=",
        b"kode=x",
        b"code=%00",
        b"code=%FF%FE",
        b"code=%E2%80%AE",
        b"code=a&code=b",
        "code=😀".encode(),
        b"code=" + b"A" * 3000,
    ],
)
async def test_bad_input_is_told_and_never_a_crash(
    visitor: httpx.AsyncClient, content: bytes
) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answered = await visitor.post(sections.STATUS, content=content, headers=headers)
    assert answered.status_code in {400, 422}
    assert "<h1" in answered.text


async def test_a_body_too_large_is_refused(visitor: httpx.AsyncClient) -> None:
    assert (await ask(visitor, "A" * 100_000)).status_code == 413


async def test_guessing_is_slow(visitor: httpx.AsyncClient, seconds: Seconds) -> None:
    tries = [(await ask(visitor, codes.make(bytes([n]) * 12))).status_code for n in range(12)]
    assert tries == [404] * 10 + [429] * 2
    refused = await ask(visitor)
    assert refused.headers["retry-after"] == "30"
    assert "Tunggu 30 detik, lalu coba lagi." in refused.text
    seconds.now += 30
    assert (await ask(visitor)).status_code == 404
    assert (await ask(visitor)).status_code == 429


async def test_typing_mistakes_do_not_use_up_the_tries(visitor: httpx.AsyncClient) -> None:
    for _ in range(20):
        assert (await ask(visitor, CODE[:-1])).status_code == 422
    assert (await ask(visitor)).status_code == 404


async def test_asking_writes_nothing(
    visitor: httpx.AsyncClient, tell: type_tell, clone: Database
) -> None:
    await tell(CODE, TOLD)
    before = await written(clone)
    for code in (CODE, codes.make(bytes(12)), "x"):
        await ask(visitor, code)
    assert await written(clone) == before


async def written(database: Database) -> Any:  # noqa: ANN401 - a number of the catalogue
    """How far the log of writes of the server is, as rows of this database changed."""
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        await root.execute("SELECT pg_stat_force_next_flush()")
        return await root.fetchval(
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables"
        )
    finally:
        await root.close()

"""What the code of a public report shows, before anything is told; and messages both ways."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import httpx
import pytest

from netralitas.intake.envelope import CodeKeys, OfficeKeys, message_place, seal_to
from tests.conftest import Database
from tests.public.conftest import connected
from tests.public.reporting import Somebody
from tests.public.test_check_status import TOLD, ask

type_tell = Callable[..., Awaitable[None]]
WRITTEN = datetime(2024, 9, 3, 3, 0, tzinfo=UTC)


@pytest.fixture
async def somebody(visitor: httpx.AsyncClient, office: OfficeKeys) -> Somebody:
    """Somebody who has sent a report and comes back with nothing but the code."""
    came = Somebody(visitor)
    await came.answer_all()
    await came.send()
    visitor.cookies.clear()
    return came


async def write(somebody: Somebody, text: str) -> httpx.Response:
    return await somebody.client.post("/cek-status/pesan", data={"text": text})


async def test_a_draft_says_that_it_was_not_sent_and_leads_back(
    visitor: httpx.AsyncClient, office: OfficeKeys
) -> None:
    somebody = Somebody(visitor)
    await somebody.begin()
    visitor.cookies.clear()
    shown = await ask(visitor, somebody.code)
    assert shown.status_code == 200
    assert "Laporan ini belum dikirim" in shown.text
    assert (await somebody.get("/periksa")).headers["location"] == "/lapor/kejadian"


async def test_a_sent_report_waits_until_the_worker_tells_something(
    somebody: Somebody, tell: type_tell
) -> None:
    shown = await ask(somebody.client, somebody.code)
    assert shown.status_code == 200
    assert "Diterima, menunggu dicatat petugas" in shown.text
    assert "Keluar cepat" in shown.text
    assert "Identitas Anda" not in shown.text
    await tell(somebody.code, TOLD)
    shown = await ask(somebody.client, somebody.code)
    assert "Diregistrasi" in shown.text
    assert "menunggu dicatat" not in shown.text


async def test_a_refused_report_shows_the_reason_and_takes_no_message(
    somebody: Somebody, clone: Database
) -> None:
    async with connected(clone, "postgres") as root:
        await root.execute(
            "UPDATE inbox.report SET refused_at = now(), refusal = 'Bukan soal netralitas.'"
        )
    shown = await ask(somebody.client, somebody.code)
    assert "Tidak dicatat sebagai laporan" in shown.text
    assert "Bukan soal netralitas." in shown.text
    assert "Kirim pesan" not in shown.text
    assert (await write(somebody, "Halo")).headers["location"] == "/cek-status"


async def test_messages_go_both_ways_without_a_name(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    place, mailbox = message_place(somebody.digest), CodeKeys.of(somebody.code).mailbox_public
    async with connected(clone, "worker") as worker:
        await worker.execute(
            "INSERT INTO published.message VALUES ($1, 1, true, $2, $3)",
            *(somebody.digest, seal_to(mailbox, b"Di mana tepatnya?", place), WRITTEN),
        )
    shown = await ask(somebody.client, somebody.code)
    assert "Di mana tepatnya?" in shown.text
    assert "Selasa, 3 September 2024 pukul 10.00 WIB" in shown.text
    sent = await write(somebody, "Di halaman <b>belakang</b>.")
    assert (sent.status_code, sent.headers["location"]) == (
        303,
        "/cek-status/pesan?terkirim=ya#pesan",
    )
    again = await somebody.client.get("/cek-status/pesan?terkirim=ya")
    assert "Pesan Anda terkirim" in again.text
    assert "Di halaman &lt;b&gt;belakang&lt;/b&gt;." in again.text
    assert "menunggu dibaca" in again.text
    async with connected(clone, "postgres") as root:
        row = await root.fetchrow("SELECT * FROM inbox.message")
    assert b"belakang" not in row["for_office"] + row["for_reporter"]
    opened = office.open(row["key_id"], row["for_office"], place)
    assert opened.decode() == "Di halaman <b>belakang</b>."


@pytest.mark.parametrize(("text", "sentence"), [("  ", "Tulis pesan"), ("x" * 2001, "2000")])
async def test_an_empty_or_overlong_message_comes_back(
    somebody: Somebody, clone: Database, text: str, sentence: str
) -> None:
    await ask(somebody.client, somebody.code)
    refused = await write(somebody, text)
    assert refused.status_code == 422
    assert sentence in refused.text
    assert text.strip() in refused.text
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.message") == 0


async def test_messages_are_throttled_like_codes(somebody: Somebody) -> None:
    await ask(somebody.client, somebody.code)
    answers = [(await write(somebody, f"Pesan {number}")).status_code for number in range(12)]
    assert answers[0] == 303
    assert answers[-1] == 429


async def test_nobody_writes_behind_a_code_that_nobody_has(
    visitor: httpx.AsyncClient, office: OfficeKeys, clone: Database
) -> None:
    somebody = Somebody(visitor)
    assert (await write(somebody, "Halo")).headers["location"] == "/cek-status"
    await somebody.begin()  # a draft that was not sent
    visitor.cookies.set("lapor", somebody.code, path="/cek-status")
    assert (await write(somebody, "Halo")).headers["location"] == "/cek-status"
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.message") == 0


async def test_the_code_stands_in_no_address_and_the_page_is_not_kept(somebody: Somebody) -> None:
    shown = await ask(somebody.client, somebody.code)
    assert shown.headers["cache-control"] == "no-store"
    assert somebody.code not in str(shown.url)
    assert somebody.code not in shown.text
    assert somebody.code.replace("-", "") not in shown.text


async def test_a_message_that_was_sealed_to_somebody_else_says_so(
    somebody: Somebody, clone: Database
) -> None:
    async with connected(clone, "worker") as worker:
        await worker.execute(
            "INSERT INTO published.message VALUES ($1, 1, true, $2, $3)",
            *(somebody.digest, b"x" * 80, WRITTEN),
        )
    shown = await ask(somebody.client, somebody.code)
    assert shown.status_code == 200
    assert "tidak dapat dibuka dengan kode Anda" in shown.text

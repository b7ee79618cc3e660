"""The public log over HTTP: its page and files, tiles, consistency, and the check of a receipt."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import httpx
import pytest

from netralitas.audit.daily import close_day
from netralitas.audit.heads import verifier_of
from netralitas.audit.merkle import leaf_hash
from netralitas.audit.proofs import root_by_inclusion, roots_by_consistency
from netralitas.database.connection import Connection
from netralitas.database.engine import Engine
from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.receipt_seal import promise_of
from netralitas.public.log.composing import log_shown
from netralitas.public.log.routes import LogDoor
from netralitas.public.sheets import tagged
from netralitas.web.refusals import TooMany
from tests.audit.published import run
from tests.conftest import Database
from tests.public.conftest import NOW, Seconds, connected
from tests.public.reporting import Somebody
from tests.public.test_check_status import ask

SEED = bytes(range(32))
DAY = date(2024, 9, 3)
VERIFIER = verifier_of(SEED, "netralitas")

type_close = Callable[..., Awaitable[int]]


@asynccontextmanager
async def working(clone: Database) -> AsyncIterator[Connection]:
    """A transaction as the worker."""
    async with connected(clone, "worker") as worker:
        await worker.execute("BEGIN")
        await worker.execute("SELECT set_config('netralitas.everything', 'yes', true)")
        yield worker
        await worker.execute("COMMIT")


@pytest.fixture
def close(clone: Database) -> type_close:
    """Close a day of the log as the worker would; gives the size of its head."""

    async def closed(after: int = 0) -> int:
        async with working(clone) as worker:
            head = await close_day(worker, SEED, "netralitas", DAY + timedelta(days=after), NOW)
        assert head is not None
        return head.size

    return closed


@pytest.fixture
async def somebody(visitor: httpx.AsyncClient, office: OfficeKeys) -> Somebody:
    """Somebody who has sent a report with a file and comes back with nothing but the code."""
    came = Somebody(visitor)
    await came.begin()
    await came.answer("kejadian", "siapa", "pemilihan", "kapan", "diketahui", "tempat")
    await came.answer("tautan", "saksi")
    await came.upload()
    await came.post("/berkas/lanjut")
    await came.send()
    visitor.cookies.clear()
    return came


async def test_a_receipt_waits_for_the_night_then_is_in_and_proves_it(
    somebody: Somebody, close: type_close
) -> None:
    shown = await ask(somebody.client, somebody.code)
    assert "Belum masuk catatan publik" in shown.text
    assert "Unduh bukti" not in shown.text
    first = await close()
    shown = await ask(somebody.client, somebody.code)
    assert "Tercatat, dan tidak berubah" in shown.text
    assert "belum membukukan laporannya sebagai perkara" in shown.text
    last = await close(1)
    sent = await somebody.client.post("/cek-status/bukti")
    assert sent.headers["content-disposition"] == 'attachment; filename="bukti-catatan.json"'
    assert sent.headers["cache-control"] == "no-store"
    proof = sent.json()
    assert somebody.code not in sent.text
    assert somebody.code.replace("-", "") not in sent.text
    receipt = proof["receipt"]
    leaf = leaf_hash(promise_of(bytes.fromhex(receipt["salt"]), receipt["said"]))
    path = [base64.b64decode(one) for one in receipt["inclusion"]]
    root = base64.b64decode(proof["checkpoint"].splitlines()[2])
    assert root_by_inclusion(leaf, receipt["position"], last, path) == root
    grown = [base64.b64decode(one) for one in proof["consistency"]]
    before = base64.b64decode(proof["day_checkpoint"].splitlines()[2])
    assert roots_by_consistency(first, last, grown, before) == (before, root)


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE inbox.receipt_seal SET said = replace(said, 'anonymous', 'named')",
        "UPDATE inbox.file SET sha256 = sha256('another')",
        "DELETE FROM inbox.receipt_seal",
        "UPDATE published.log_entry SET leaf = sha256('another')",
        "UPDATE published.log_entry SET position = (position + 1) % 256",
        "UPDATE published.log_tile SET hashes = substring(hashes FOR 32) WHERE level = 0",
    ],
)
async def test_what_was_changed_behind_a_receipt_raises_the_alarm(
    somebody: Somebody, close: type_close, clone: Database, attack: str
) -> None:
    await close()
    async with connected(clone, "postgres") as root:
        await root.execute("SET session_replication_role = replica")
        await root.execute(attack)
    shown = await ask(somebody.client, somebody.code)
    assert shown.status_code == 200
    assert "tidak cocok dengan catatan publik" in shown.text
    assert "Unduh bukti" not in shown.text


async def test_only_before_the_first_public_head_may_a_seal_be_missing(
    somebody: Somebody, close: type_close, clone: Database
) -> None:
    async with connected(clone, "postgres") as root:
        await root.execute("SET session_replication_role = replica")
        await root.execute("DELETE FROM inbox.receipt_seal")
    assert "Belum mempunyai segel" in (await ask(somebody.client, somebody.code)).text
    await close()  # at a moment before the report was sent
    shown = await ask(somebody.client, somebody.code)
    assert "tidak cocok dengan catatan publik" in shown.text


async def test_what_the_site_sends_satisfies_the_verifier(
    somebody: Somebody, close: type_close, clone: Database, tmp_path: Path
) -> None:
    await close()
    await close(1)
    async with working(clone) as worker:
        shown = await log_shown(worker, VERIFIER, "https://contoh.id")
    files = {file.path.removeprefix("/log/"): file.body for file in shown.files}
    for name in ("tile/0/000", "tile/0/001", "tile/1/000.p/2", "konsistensi/256/512"):
        answer = await somebody.client.get(f"/log/{name}")
        files[name] = answer.content
    await ask(somebody.client, somebody.code)
    files["bukti.json"] = (await somebody.client.post("/cek-status/bukti")).content
    for name, body in files.items():
        path = tmp_path / name
        if name.startswith("checkpoint/"):
            path = tmp_path / name.replace("/", "-")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    old = tmp_path / "checkpoint-256"
    for asked in (
        ("catatan", tmp_path, "--kepala", old),
        ("bukti", tmp_path / "bukti.json", "--kepala", old, "--sumber", tmp_path),
        ("banding", old, tmp_path / "checkpoint", "--sumber", tmp_path),
    ):
        found = await asyncio.to_thread(partial(run, *asked, key=str(VERIFIER)))
        assert found.code == 0, found.text
    (tmp_path / "konsistensi/256/512").write_text('{"proof": []}', encoding="utf-8")
    forked = ("banding", old, tmp_path / "checkpoint", "--sumber", tmp_path)
    found = await asyncio.to_thread(partial(run, *forked, key=str(VERIFIER)))
    assert (found.code, "bercabang" in found.text) == (1, True)


async def test_the_proof_needs_the_code(visitor: httpx.AsyncClient, close: type_close) -> None:
    await close()
    asked = await visitor.post("/cek-status/bukti")
    assert (asked.status_code, asked.headers["location"]) == (303, "/cek-status")


async def test_tiles_and_consistency_are_there_for_what_was_published_and_nothing_else(
    visitor: httpx.AsyncClient, close: type_close, clone: Database
) -> None:
    await close()
    last = await close(1)
    whole = await visitor.get("/log/tile/0/000")
    assert (whole.status_code, len(whole.content)) == (200, 8192)
    assert whole.headers["content-type"] == "application/octet-stream"
    assert "immutable" in whole.headers["cache-control"]
    assert len((await visitor.get("/log/tile/1/000.p/2")).content) == 64
    told = (await visitor.get(f"/log/konsistensi/256/{last}")).json()
    proof = [base64.b64decode(one) for one in told["proof"]]
    async with connected(clone, "postgres") as root:
        roots = [
            r[0] for r in await root.fetch("SELECT root FROM published.log_head ORDER BY size")
        ]
    assert roots_by_consistency(256, last, proof, roots[0]) == tuple(roots)
    for nowhere in (
        *("/log/tile/0/002", "/log/tile/1/000", "/log/tile/1/000.p/3", "/log/tile/8/000"),
        *("/log/tile/0/000.p/256", "/log/tile/0/000.p/0", "/log/tile/0/0", "/log/tile/x/000"),
        *("/log/tile/0/x000/000", "/log/tile/0/x999/x999/x999/x999/x999/999"),
        f"/log/tile/{'9' * 400}/000",
        *("/log/konsistensi/256/300", "/log/konsistensi/512/256", "/log/konsistensi/0/256"),
        f"/log/konsistensi/256/{'9' * 18}",
        f"/log/konsistensi/256/{'9' * 400}",
        *(
            "/log/konsistensi/-1/256",
            "/log/konsistensi/a/b",
            "/log/tile/0/%00",
            "/log/tile/0/000.p",
        ),
    ):
        assert (await visitor.get(nowhere)).status_code == 404, nowhere
    assert (await visitor.get("/log/lain")).status_code in {404, 503}


async def test_the_page_and_its_files_say_what_was_published(
    close: type_close, clone: Database
) -> None:
    async with working(clone) as worker:
        empty = await log_shown(worker, VERIFIER, "https://contoh.id")
    assert {file.path for file in empty.files} == {
        *("/log/periksa.py", "/log/kunci.txt", "/log/pernyataan")
    }
    await close()
    await close(1)
    async with working(clone) as worker:
        shown = await log_shown(worker, VERIFIER, "https://contoh.id")
    files = {file.path: file.body.decode() for file in shown.files}
    assert files["/log/checkpoint"] == files["/log/checkpoint/512"]
    assert [json.loads(line)["size"] for line in files["/log/kepala.jsonl"].splitlines()] == [
        512,
        256,
    ]
    assert files["/log/kunci.txt"] == f"{VERIFIER}\n"
    ((sheet, _), _) = tagged(shown.sheets, None, demo=False)  # type: ignore[arg-type]  # it is lasting
    page = sheet.content
    assert [head.href for head in page.heads] == ["/log/checkpoint/512", "/log/checkpoint/256"]  # type: ignore[attr-defined]  # a LogPage


def test_one_address_may_take_a_whole_log_but_not_for_ever(seconds: Seconds) -> None:
    door = LogDoor(Engine(), seconds, lambda request: request)  # type: ignore[arg-type, return-value]  # an address is its own request
    for _ in range(6000):
        door.count("192.0.2.1")  # type: ignore[arg-type]  # the same
    with pytest.raises(TooMany):
        door.count("192.0.2.1")  # type: ignore[arg-type]  # the same
    door.count("192.0.2.2")  # type: ignore[arg-type]  # the same
    seconds.now += 1
    door.count("192.0.2.1")  # type: ignore[arg-type]  # the same

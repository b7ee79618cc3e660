"""What is of no case is disposed of too: complaints, refused web reports, addresses of pages."""

import asyncio
import json
from hashlib import sha256
from io import BytesIO
from uuid import uuid4

import asyncpg
import pytest

from netralitas.database.engine import ENGINE
from netralitas.disposal.commands import export_ledger, reapply_ledger
from netralitas.disposal.commands.ledger import OtherInstallationError
from netralitas.disposal.domain import Disposable
from netralitas.intake.inbox.collecting import collect
from netralitas.intake.inbox.refusing import refuse_report
from netralitas.service.commands import answer, close
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.disposal.conftest import Office, as_root
from tests.disposal.test_disposal import decided, elsewhere
from tests.documents.papers import together
from tests.evaluation.test_recount import restore
from tests.evidence.web.happening import ACCOUNT, entered
from tests.intake.letterbox import OFFICE, Letterbox, Sent, photo
from tests.make import days_ago
from tests.pages import PDF
from tests.service.complaining import Desk

__all__ = ["elsewhere"]

EVERY = ("complaint", "web_report", "web_address")
CAPTURED = PDF + b"zzyxcaptured"
REASON = "Zzyxcanary bukan kewenangan kantor ini."
LEFT = """
SELECT (SELECT sum(octet_length(content) + octet_length(mailbox)) FROM service_complaint)
     + (SELECT sum(octet_length(for_office) + octet_length(for_sender)) FROM service_message)
     + (SELECT count(*) FROM inbox.file)
     + (SELECT count(*) FROM web_address WHERE account IS NOT NULL)
     + (SELECT count(*) FROM capture WHERE url LIKE 'https%')
     + (SELECT count(*) FROM inbox.report WHERE refusal LIKE 'Zzyx%' OR sealed_key <> '')
"""


@pytest.fixture
def letterbox(office: Office) -> Letterbox:
    """Where the public writes to the offices of the town."""
    return Letterbox(database=office.database, offices=office.town.offices)


async def closed_complaint(office: Office, letterbox: Letterbox) -> Sent:
    """A complaint that was answered and closed long ago."""
    desk = Desk(letterbox=letterbox)
    sent = await desk.complain(officer="Rina Paramita")
    await answer(office.town.sari, sent.id, "Mohon maaf, loket buka lagi.", keys=OFFICE)
    await close(office.town.sari, sent.id)
    await desk.work()
    async with as_root(office.database) as c:
        await c.execute("UPDATE service_complaint SET closed_at = now() - interval '80 days'")
    return sent


async def refused_report(office: Office, letterbox: Letterbox) -> Sent:
    """A report of the public that was refused long ago, with a file; its code knows why."""
    sent = await letterbox.send(files=(photo(),))
    await refuse_report(office.town.rina, sent.id, REASON)
    await letterbox.work(collect)
    async with as_root(office.database) as c:
        await c.execute("UPDATE inbox.report SET refused_at = now() - interval '80 days'")
    return sent


async def captured_address(office: Office) -> int:
    """An address of long ago in the register, and what was captured of it."""
    address = await entered(office.town, "https://contoh.example/zzyxcanary", seen_on=days_ago(80))
    kept = await office.storage.keep(BytesIO(CAPTURED), len(CAPTURED))
    digest, officer = bytes.fromhex(kept.digest), office.town.rina
    async with as_root(office.database) as c:
        await c.execute(
            "INSERT INTO file (digest, size, media_type, stored_at) VALUES ($1, $2, $3, now())",
            *(digest, kept.size, kept.media_type),
        )
        await c.execute(
            "INSERT INTO capture (web_address, organisation, asked_by, url, asked_at, state, warc,"
            " warc_verdict, shot, picture_verdict, finished_at, readers, tries)"
            " VALUES ($1, $2::integer, $3, 'https://contoh.example/zzyxcanary', now(), 'done', $4,"
            " 'none', 'none', 'none', now(), ARRAY[$2::integer], 0)",
            *(address, officer.organisation, officer.officer, digest),
        )
    return address


async def disposed_of(office: Office, kept: Disposable) -> int:
    """Everything of a class, by two people; the list that says so."""
    assert await office.propose() == 0  # without a period in force nothing of it is due
    await office.rule(kept)
    assert (await office.propose(), await office.propose()) == (1, 0)
    disposal = await decided(office, kept)
    await office.work()
    assert await office.value("SELECT state FROM disposal WHERE id = $1", disposal) == "carried_out"
    return disposal


async def paper_of(office: Office, disposal: int) -> str:
    digest = await office.value(
        "SELECT encode(minutes, 'hex') FROM disposal WHERE id = $1", disposal
    )
    return together(b"".join(office.storage.pieces(digest)))


async def test_a_closed_complaint_loses_its_words_and_its_messages_and_is_still_counted(
    office: Office, letterbox: Letterbox, visit: Visits
) -> None:
    sent = await closed_complaint(office, letterbox)
    await Desk(letterbox=letterbox).complain()  # an open one is not due
    assert len(await letterbox.thread(sent)) == 1
    disposal = await disposed_of(office, Disposable.COMPLAINT)
    assert "1pesan" in await paper_of(office, disposal)
    assert await letterbox.thread(sent) == []
    row = (await letterbox.rows("SELECT * FROM service_complaint WHERE id = $1", sent.id))[0]
    assert (row["content"], row["mailbox"], row["state"]) == (b"", b"", "closed")
    assert row["kept_out"] == [office.town.rina.officer]  # she still does not see that it was
    await Desk(letterbox=letterbox).work()
    assert await letterbox.thread(sent) == []
    sari = await visit("sari")
    page = await sari.go(f"/pengaduan-layanan/{sent.id}")
    assert page.status == 200
    assert page.text.count("dimusnahkan menurut berita acara") == 2


async def test_a_refused_report_loses_its_files_and_reason_and_a_waiting_one_stays(
    office: Office, letterbox: Letterbox
) -> None:
    sent = await refused_report(office, letterbox)
    waiting = await letterbox.send(files=(photo(),))
    told = await letterbox.told(sent)
    assert "Zzyxcanary" in json.dumps(told)
    await disposed_of(office, Disposable.WEB_REPORT)
    await letterbox.work(collect)
    told = await letterbox.told(sent)
    assert "Zzyxcanary" not in json.dumps(told)
    assert "dimusnahkan" in json.dumps(told)
    reports = await letterbox.rows("SELECT id, refusal FROM inbox.report ORDER BY id")
    assert [row["id"] for row in reports] == [sent.id, waiting.id]
    files = await letterbox.rows("SELECT digest FROM inbox.file")
    assert [row["digest"] for row in files] == [waiting.digest]


async def test_an_address_loses_what_it_names_and_what_was_captured_unless_it_became_a_case(
    office: Office, visit: Visits
) -> None:
    address = await captured_address(office)
    await disposed_of(office, Disposable.WEB_ADDRESS)
    assert await office.value("SELECT count(*) FROM disposed_file") == 0
    left = "SELECT count(*) FROM file WHERE digest = $1"
    assert await office.value(left, sha256(CAPTURED).digest()) == 0
    page = await (await visit("rina")).go(f"/alamat/{address}")
    assert page.status == 200
    assert "Data ini dimusnahkan." in page.text
    assert "zzyxcanary" not in page.html
    assert ACCOUNT not in page.html


async def tried(office: Office, statement: str, *values: object) -> None:
    """Do it as the worker, which sees every row."""
    worker = await asyncpg.connect(office.database.dsn("worker"))
    try:
        async with worker.transaction():
            await worker.execute("SET LOCAL netralitas.everything = 'yes'")
            await worker.fetchval(statement, *values)
    finally:
        await worker.close()


@pytest.mark.parametrize("kind", ["complaint", "web_report"])
async def test_the_database_empties_neither_without_a_line_of_the_ledger_or_an_approved_list(
    office: Office, letterbox: Letterbox, kind: str
) -> None:
    sent = await (closed_complaint if kind == "complaint" else refused_report)(office, letterbox)
    emptying = {
        "complaint": "SELECT dispose_complaint($1)",
        "web_report": "SELECT dispose_web_report($1)",
    }
    entering = (
        "INSERT INTO erasure (kind, ids, erased_at, reapplied, readers)"
        " VALUES ($1, ARRAY[$2::bigint], now(), false, '{}')"
    )
    for statement, values in ((emptying[kind], (sent.id,)), (entering, (kind, sent.id))):
        with pytest.raises(asyncpg.PostgresError, match=r"being disposed of|approved list"):
            await tried(office, statement, *values)


async def test_both_stay_erased_after_a_restore(
    office: Office, letterbox: Letterbox, elsewhere: Database
) -> None:
    await closed_complaint(office, letterbox)
    await refused_report(office, letterbox)
    await captured_address(office)
    await asyncio.to_thread(restore, office.database, elsewhere)  # the backup
    await disposed_of(office, Disposable.COMPLAINT)
    await disposed_of(office, Disposable.WEB_REPORT)
    await disposed_of(office, Disposable.WEB_ADDRESS)
    lines = [line async for line in export_ledger()]
    assert [json.loads(line)["kind"] for line in lines] == list(EVERY)
    await ENGINE.close()
    await ENGINE.open(elsewhere.dsn("owner"))
    assert await office.value(LEFT) > 0
    told = await reapply_ledger(lines, office.storage)
    assert dict(told.applied) == dict.fromkeys(EVERY, 1)
    assert (await reapply_ledger(lines, office.storage)).already == 3
    assert await office.value(LEFT) == 0
    complaint, report, page = (json.loads(line) | {"mark": str(uuid4())} for line in lines)
    with pytest.raises(OtherInstallationError):
        await reapply_ledger(
            [json.dumps(complaint | {"proof": "00" * 32}).encode()], office.storage
        )
    elsewhere_too = {"ids": [987654321]}
    for absent in (complaint | elsewhere_too, page | elsewhere_too, report | {"token": "00" * 32}):
        assert (await reapply_ledger([json.dumps(absent).encode()], office.storage)).absent == 1

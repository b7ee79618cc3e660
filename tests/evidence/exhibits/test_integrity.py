"""Kept files are read again; what changed or is lost is named, told, and warned of."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from netralitas import clock
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.evidence.domain import Verdict
from netralitas.evidence.folder import Folder
from netralitas.evidence.integrity.rechecking import Rechecking, ask_for_recheck
from netralitas.evidence.integrity.telling import TELL, TellingAlarm
from netralitas.settings import Settings
from tests.cases.conftest import Visits
from tests.databases import Database
from tests.evidence.exhibits.world import PDF, enter, photo, storage_of
from tests.make import Town, make_case
from tests.notices.conftest import AsWorker
from tests.notices.post_office import PostOffice, open_post_office
from tests.programs import run

ALARMS = (
    "SELECT encode(file, 'hex') AS digest, verdict, cases, ended_at FROM file_alarm ORDER BY id"
)


@pytest.fixture
async def post_office() -> AsyncIterator[PostOffice]:
    """A mail server that keeps what it takes."""
    async with open_post_office() as opened:
        yield opened


async def digests(case: int) -> list[str]:
    """The digests of the evidence of a case."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT encode(file, 'hex') FROM document WHERE case_file = $1 ORDER BY id", case
        )
    return [row[0] for row in rows]


async def alarms() -> list[Any]:
    """What is known to be damaged."""
    async with reading(EVERYTHING) as c:
        return list(await c.fetch(ALARMS))


async def look(as_worker: AsWorker, settings: Settings, later: int = 31) -> dict[str, Verdict]:
    """Read all files again, as the worker does so many days later."""
    rechecking = Rechecking(settings, storage_of(settings))
    async with as_worker() as c:
        found = await rechecking.check_due(c, clock.now() + timedelta(days=later - 30))
    return dict(found)


def alter(place: Path) -> bytes:
    """Change one byte on the disk, and return what was there."""
    before = place.read_bytes()
    place.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    return before


async def test_a_file_changed_on_the_disk_is_named_warned_of_and_mended(
    town: Town, visit: Visits, settings: Settings, as_worker: AsWorker
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo("maroon"), PDF + b"satu")
    changed, whole = await digests(case)
    place = Folder(settings.data / "files").path(changed)
    before = alter(place)
    found = await look(as_worker, settings)
    assert (found[changed], found[whole]) == (Verdict.CHANGED, Verdict.WHOLE)
    assert [(row["digest"], row["verdict"], row["cases"]) for row in await alarms()] == [
        (changed, "changed", [case])
    ]
    page = await (await visit("rina")).go(f"/perkara/{case}/bukti/1")
    assert "tidak lagi sama dengan sidik" in page.text
    assert "berubah" in (await (await visit("rina")).go(f"/perkara/{case}/bukti")).text
    administrator = await visit("hadi")
    told = await administrator.go("/administrasi/berkas")
    assert changed in told.text
    assert f"perkara {case}" in told.text
    await look(as_worker, settings, later=62)
    assert len(await alarms()) == 1
    place.write_bytes(before)
    await look(as_worker, settings, later=93)
    assert (await alarms())[0]["ended_at"] is not None
    assert "Sudah pulih" in (await administrator.go("/administrasi/berkas")).text


async def test_a_file_that_is_gone_is_lost(
    town: Town, settings: Settings, as_worker: AsWorker
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo("indigo"))
    [gone] = await digests(case)
    Folder(settings.data / "files").path(gone).unlink()
    assert await look(as_worker, settings) == {gone: Verdict.LOST}


async def test_only_files_that_are_due_are_read_and_each_goes_to_the_end_of_the_line(
    town: Town, settings: Settings, as_worker: AsWorker
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo("coral"), PDF + b"dua")
    rechecking = Rechecking(settings, storage_of(settings))
    async with as_worker() as c:
        assert await rechecking.check_due(c, clock.now() - timedelta(days=30)) == []
        first = clock.now() + timedelta(seconds=1)
        assert len(await rechecking.check_due(c, first)) == 2
    async with as_worker() as c:
        await c.execute("UPDATE file SET checked_at = checked_at + interval '1 day'")
        assert await rechecking.check_due(c, first) == []


async def test_one_job_of_each_kind_waits_however_often_it_is_asked(
    town: Town, as_worker: AsWorker
) -> None:
    async with as_worker() as c:
        await ask_for_recheck(c)
        await ask_for_recheck(c)
        kinds = await c.fetch("SELECT kind FROM job WHERE kind LIKE '%_files' ORDER BY kind")
    assert [row[0] for row in kinds] == ["recheck_files", "scan_files"]


async def test_administrators_are_mailed_a_number_and_a_link_and_nothing_else(
    town: Town, settings: Settings, as_worker: AsWorker, post_office: PostOffice
) -> None:
    mailing = replace(
        settings,
        smtp_host="127.0.0.1",
        smtp_port=post_office.port,
        smtp_start_tls=False,
        mail_from="netralitas@kantor.test",
    )
    case = (await make_case(town)).id
    await enter(town, settings, case, photo("salmon"))
    [digest] = await digests(case)
    alter(Folder(settings.data / "files").path(digest))
    async with writing(EVERYTHING) as c:
        await c.execute(
            "UPDATE officer SET email = 'tata@kantor.test' WHERE id = $1",
            town.actors["hadi"].officer,
        )
    await look(as_worker, mailing)
    async with as_worker() as c:
        [job] = await c.fetch("SELECT payload FROM job WHERE kind = $1", TELL)
        await TellingAlarm(mailing)(c, job["payload"])
    [message] = post_office.taken
    assert message["To"] == "tata@kantor.test"
    said = message.get_content()
    assert "/administrasi/berkas" in said
    assert digest not in said
    assert "Berkas 1" not in said


async def test_the_command_line_names_what_changed_and_ends_with_one(
    town: Town, settings: Settings, engine: Database
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo("tan"))
    [digest] = await digests(case)
    here = replace(settings, worker_dsn=engine.dsn("worker"), app_dsn=engine.dsn("app")).lines()
    whole = run("evidence", "check", "--all", environment=here)
    assert (whole.code, whole.err) == (0, "")
    assert "0 damaged" in whole.out
    place = Folder(settings.data / "files").path(digest)
    before = alter(place)
    damaged = run("evidence", "check", "--all", environment=here)
    assert damaged.code == 1
    assert f"changed {digest} cases {case}" in damaged.out
    assert run("evidence", "check", environment=here).code == 1  # known, though nothing is due
    place.write_bytes(before)
    assert run("evidence", "check", "--all", environment=here).code == 0

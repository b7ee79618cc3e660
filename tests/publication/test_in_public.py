"""From the release to the public: page, data and feed, and nothing that points at anybody."""

import io
from collections.abc import AsyncIterator
from datetime import timedelta
from zipfile import ZipFile

import asyncpg
import pytest

from netralitas import clock
from netralitas.audit.sequencer import sequence
from netralitas.cases.answers import Answers
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.database.engine import _prepare
from netralitas.database.transactions import writing
from netralitas.public.following import LOOK_EVERY as FOLLOWED_EVERY
from netralitas.public.preparing import LONGEST, LOOK_EVERY, Preparer
from netralitas.vault.cipher import Keys, Purpose
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Subject
from tests.conftest import Database
from tests.make import Town, days_ago, move, person
from tests.publication.conftest import approve, concluded_case, draft, end, publish, publisher
from tests.security.canaries import EVERY, REPORTER, RESPONDENT, canary, singing

UNIT = "Dinas Zgereja Xtersembunyi"
POST = "Kepala Seksi Qburung Zlangka"
HIDDEN = (*EVERY, canary("Zgereja Xtersembunyi"), canary("Qburung Zlangka"))


@pytest.fixture
async def public_worker(engine: Database) -> AsyncIterator[Connection]:
    """A connection of the worker, with the codecs of the engine."""
    connection = await asyncpg.connect(engine.dsn("worker"))
    await _prepare(connection)
    yield connection
    await connection.close()


async def shown(connection: Connection, preparer: Preparer) -> dict[str, bytes]:
    """Everything that is published after a round of the worker, by its address."""
    await connection.execute("BEGIN")
    await connection.execute(local_settings(EVERYTHING))
    await sequence(connection)
    await preparer.run(connection)
    rows = await connection.fetch(
        "SELECT path, body FROM published.page"
        " UNION ALL SELECT '/data/versi/' || day || '/' || name, body FROM published.data_file"
    )
    await connection.execute("COMMIT")
    return {row["path"]: row["body"] for row in rows}


def unpacked(body: bytes) -> bytes:
    """What is in a file: of a workbook its parts."""
    if not body.startswith(b"PK\x03\x04"):
        return body
    with ZipFile(io.BytesIO(body)) as archive:
        return b" ".join(archive.read(name) for name in archive.namelist())


def outcome_pages(pages: dict[str, bytes]) -> set[str]:
    return {path for path in pages if path.startswith("/hasil/")} - {"/hasil/koreksi"}


async def test_a_release_is_a_page_a_row_and_news_and_points_at_nobody(
    town: Town, public_worker: Connection
) -> None:
    somebody = person(name=RESPONDENT, unit=UNIT, position=POST)
    case = await concluded_case(town, somebody)
    async with writing(town.rina) as c:
        keys = Keys.derive(Purpose.IDENTITY, "1", {"1": b"k" * 32})
        await put_in(
            c,
            case_file=case,
            subject=Subject.REPORTER,
            identity=REPORTER,
            readers=[town.offices["kab"]],
            keys=keys,
        )
    preparer = Preparer(demo=False, site="https://hasil.contoh.test")
    assert outcome_pages(await shown(public_worker, preparer)) == set()
    await draft(town, case, summary="Seorang pegawai hadir pada deklarasi.")
    await publish(town, case)
    pages = await shown(public_worker, preparer)
    [address] = outcome_pages(pages)
    assert address.encode() in pages["/hasil.atom"]
    assert pages["/data/hasil.csv"].count(b"\r\n") == 2
    assert b"hukuman_disiplin_sedang" in pages["/data/hasil.csv"]
    assert b"Seorang pegawai hadir" in pages[address]
    assert not {f"/hasil/{number}" for number in range(50)} & pages.keys()
    await end(town.sari, case, "withdraw", public_reason="recognisable")
    after = await shown(public_worker, preparer)
    assert b"Seseorang mungkin dapat dikenali" not in after[address]
    assert b"seseorang mungkin dapat dikenali" in after[address]
    assert b"Seorang pegawai hadir" not in after[address] + after["/hasil.atom"]
    assert after["/data/hasil.csv"].count(b"\r\n") == 1
    assert b"seseorang_mungkin_dapat_dikenali" in after["/data/koreksi.csv"]
    for path, body in {**pages, **after}.items():
        assert singing(unpacked(body), HIDDEN) == [], path
        assert f"case={case}".encode() not in body


async def test_an_embargo_ends_by_itself_and_nothing_is_read_before(
    town: Town, public_worker: Connection
) -> None:
    case = await concluded_case(town)
    await draft(town, case)
    await approve(town, case)
    await move(town.dewa, case, "no_objection", workflow="publication")
    preparer = Preparer(demo=False)
    later = Answers(embargo=days_ago(-2))
    await move(publisher(town), case, "publish", workflow="publication", answers=later)
    before = await shown(public_worker, preparer)
    assert outcome_pages(before) == set()
    assert before["/data/hasil.csv"].count(b"\r\n") == 1
    with clock.at(clock.now() + timedelta(days=3)):
        after = await shown(public_worker, preparer)
    assert len(outcome_pages(after)) == 1
    assert after["/data/hasil.csv"].count(b"\r\n") == 2


def test_what_is_released_is_looked_for_and_fetched_within_a_minute() -> None:
    preparer = Preparer(demo=False)
    now = clock.now()
    preparer._took = timedelta(minutes=5)
    assert LOOK_EVERY <= preparer.following(now) - now == LONGEST
    assert LONGEST + timedelta(seconds=FOLLOWED_EVERY) < timedelta(seconds=60)

"""Point in time: a base backup, an increment, the write-ahead log, and the moment before a mistake.

It is done with PostgreSQL's own programs, as docs/operations.md tells it; sealed on its way.
"""

import io
import os
import subprocess
import tarfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import asyncpg
import pytest
from click.testing import CliRunner

from netralitas.audit.padding import padding_key
from netralitas.audit.verify import verify
from netralitas.bringing_up import bring_up
from netralitas.cli import main
from netralitas.database.bootstrap import bootstrap
from netralitas.database.embedded import EmbeddedServer, remove
from netralitas.database.embedded_paths import Layout, layout
from tests.audit.ledger import SEED, Ledger, opened
from tests.audit.scene import VERIFIER
from tests.audit.test_daily import closed
from tests.databases import Database
from tests.soak.conftest import Tell

pytestmark = pytest.mark.soak

DATABASE = "netralitas"


@pytest.fixture
def folder(demo_folder: Path) -> Iterator[Path]:
    """A folder that the server's account can enter and write to."""
    made = demo_folder / "point-in-time"
    made.mkdir()
    account = layout(made / "server").account
    for name in ("archive", "sealed", "base", "increment"):
        (made / name).mkdir(mode=0o700)
        os.chown(made / name, account.uid, account.gid)
    yield made
    for name in ("server", "again"):
        remove(made / name)


def archiving(folder: Path) -> dict[str, str]:
    """The settings under which a server keeps every segment, and knows what changed since when."""
    archive = folder / "archive"
    return {
        "archive_mode": "on",
        "archive_command": f"test ! -f {archive}/%f && cp %p {archive}/%f",
        "summarize_wal": "on",
    }


def back_to(folder: Path, moment: datetime) -> dict[str, str]:
    """The settings with which a server replays its archive up to a moment, and goes on there."""
    return {
        "restore_command": f"cp {folder / 'archive'}/%f %p",
        "recovery_target_time": moment.isoformat(),
        "recovery_target_action": "promote",
    }


def run_as_server(where: Layout, program: str, *arguments: str | Path) -> bytes:
    done = subprocess.run(  # noqa: S603 - the server's own program
        [where.programs / program, *arguments],
        check=False,
        capture_output=True,
        **where.account.process(),
    )
    assert done.returncode == 0, done.stderr.decode()
    said: bytes = done.stdout
    return said


def through_age(folder: Path, name: str, tar: bytes) -> bytes:
    """What comes out again of what was sealed into a file."""
    keys, sealed = folder / "identity", folder / "sealed" / f"{name}.tar.age"
    if not keys.exists():
        (folder / "recipient").write_text(backup("identity", keys))
    recipient = (folder / "recipient").read_text().strip()
    backup("seal", "--to", sealed, "--recipient", recipient, given=tar)
    assert b"PG_VERSION" not in sealed.read_bytes()
    backup("open", sealed, "--identity", keys, "--to", folder / f"{name}.tar")
    return (folder / f"{name}.tar").read_bytes()


def backup(*arguments: object, given: bytes = b"") -> str:
    done = CliRunner().invoke(main, ["backup", *map(str, arguments)], input=given)
    assert done.exit_code == 0, done.output
    return done.stdout


def unpacked(where: Layout, tar: bytes, to: Path) -> None:
    """Lay a base backup down as the server's own files."""
    with tarfile.open(fileobj=io.BytesIO(tar)) as packed:
        packed.extractall(to, filter="data")
    for path in (to, *to.rglob("*")):
        os.chown(path, where.account.uid, where.account.gid)


@dataclass(frozen=True, kw_only=True)
class Past:
    """What there was at a moment, before somebody made a mistake."""

    events: int
    moment: datetime


async def events(ledger: Ledger) -> int:
    count: int = await ledger.c.fetchval("SELECT count(*) FROM event")
    return count


def taken(folder: Path, name: str, server: EmbeddedServer, tell: Tell, *options: str) -> None:
    """Take a base backup or an increment, through age and back, and lay it down."""
    where, begun = layout(folder / "server"), time.monotonic()
    base = ("--format=tar", "--wal-method=fetch", "--checkpoint=fast", "--pgdata=-")
    tar = run_as_server(where, "pg_basebackup", *base, *options, f"--dbname={server.dsn()}")
    tell(name, f"{len(tar) / 1e6:.1f} MB in {time.monotonic() - begun:.1f} s")
    unpacked(where, through_age(folder, name, tar), folder / name)


async def lived(folder: Path, server: EmbeddedServer, tell: Tell) -> Past:
    """Backups, work after each of them, and a mistake at the end."""
    await bootstrap(server.dsn(), DATABASE)
    await bring_up(server.dsn("netralitas_owner", DATABASE), lambda _: None)
    async with opened(Database(server, DATABASE)) as ledger:
        stream = (await ledger.case()).stream
        taken(folder, "base", server, tell)
        await ledger.add(stream, *[ledger.event(stream)] * 200)
        await closed(ledger)
        manifest = folder / "base" / "backup_manifest"
        taken(folder, "increment", server, tell, f"--incremental={manifest}")
        await ledger.add(stream, *[ledger.event(stream)] * 100)
        moment = await ledger.c.fetchval("SELECT clock_timestamp()")
        past = Past(events=await events(ledger), moment=moment)
    root = await asyncpg.connect(server.dsn(database=DATABASE))
    await root.execute("DROP TABLE case_text, event_note")  # the mistake
    await root.execute("SELECT pg_switch_wal()")
    await root.close()
    return past


def recovered(folder: Path) -> None:
    """Put base and increment together where a server finds them, and have it replay its archive."""
    where, again = layout(folder / "server"), folder / "again"
    again.mkdir(mode=0o700)
    os.chown(again, where.account.uid, where.account.gid)
    parts = (folder / "base", folder / "increment")
    run_as_server(where, "pg_combinebackup", *parts, f"--output={again / 'pg'}")
    signal = again / "pg" / "recovery.signal"
    signal.touch()
    os.chown(signal, where.account.uid, where.account.gid)


async def test_a_mistake_is_undone_by_going_back_to_the_moment_before_it(
    folder: Path, tell: Tell
) -> None:
    with EmbeddedServer(folder / "server", settings=archiving(folder)) as server:
        past = await lived(folder, server, tell)
    begun = time.monotonic()
    recovered(folder)
    with EmbeddedServer(folder / "again", settings=back_to(folder, past.moment)) as again:
        root = await asyncpg.connect(again.dsn(database=DATABASE))
        assert await root.fetchval("SELECT count(*) FROM event") == past.events
        assert await root.fetchval("SELECT to_regclass('case_text') IS NOT NULL"), "it is undone"
        assert not await root.fetchval("SELECT pg_is_in_recovery()"), "and work goes on"
        await root.close()
        verdict = await verify(
            Database(again, DATABASE).dsn("auditor"), VERIFIER, padding=padding_key(SEED)
        )
        assert (verdict.whole, verdict.events) == (True, past.events)
    tell("back to the moment before", f"{time.monotonic() - begun:.1f} s")

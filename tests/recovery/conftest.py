"""A small office with a record, a kept file, a session and messages under way; its backup."""

import asyncio
import base64
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from itertools import count
from os import getpid
from pathlib import Path

import asyncpg
import pytest

from netralitas.database.bootstrap import bootstrap, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.evidence.storage import Storage
from netralitas.recovery import identities
from netralitas.recovery.creating import create
from netralitas.recovery.manifest import Manifest
from netralitas.settings import Settings
from tests.audit.ledger import NAME, SEED, opened
from tests.audit.test_daily import closed
from tests.databases import Database, copy_of_template

CANARY = b"Siti Pelapor Rahasia 081234567890 "
FILE = b"%PDF-1.7\n" + CANARY * 3000
_numbers = count(1)

FILLED = """
INSERT INTO officer (login, name, password, email)
VALUES ('rina', 'Rina', 'x', 'rina@kantor.test');
INSERT INTO desk (officer, organisation, title, roles, valid_from)
SELECT max(officer.id), max(organisation.id), 'Staf', '{investigator}', '2024-01-01'
FROM officer, organisation;
INSERT INTO session (digest, desk, created_at, seen_at, expires_at)
SELECT sha256('cookie'), max(id), now(), now(), now() + interval '9 hours' FROM desk;
INSERT INTO calendar_feed (desk, digest, made_at) SELECT max(id), sha256('feed'), now() FROM desk;
INSERT INTO second_factor (officer, key_id, nonce, ciphertext)
SELECT max(id), '1', '', '' FROM officer;
INSERT INTO job (kind, payload, natural_key, due_at) VALUES
    ('send_notice', '{"notice": 1}', 'send_notice:1', now()),
    ('mail_log_head', '{"size": 256, "place": 0}', NULL, now()),
    ('index_case', '{"case_file": 1}', NULL, now());
"""
STORED = "INSERT INTO file (digest, size, media_type, stored_at) VALUES ($1, $2, $3, now())"


def secret(text: bytes) -> str:
    return base64.b64encode(text).decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An installation, where its backups lie, and the first of them."""

    database: Database
    settings: Settings
    identity: Path
    place: Path
    made: Manifest

    @property
    def backup(self) -> Path:
        return self.place / self.made.name

    @property
    def environment(self) -> dict[str, str]:
        return self.settings.lines()


@pytest.fixture(scope="session")
def office(server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = asyncio.run(_office(server, tmp_path_factory.mktemp("office")))
    yield made
    asyncio.run(drop_database(server.dsn(), made.database.name))


async def _office(server: EmbeddedServer, folder: Path) -> Office:
    database = await copy_of_template(server)
    settings = replace(
        Settings(),
        data=folder / "data",
        owner_dsn=database.dsn("owner"),
        auditor_dsn=database.dsn("auditor"),
        worker_dsn=database.dsn("worker"),
        secret_log=secret(SEED),
        log_name=NAME,
        backup_recipients=identities.new_identity(folder / "identity"),
        secret_vault=secret(sha256(b"vault").digest()),
        secret_index=secret(sha256(b"index").digest()),
        secret_receipt=secret(sha256(b"receipt").digest()),
    )
    settings.data.mkdir()
    async with opened(database) as ledger:
        stream = (await ledger.case()).stream
        await ledger.proceed(stream, ["study", "plenary"])
        await ledger.sequence()
        await closed(ledger)
        await ledger.add(stream)
    await keep(database, settings, FILE)
    made = await create(settings, folder / "backups")
    return Office(
        database=database,
        settings=settings,
        identity=folder / "identity",
        place=folder / "backups",
        made=made.manifest,
    )


async def keep(database: Database, settings: Settings, content: bytes) -> str:
    """Keep a file as the product does, with what else an office has."""
    stored = await Storage.of(settings).keep(BytesIO(content), 10**7)
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        await root.execute(STORED, bytes.fromhex(stored.digest), stored.size, stored.media_type)
        if not await root.fetchval("SELECT count(*) FROM session"):
            await root.execute("SET session_replication_role = replica")
            await root.execute(FILLED)
    finally:
        await root.close()
    return stored.digest


@pytest.fixture
async def empty(server: EmbeddedServer) -> AsyncIterator[Database]:
    """A database with the roles in place, and nothing in it."""
    database = Database(server, f"empty_{getpid()}_{next(_numbers)}")
    await bootstrap(server.dsn(), database.name)
    yield database
    await drop_database(server.dsn(), database.name)


def into(office: Office, database: Database, data: Path) -> Settings:
    """The settings of the same installation on another machine."""
    return replace(
        office.settings,
        data=data,
        owner_dsn=database.dsn("owner"),
        auditor_dsn=database.dsn("auditor"),
    )

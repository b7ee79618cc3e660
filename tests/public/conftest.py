"""The public site over a database of its own, as the role of the public site."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from netralitas.database.connection import Connection
from netralitas.database.engine import _prepare
from netralitas.intake import codes
from netralitas.intake.envelope import OfficeKeys
from netralitas.public import editions
from netralitas.public.pages import Stand
from netralitas.public_app import PublicSite, create_public_app
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.vault.cipher import Keys, Purpose
from tests.conftest import Database

SECRET = b"demo".ljust(32, b".")
NOW = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)

type_publish = Callable[..., Awaitable[int]]


class Seconds:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@asynccontextmanager
async def connected(database: Database, role: str) -> AsyncIterator[Connection]:
    """A connection as a role, with the codecs of the engine."""
    connection = await asyncpg.connect(database.dsn(role))
    await _prepare(connection)
    try:
        yield connection
    finally:
        await connection.close()


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def publish(clone: Database) -> type_publish:
    """Put out an edition with these pages, as the worker would; gives its number."""

    async def put(pages: Mapping[str, str], gone: tuple[str, ...] = (), position: int = 7) -> int:
        written = [
            editions.Written(path=path, body=body.encode(), etag=f"{hash(body):x}")
            for path, body in pages.items()
        ]
        async with connected(clone, "worker") as connection:
            stand = Stand(moment=NOW, position=position)
            await connection.execute("BEGIN")  # as the worker: nobody sees half an edition
            number = await editions.put_out(connection, written, gone, stand, NOW)
            await connection.execute("COMMIT")
            return number

    return put


@pytest.fixture
def tell(clone: Database) -> Callable[..., Awaitable[None]]:
    """Let the worker tell something behind a code."""

    async def written(code: str, content: Mapping[str, Any]) -> None:
        async with connected(clone, "worker") as connection:
            await connection.execute(
                "INSERT INTO published.status (digest, content, told_at) VALUES ($1, $2, $3)",
                codes.digest(code, SECRET),
                dict(content),
                NOW,
            )

    return written


async def show_office(database: Database) -> OfficeKeys:
    """Let the worker show an office that takes reports in; gives the keys that open them."""
    keys = OfficeKeys(keys=Keys.derive(Purpose.INBOX, "1", {"1": b"v" * 32}))
    regions = [
        {"code": "19.06", "name": "Kabupaten Contoh"},
        {"code": "19.06.01", "name": "Kecamatan Melati"},
    ]
    service = {"hours": "Senin sampai Jumat, 08.00 sampai 16.00 WIB.", "standard": "Dibaca."}
    async with connected(database, "worker") as connection:
        await connection.execute(
            "INSERT INTO published.office (id, name, zone, regions, service, readers, key_id,"
            " public_key) VALUES (7, $1, 'Asia/Jakarta', $2, $3, '{7,1}', '1', $4)",
            *("Bawaslu Kabupaten Contoh", regions, service, keys.public_key()),
        )
    return keys


@pytest.fixture
async def office(clone: Database) -> OfficeKeys:
    """An office that takes reports in."""
    return await show_office(clone)


@pytest.fixture
async def site(clone: Database, tmp_path: Path, seconds: Seconds) -> AsyncIterator[PublicSite]:
    """The public site, alive; it follows by itself, and at once when a test says so."""
    settings = Settings(
        data=tmp_path, demo=True, public_dsn=clone.dsn("public"), secret_receipt=DEMO_SECRET
    )
    made = create_public_app(settings, clock=seconds)
    async with made.lifespan():
        yield made


@pytest.fixture
async def visitor(site: PublicSite) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody with a browser, who is nobody."""
    transport = httpx.ASGITransport(app=site, raise_app_exceptions=False)  # type: ignore[arg-type]  # httpx and Litestar type the protocol differently
    from_here = {"Sec-Fetch-Site": "same-origin"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", headers=from_here
    ) as client:
        yield client

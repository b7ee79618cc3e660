"""Data sets of generated cases: databases kept until the schema or the generator changes."""

import asyncio
import base64
import hashlib
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import asyncpg
import msgspec

from bench.loading import fill
from netralitas.bringing_up import bring_up
from netralitas.database.bootstrap import bootstrap, clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer, remove
from netralitas.demo.preparing import schema_digest
from netralitas.settings import Settings

DATA: Final = Path(__file__).parent / "data"
DEMO: Final = DATA / "demo"
_GENERATOR: Final = ("cases", "dossiers", "loading", "offices", "stories", "telling")
_OURS: Final = "SELECT datname FROM pg_database WHERE datname LIKE 'bench\\_%'"
_SIZE: Final = """
SELECT (SELECT count(*) FROM case_file) AS cases,
       (SELECT coalesce(max(position) + 1, 0) FROM log_leaf) AS events,
       pg_database_size(current_database()) / 1e6 AS megabytes
"""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A database of the server, and how each role reaches it."""

    server: EmbeddedServer
    name: str

    def dsn(self, role: str) -> str:
        """Return the address for one of our roles, or for the superuser `postgres`."""
        return self.server.dsn(role if role == "postgres" else f"netralitas_{role}", self.name)

    def settings(self, port: int = 8000) -> Settings:
        """Return the settings of a process that works on it."""
        return Settings(
            data=DATA,
            app_dsn=self.dsn("app"),
            public_dsn=self.dsn("public"),
            worker_dsn=self.dsn("worker"),
            auditor_dsn=self.dsn("auditor"),
            secret_vault=_secret("vault"),
            secret_index=_secret("index"),
            secret_log=_secret("log"),
            secret_receipt=_secret("receipt"),
            base_url=f"http://127.0.0.1:{port}",
            api_per_minute=999_999_999,
        )


class Size(msgspec.Struct, frozen=True, kw_only=True):
    """How much a data set holds, and what it takes on the disk."""

    cases: int
    events: int
    megabytes: float

    def __str__(self) -> str:
        """Return it as a part of a sentence."""
        return f"{self.cases:,} cases, {self.events:,} events, {self.megabytes:,.0f} MB"


class DataSets:
    """Makes data sets of a size when they are first asked for, and keeps them."""

    def __init__(self, server: EmbeddedServer, say: Say) -> None:
        """`say` is told what takes long."""
        self._server = server
        self._say = say
        self.used: dict[int, Size] = {}

    def of(self, cases: int) -> DataSet:
        """Return the data set of so many cases; nobody may change it."""
        found = asyncio.run(self._made(cases))
        self.used[cases] = self.used.get(cases) or asyncio.run(_size(found))
        return found

    @contextmanager
    def copy_of(self, cases: int) -> Iterator[DataSet]:
        """Yield a copy of a data set that may be changed, and is gone afterwards."""
        template, copied = self.of(cases), DataSet(server=self._server, name="bench_copy")
        asyncio.run(drop_database(self._server.dsn(), copied.name))
        asyncio.run(clone_database(self._server.dsn(), template.name, copied.name))
        try:
            yield copied
        finally:
            asyncio.run(drop_database(self._server.dsn(), copied.name))

    def forget_old(self) -> None:
        """Remove the data sets, and the demo, of another schema or generator."""
        mark = DATA / "made_by"
        version = _version()
        if not mark.is_file() or mark.read_text() != version:
            for name in asyncio.run(self._names()):
                asyncio.run(drop_database(self._server.dsn(), name))
            if DEMO.exists():
                remove(DEMO / "postgres")
                shutil.rmtree(DEMO)
            mark.write_text(version)

    async def _made(self, cases: int) -> DataSet:
        found = DataSet(server=self._server, name=f"bench_{cases}")
        if found.name not in await self._names():
            self._say(f"Generating {cases:,} cases")
            begun = time.perf_counter()
            unfinished = DataSet(server=self._server, name="bench_unfinished")
            await drop_database(self._server.dsn(), unfinished.name)
            await bootstrap(self._server.dsn(), unfinished.name)
            await bring_up(unfinished.dsn("owner"), lambda _: None)
            await fill(unfinished.dsn("postgres"), cases, unfinished.settings(), self._say)
            await self._rename(unfinished.name, found.name)
            self._say(f"{await _size(found)} in {time.perf_counter() - begun:.0f} s")
        return found

    async def _names(self) -> list[str]:
        connection = await asyncpg.connect(self._server.dsn())
        try:
            return [row[0] for row in await connection.fetch(_OURS)]
        finally:
            await connection.close()

    async def _rename(self, name: str, to: str) -> None:
        connection = await asyncpg.connect(self._server.dsn())
        try:
            await connection.execute(f"ALTER DATABASE {name} RENAME TO {to}")
        finally:
            await connection.close()


@contextmanager
def running_server(say: Say) -> Iterator[EmbeddedServer]:
    """Run the embedded server of the data sets, with the settings that the product uses."""
    DATA.mkdir(parents=True, exist_ok=True)
    with EmbeddedServer(DATA / "postgres", progress=say) as server:
        yield server


async def _size(data: DataSet) -> Size:
    connection = await asyncpg.connect(data.dsn("postgres"))
    try:
        return Size(**dict(await connection.fetchrow(_SIZE)))
    finally:
        await connection.close()


def _version() -> str:
    summed = hashlib.sha256(schema_digest().encode())
    for name in _GENERATOR:
        summed.update((Path(__file__).parent / f"{name}.py").read_bytes())
    return summed.hexdigest()


def _secret(name: str) -> str:
    """Return a secret of the data sets: nothing in them is worth keeping."""
    return base64.b64encode(hashlib.sha256(f"bench {name}".encode()).digest()).decode()

"""An installation as it really runs: a database, a folder, `netralitas serve` and the worker."""

import asyncio
import subprocess
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import asyncpg
import httpx

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.api.commands.tokens import make_token
from netralitas.api.domain import NewToken, Scope
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.engine import ENGINE
from netralitas.settings import DEMO_SECRET, Settings
from tests.databases import Database, copy_of_template
from tests.make import Town, make_town
from tests.programs import POLL, PROGRAM, ROOT, free_port

PATIENCE: Final = 120.0  # seconds; only a failing test waits so long


@dataclass(slots=True, kw_only=True)
class Installation:
    """One of several, each with people of its own; `allow` is whom it may ask on loopback."""

    database: Database
    folder: Path
    town: Town
    port: int = field(default_factory=free_port)
    allow: str = ""
    tokens: dict[tuple[str, Role], str] = field(default_factory=dict)
    running: dict[str, Process] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> Settings:
        """What its processes are told."""
        return Settings(
            data=self.folder / "data",
            demo=True,
            app_dsn=self.database.dsn("app"),
            worker_dsn=self.database.dsn("worker"),
            public_dsn=self.database.dsn("public"),
            secret_vault=DEMO_SECRET,
            secret_index=DEMO_SECRET,
            secret_log=DEMO_SECRET,
            secret_receipt=DEMO_SECRET,
            base_url=self.address,
            webhook_allow=self.allow,
        )

    @property
    def log(self) -> bytes:
        """What its processes have said."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.glob("*.log")))

    @asynccontextmanager
    async def at_its_database(self) -> AsyncIterator[None]:
        """Do what its web would do, in this process."""
        await ENGINE.open(self.database.dsn("app"))
        try:
            yield
        finally:
            await ENGINE.close()

    async def start(self, command: str, *options: str) -> None:
        """Start one of its processes, which ends with the test at the latest."""
        with (self.folder / f"{command}.log").open("ab") as said:
            self.running[command] = await asyncio.create_subprocess_exec(
                *(*PROGRAM, command, "--until-eof", *options),
                cwd=ROOT,
                env=self.settings.environment() | {"PYTHONPATH": str(ROOT)},
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
            )

    async def serve(self) -> None:
        """Start the pages and the API."""
        await self.start("serve", "--staff-only", "--port", str(self.port))

    async def end(self, *commands: str) -> None:
        """End these of its processes; all of them where none is named."""
        ending = [self.running.pop(command) for command in commands or tuple(self.running)]
        for process in ending:
            process.terminate()
        for process in ending:
            await process.communicate()

    async def serves(self) -> bool:
        """Whether it answers."""
        try:
            async with httpx.AsyncClient() as client:
                return (await client.get(f"{self.address}/siap")).status_code == 200
        except httpx.TransportError:
            return False

    async def ask(self, statement: str, *values: object) -> list[Any]:
        """What stands in its database, or a change that only time makes."""
        root = await asyncpg.connect(self.database.dsn("postgres"))
        try:
            return list(await root.fetch(statement, *values))
        finally:
            await root.close()

    async def token(self, office: str, role: Role) -> str:
        """The token of a system of this office; made at its own database."""
        if (office, role) not in self.tokens:
            new = NewToken(
                name=f"Instalasi {office}",
                scopes=tuple(Scope),
                until=(clock.now() + timedelta(days=30)).date(),
                roles=(role,),
            )
            admin = replace(self.town.hadi, everything=True)
            async with self.at_its_database():
                made = await make_token(admin, self.town.offices[office], new)
            self.tokens[office, role] = made.token
        return self.tokens[office, role]

    async def __call__(
        self,
        method: str,
        path: str,
        *,
        office: str = "kab",
        role: Role = Role.INVESTIGATOR,
        headers: dict[str, str] | None = None,
        json: object = None,
    ) -> httpx.Response:
        """What its API answers a system of this office."""
        told = {"Authorization": f"Bearer {await self.token(office, role)}", **(headers or {})}
        url = f"{self.address}/api/v1{path}"
        async with httpx.AsyncClient(timeout=60) as client:
            return await client.request(method, url, headers=told, json=json)


async def made(server: EmbeddedServer, folder: Path) -> Installation:
    """A new installation in a folder that is there, with the town in it; nothing runs yet."""
    database = await copy_of_template(server)
    await ENGINE.open(database.dsn("app"))
    try:
        town = await make_town()
    finally:
        await ENGINE.close()
    return Installation(database=database, folder=folder, town=town)


async def eventually(what: str, holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something holds; AssertionError with its name when it never does."""
    deadline = time.monotonic() + PATIENCE
    while not await holds():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        await asyncio.sleep(POLL)  # another process tells nobody when it is done: look again

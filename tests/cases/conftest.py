"""The staff site over HTTP, and a browser for each person."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import httpx
import pytest
from litestar import Litestar

from netralitas.app import create_app
from netralitas.database import engine as engine_module
from netralitas.settings import DEMO_SECRET, Settings
from tests.databases import LISTENING, Database, Logged
from tests.make import PROVED, Town, make_town, step_up_sessions
from tests.pages import UNPACKED, Browser

BASE = "http://netralitas.test"
_FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SET LOCAL", "SAVEPOINT", "RELEASE")


@dataclass(slots=True)
class Statements:
    """Every statement the application sends; the three of a transaction are not counted."""

    sent: list[str] = field(default_factory=list)

    def note(self, logged: Logged) -> None:
        """Take one statement down."""
        if not logged.query.lstrip().upper().startswith(_FRAME):
            self.sent.append(" ".join(logged.query.split()))


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[Statements]:
    """What is asked of the database from now on, by the engine of the test or by another."""
    found = Statements()
    prepare = engine_module._prepare

    async def watched(connection: asyncpg.Connection) -> None:
        await prepare(connection)
        connection.add_query_logger(found.note)

    monkeypatch.setattr(engine_module, "_prepare", watched)
    LISTENING.append(found.note)
    yield found
    LISTENING.remove(found.note)


@pytest.fixture
async def town(statements: Statements, engine: Database) -> Town:
    """Offices and officers, committed in this test's own database."""
    return await make_town()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The demo's settings, with a folder that the tests of this process share."""
    return Settings(
        data=tmp_path_factory.mktemp("site"),
        demo=True,
        secret_vault=DEMO_SECRET,
        secret_index=DEMO_SECRET,
        secret_log=DEMO_SECRET,
        secret_receipt=DEMO_SECRET,
        base_url=BASE,
    )


@pytest.fixture(scope="session")
def site(settings: Settings) -> Litestar:
    """The staff site, on the engine of whichever test asks: to compose it takes long."""
    return create_app(settings, open_engine=False)


@dataclass(slots=True)
class Visits:
    """Opens a browser for each person once."""

    town: Town
    site: Any
    stack: AsyncExitStack
    opened: dict[str, Browser] = field(default_factory=dict)

    async def __call__(self, login: str) -> Browser:
        """The browser in which this person is signed in."""
        if login not in self.opened:
            transport = httpx.ASGITransport(self.site, raise_app_exceptions=False)
            client = httpx.AsyncClient(transport=transport, base_url=BASE, headers=UNPACKED)
            await self.stack.enter_async_context(client)
            switched = await client.post(
                "/demo/orang",
                data={"orang": str(self.town.actors[login].desk)},
                headers={"Sec-Fetch-Site": "same-origin"},
            )
            assert switched.status_code == 303, switched.text
            self.opened[login] = Browser(client)
            if self.town.actors[login].roles & PROVED:
                await self.prove(login)
        return self.opened[login]

    async def prove(self, *logins: str) -> None:
        """Let these people have shown their second factor just now, in their browsers."""
        await step_up_sessions(*(self.town.actors[login].officer for login in logins))


@pytest.fixture
async def visit(town: Town, site: Litestar) -> AsyncIterator[Visits]:
    """Sign people in: `await visit("rina")`."""
    async with site.lifespan(), AsyncExitStack() as stack:
        yield Visits(town=town, site=site, stack=stack)

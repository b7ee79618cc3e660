"""The staff site as it is served to people: processes of its own over a database of its own."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeVar
from unittest.mock import patch
from urllib.error import URLError
from urllib.request import urlopen

import httpx
from argon2 import PasswordHasher
from playwright.sync_api import Page

from netralitas.access.domain import Role
from netralitas.accounts import passwords
from netralitas.accounts.commands import administration
from netralitas.app import receipt_sealer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.settings import DEMO_SECRET, Settings
from netralitas.vault.cipher import Keys, Purpose
from tests import make
from tests.conftest import Database
from tests.device import Device, enrolled
from tests.make import PROVED, Town, add_person, make_town, step_up_sessions
from tests.pages import Browser
from tests.programs import PROGRAM, ROOT, free_port, until
from tests.publication.conftest import count_staff

PASSWORD: Final = "kata sandi yang panjang"
FROM_HERE: Final = {"Sec-Fetch-Site": "same-origin"}
BESIDES: Final = (
    ("ratih", "Ratih Puspita", "kab", Role.PUBLISHER),
    ("nadia", "Nadia Kirana", "kab", Role.ADMINISTRATOR),
    ("joko", "Joko Prasetyo", "kab", Role.SUPERVISOR),
    ("surya", "Surya Wibowo", "kab", Role.SUPERVISOR),
)
"""People of the site whom the town has not."""
Built = TypeVar("Built")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the site is served, over which database, and who can sign in."""

    settings: Settings
    database: Database
    town: Town
    sessions: dict[str, dict[str, str]] = field(default_factory=dict)
    devices: dict[str, Device] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Return the address of the site, without a slash at its end."""
        return self.settings.base_url

    def carry_session(self, page: Page, login: str) -> None:
        """Let a page go on as somebody who signed in through the form before."""
        held = self.session(login).items()
        self.prove_if_needed(login)
        page.context.add_cookies(
            [{"name": name, "value": value, "url": self.address} for name, value in held]
        )

    def session(self, login: str) -> dict[str, str]:
        """Return the cookies of somebody who signed in through the form, the first time now."""
        if login not in self.sessions:
            answer = httpx.post(
                f"{self.address}/masuk",
                data={"login": login, "password": PASSWORD},
                headers=FROM_HERE,
            )
            assert answer.status_code == 303, answer.text
            self.sessions[login] = dict(answer.cookies)
        return self.sessions[login]

    @asynccontextmanager
    async def visited(self, login: str) -> AsyncIterator[Browser]:
        """Yield pages as somebody sees them who signed in, without a real browser."""
        cookies = self.session(login)
        async with httpx.AsyncClient(
            base_url=self.address, headers=FROM_HERE, cookies=cookies
        ) as client:
            yield Browser(client)

    def give_device(self, login: str) -> None:
        """Let somebody have a second factor; whoever signs in as them later is asked for it."""
        if login not in self.devices:
            self.devices[login] = apart(self._enrolled(login))

    async def _enrolled(self, login: str) -> Device:
        async with self.visited(login) as browser:
            return await enrolled(browser)

    def prove(self, login: str) -> None:
        """Let somebody have shown their second factor just now, wherever they are signed in."""
        self.made(step_up_sessions(self.town.actors[login].officer))

    def prove_if_needed(self, login: str) -> None:
        """Do so for those of whom nearly every act demands it."""
        if self.town.actors[login].roles & PROVED:
            self.prove(login)

    def made(self, making: Coroutine[Any, Any, Built]) -> Built:
        """Return what commands make on the database of the site, at once.

        A loop in a thread of its own, because Playwright's runs in this one. What is sealed
        meanwhile is sealed with the keys of the site.
        """
        vault, receipts = self.keys(Purpose.IDENTITY), receipt_sealer(self.settings)
        with patch.object(make, "KEYS", vault), patch.object(make, "RECEIPTS", receipts):
            return apart(_with_engine(self.settings, making))

    def keys(self, purpose: Purpose) -> Keys:
        """Return the keys of the site for a purpose."""
        settings = self.settings
        return Keys.derive(purpose, settings.vault_key_id, settings.vault_secrets())


@contextmanager
def serving(database: Database, data: Path, **changes: Any) -> Iterator[Site]:  # noqa: ANN401 - fields of Settings by name
    """Serve the site over a migrated database, with the offices and people of a town.

    `{port}` in a change is the port that was found.
    """
    port = free_port()
    settings = Settings(
        data=data,
        demo=True,
        app_dsn=database.dsn("app"),
        public_dsn=database.dsn("public"),
        worker_dsn=database.dsn("worker"),
        secret_vault=DEMO_SECRET,
        secret_index=DEMO_SECRET,
        secret_log=DEMO_SECRET,
        secret_receipt=DEMO_SECRET,
        base_url=f"http://127.0.0.1:{port}",
        capture_allow=f"127.0.0.1:{free_port()}",
    )
    told: dict[str, Any] = {
        k: v.format(port=port) if isinstance(v, str) else v for k, v in changes.items()
    }
    settings = replace(settings, **told)
    town = apart(_with_engine(settings, _town_with_passwords(settings)))
    apart(count_staff(database, town.offices["bkpsdm"]))
    with running(settings, "serve", "--port", str(port)):
        until("the site serves", lambda: _answers(f"{settings.base_url}/siap"))
        yield Site(settings=settings, database=database, town=town)


@contextmanager
def running(settings: Settings, *arguments: str) -> Iterator[None]:
    """Run a command of the program, with these settings, until the end of the block."""
    said = settings.data / f"{arguments[0]}.log"
    with said.open("wb") as log:
        # It reads a pipe that ends with this process, so that nothing outlives the tests.
        started = subprocess.Popen(  # noqa: S603 - our own program
            [*PROGRAM, *arguments, "--until-eof"],
            cwd=ROOT,
            env=settings.environment(),
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
        )
        try:
            yield
        finally:
            _end(started)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    finally:
        assert process.stdin is not None
        process.stdin.close()


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


async def _town_with_passwords(settings: Settings) -> Town:
    """Return the town, in which everybody has the same password."""
    town = await make_town()
    async with writing(EVERYTHING) as c:
        for login, name, office, role in BESIDES:
            town.actors[login] = await add_person(c, town.offices, login, name, office, role)
    system = await administration.as_system()
    # The least memory: the first sign-in replaces such a hash by one of today's cost.
    with patch.object(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64)):
        for login in town.actors:
            await administration.reset_password(
                login=login, password=PASSWORD, actor=system, settings=settings
            )
    return town


async def _with_engine(settings: Settings, making: Coroutine[Any, Any, Built]) -> Built:
    await ENGINE.open(settings.app_dsn, size=1, application="netralitas tests")
    try:
        return await making
    finally:
        await ENGINE.close()


def apart(work: Coroutine[Any, Any, Built]) -> Built:
    """Return what a coroutine returns, from a loop in a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()

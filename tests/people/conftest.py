"""The town with administrators enough for two-person rules, and browsers of people without one."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import asyncpg
import httpx
import pytest
from argon2 import PasswordHasher
from litestar import Litestar

from netralitas.access.domain import Role
from netralitas.accounts import passwords
from netralitas.database.transactions import EVERYTHING, reading, writing
from tests.cases.conftest import BASE, Statements, Visits, settings, site, statements, visit
from tests.conftest import Database
from tests.make import Town, add_person, make_town
from tests.pages import UNPACKED, Browser

__all__ = ["Statements", "settings", "site", "statements", "visit"]

PASSWORD = "kata sandi yang panjang"
MORE = (
    ("nadia", "Nadia Kirana", "kab", Role.ADMINISTRATOR),
    ("omar", "Omar Hidayat", "prov", Role.ADMINISTRATOR),
    ("asing", "Asing Prabowo", "bkn", Role.ADMINISTRATOR),
)


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with the least memory: what is tested here is not how long it takes."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64))


@pytest.fixture
async def town(statements: Statements, engine: Database) -> Town:
    """The town, with a second administrator, one above and one of another party."""
    town = await make_town()
    async with writing(EVERYTHING) as c:
        for login, name, office, role in MORE:
            town.actors[login] = await add_person(c, town.offices, login, name, office, role)
        hashed = await passwords.hashed(PASSWORD)
        await c.execute("UPDATE officer SET password = $1 WHERE login <> 'system'", hashed)
    return town


@pytest.fixture
async def guest(town: Town, site: Litestar) -> AsyncIterator[Browser]:
    """A browser in which nobody is signed in."""
    served: Any = site  # httpx and Litestar write the same protocol in different types
    transport = httpx.ASGITransport(served, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=UNPACKED) as client:
        yield Browser(client)


@dataclass(frozen=True, slots=True)
class Told:
    """An event of accounts as it stands in the record."""

    name: str
    actor: int
    details: dict[str, object]


async def told(*names: str) -> list[Told]:
    """The events of these names, the oldest first; of every name by default."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT name, actor, details FROM event WHERE kind = 'account'"
            " AND ($1::text[] = '{}' OR name = ANY ($1)) ORDER BY id",
            list(names),
        )
    return [Told(**row) for row in rows]


async def value(statement: str, *values: object) -> object:
    """One value behind the pages' back."""
    async with reading(EVERYTHING) as c:
        return await c.fetchval(statement, *values)


async def owner_does(database: Database, statement: str) -> None:
    """Run a statement as the owner."""
    connection = await asyncpg.connect(database.dsn("owner"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def signs_in(guest: Browser, login: str, password: str) -> bool:
    """Say whether the form of the sign-in takes these."""
    page = await guest.go("/masuk")
    done = await guest.send(page.form("/masuk"), login=login, password=password)
    return done.status == 200 and done.address != "/masuk"


__all__ += ["Town", "Visits"]

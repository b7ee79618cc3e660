"""Walks the access matrix over HTTP as people who really signed in."""

import base64
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
from argon2 import PasswordHasher
from litestar import Litestar

from netralitas.access.domain import Actor
from netralitas.accounts import passwords
from netralitas.app import create_app, keys, receipt_sealer
from netralitas.editions.commands.changing import propose
from netralitas.editions.domain import Entry, EntryKind
from netralitas.intake.envelope import OfficeKeys
from netralitas.law import book
from netralitas.reference.load import load_reference
from netralitas.settings import Settings
from netralitas.vault.cipher import Purpose
from netralitas.web.static import digest
from tests.access.matrix import ROWS, VARIANTS
from tests.access.visitors import PHASES, STRANGER, VISITORS, Row
from tests.access.world import ABSENT, PASSWORD, World
from tests.conftest import Database
from tests.intake.letterbox import Letterbox, photo
from tests.make import step_up_sessions
from tests.pages import UNPACKED

STATIC_FILE: Final = "css/netralitas.css"
SAME_ORIGIN: Final = {"sec-fetch-site": "same-origin"}
OF_THE_LAW: Final = {
    "edition": 1,
    "year": 2027,
    "holiday": "2027-01-01",
    "rule": "pemilu.handle_max",
}
SHORT: Final = 2
"""Phases in which the suite asks for what is answered alike in all; the soak asks in each."""


def secret(name: str) -> str:
    return base64.b64encode(sha256(name.encode()).digest()).decode()


def settings(data: Path) -> Settings:
    return Settings(
        data=data,
        base_url="https://netralitas.test",
        secret_vault=secret("vault"),
        secret_index=secret("index"),
        secret_log=secret("log"),
        secret_receipt=secret("receipt"),
        factor_roles="",
    )


@asynccontextmanager
async def signed_in_everybody(
    app: Litestar, actors: dict[str, Actor]
) -> AsyncIterator[dict[str, httpx.AsyncClient]]:
    """A browser for each visitor, signed in through the form; their second factor was shown."""
    site: Any = app  # httpx and Litestar type the protocol differently
    async with AsyncExitStack() as stack:
        clients = {}
        for visitor in VISITORS:
            client = httpx.AsyncClient(
                transport=httpx.ASGITransport(site),
                base_url="https://netralitas.test",
                headers=SAME_ORIGIN | UNPACKED,
            )
            clients[visitor] = await stack.enter_async_context(client)
            if visitor != STRANGER:
                form = {"login": visitor, "password": PASSWORD}
                assert (await client.post("/masuk", data=form)).status_code == 303
        await step_up_sessions(*(actor.officer for actor in actors.values()))
        yield clients


async def visit(client: httpx.AsyncClient, row: Row, names: dict[str, Any]) -> httpx.Response:
    return await client.request(row.method, row.path.format(**names))


async def proposed(world: World) -> int:
    """A change of the law that the administrator looks at."""
    gone = Entry(kind=EntryKind.HOLIDAY, key=str(OF_THE_LAW["holiday"]), body=None)
    return await propose(world.actors["administrator"], reason="Rekaan", entries=(gone,))


def in_order(rows: tuple[Row, ...]) -> list[Row]:
    """Signing out comes last."""
    return sorted(rows, key=lambda row: row.path == "/keluar")


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Thousands of requests need no line each."""
    caplog.set_level(logging.WARNING, logger="httpx")


@pytest.fixture
async def world(engine: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """The world of the matrix; its people's passwords are hashed at the least cost."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64))
    await load_reference(engine.dsn("owner"))
    made = settings(tmp_path)
    built = World(
        book=book.load(),
        keys=keys(made, Purpose.IDENTITY),
        receipts=receipt_sealer(made),
        data=tmp_path,
    )
    await built.build()
    return built


async def sent(world: World, database: Database, made: Settings) -> int:
    """A report of the public with a photo, which waits at the owner's office."""
    box = Letterbox(database=database, offices=world.offices)
    of_the_office = OfficeKeys(keys=keys(made, Purpose.INBOX))
    return (await box.send(files=(photo(),), keys_of=of_the_office)).id


def phases_of(row: Row, visitor: str, place: tuple[int, int], least: int) -> Iterator[int]:
    """Yield the phases in which this visitor asks this row, by their numbers.

    All of them where the answer is written phase by phase. Where one answer holds for all, `least`
    of them, evenly apart and beginning elsewhere with each `place` (of the row, of the visitor).
    """
    if not row.about:
        yield 0
    elif isinstance(row.answers.get(visitor, 0), tuple):
        yield from range(len(PHASES))
    else:
        apart = len(PHASES) // least
        yield from ((sum(place) + each * apart) % len(PHASES) for each in range(least))


def visits(least: int) -> Iterator[tuple[Row, str, int]]:
    """Yield who asks what in which phase; signing out comes last."""
    for place, row in enumerate(in_order((*ROWS, *VARIANTS))):
        for number, visitor in enumerate(VISITORS):
            for phase in phases_of(row, visitor, (place, number), least):
                yield row, visitor, phase


async def walk(world: World, database: Database, data: Path, *, least: int) -> list[str]:
    """Return what is answered otherwise than it is written, after all `visits` were made.

    What is missing looks the same to a visitor wherever it is missing: that is told too.
    """
    app = create_app(settings(data), open_engine=False)
    alike = {
        "elsewhere": world.places[PHASES[-1]].handling,
        "absent": ABSENT,
        "release": digest(),
        "file": STATIC_FILE,
        "draft": await proposed(world),
        "report": await sent(world, database, settings(data)),
        "ordinal": 1,
        **OF_THE_LAW,
    }
    names = [asdict(world.places[phase]) | alike for phase in PHASES]
    wrong = []
    missing: dict[str, set[str]] = {visitor: set() for visitor in VISITORS}
    async with app.lifespan(), signed_in_everybody(app, world.actors) as clients:
        for row, visitor, phase in visits(least):
            answer = await visit(clients[visitor], row, names[phase])
            expected = row.expected(visitor, phase)
            if answer.status_code != expected:
                where = f"{row.method} {row.path} {visitor} {PHASES[phase]}"
                wrong.append(f"{where}: {answer.status_code}, not {expected}")
            if expected == 404 and row.about:
                missing[visitor].add(answer.text)
    return wrong + [
        f"missing to {who} in two ways" for who, said in missing.items() if len(said) > 1
    ]

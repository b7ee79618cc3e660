"""The whole access matrix, walked over HTTP by people who really signed in."""

import base64
import logging
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar

from netralitas.access.domain import Actor
from netralitas.app import create_app, keys, receipt_sealer
from netralitas.editions.commands.changing import propose
from netralitas.editions.domain import Entry, EntryKind
from netralitas.intake.envelope import OfficeKeys
from netralitas.law import book
from netralitas.reference.load import load_reference
from netralitas.settings import Settings
from netralitas.vault.cipher import Purpose
from netralitas.web.static import digest
from tests.access.matrix import DEMO_ONLY, ROWS, VARIANTS
from tests.access.visitors import PHASES, STRANGER, VISITORS, Row
from tests.access.world import ABSENT, PASSWORD, World
from tests.conftest import Database
from tests.intake.letterbox import Letterbox, photo
from tests.make import step_up_sessions
from tests.pages import UNPACKED

STATIC_FILE = "css/netralitas.css"
SAME_ORIGIN = {"sec-fetch-site": "same-origin"}
API = "/api/v1"
"""Walked with tokens, by a matrix of its own: `tests/api/matrix.py`."""
OF_THE_LAW = {"edition": 1, "year": 2027, "holiday": "2027-01-01", "rule": "pemilu.handle_max"}


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


def shape(path: str) -> str:
    """An address without the names of its parts: "/perkara/{}/langkah/{}/{}"."""
    return re.sub(r"\{[^}]*\}", "{}", path.replace(digest(), "{}"))


def served(app: Litestar) -> Iterator[tuple[str, str]]:
    """Every route of the application: method and shape."""
    for route in app.routes:
        if shape(route.path) in DEMO_ONLY or route.path.startswith(API):
            continue
        for method in getattr(route, "methods", ()):
            if method in {"GET", "POST", "PUT", "PATCH", "DELETE"}:
                yield method, shape(route.path)


def test_every_route_has_its_row_and_every_row_its_route(tmp_path: Path) -> None:
    app = create_app(settings(tmp_path), open_engine=False)
    written = {(row.method, shape(row.path)) for row in ROWS}
    assert written == set(served(app))


def test_no_route_has_two_rows_and_every_visitor_exists() -> None:
    written = [(row.method, row.path) for row in (*ROWS, *VARIANTS)]
    assert len(written) == len(set(written))
    assert all(set(row.answers) <= set(VISITORS) for row in (*ROWS, *VARIANTS))
    lists = [each for row in ROWS for each in row.answers.values() if isinstance(each, tuple)]
    assert {len(each) for each in lists} == {len(PHASES)}


@asynccontextmanager
async def signed_in_everybody(
    app: Any,  # noqa: ANN401 - httpx and Litestar type the protocol differently
    actors: dict[str, Actor],
) -> AsyncIterator[dict[str, httpx.AsyncClient]]:
    """A browser for each visitor, signed in through the form; their second factor was shown."""
    async with AsyncExitStack() as stack:
        clients = {}
        for visitor in VISITORS:
            client = httpx.AsyncClient(
                transport=httpx.ASGITransport(app),
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
async def world(engine: Database, tmp_path: Path) -> World:
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


async def test_everybody_gets_the_answer_that_is_written(
    world: World, engine: Database, tmp_path: Path
) -> None:
    app = create_app(settings(tmp_path), open_engine=False)
    elsewhere = world.places[PHASES[-1]].handling
    alike = {
        "elsewhere": elsewhere,
        "absent": ABSENT,
        "release": digest(),
        "file": STATIC_FILE,
        "draft": await proposed(world),
        "report": await sent(world, engine, settings(tmp_path)),
        "ordinal": 1,
        **OF_THE_LAW,
    }
    wrong = []
    missing: dict[str, set[str]] = {visitor: set() for visitor in VISITORS}
    async with app.lifespan(), signed_in_everybody(app, world.actors) as clients:
        for row in in_order((*ROWS, *VARIANTS)):
            for number, phase in enumerate(PHASES if row.about else PHASES[:1]):
                names = {**asdict(world.places[phase]), **alike}
                for visitor, client in clients.items():
                    answer = await visit(client, row, names)
                    expected = row.expected(visitor, number)
                    if answer.status_code != expected:
                        where = f"{row.method} {row.path} {visitor} {phase}"
                        wrong.append(f"{where}: {answer.status_code}, not {expected}")
                    if expected == 404 and row.about:
                        missing[visitor].add(answer.text)
    assert not wrong, "\n".join(wrong)
    assert {visitor: len(texts) for visitor, texts in missing.items() if len(texts) > 1} == {}

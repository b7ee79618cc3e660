"""The database of a made demo, asked directly, without a server of the web in front."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from netralitas.database.embedded import EmbeddedServer
from netralitas.demo.preparing import DATABASE
from tests.programs import copy_demo

type_ask = Callable[..., list[Any]]


@pytest.fixture(scope="session")
def ask(made_demo: Path, demo_folder: Path) -> Iterator[type_ask]:
    """Ask the database of the demo a question: every row of every office answers."""
    data = copy_demo(made_demo, demo_folder / "asked")
    with EmbeddedServer(data / "postgres") as server:
        yield lambda query, *values: asyncio.run(rows_of(server, query, *values))


async def rows_of(server: EmbeddedServer, query: str, *values: object) -> list[Any]:
    """The rows of a query."""
    connection = await asyncpg.connect(server.dsn("postgres", DATABASE))
    try:
        return list(await connection.fetch(query, *values))
    finally:
        await connection.close()

"""An effect that shows how often it was made: one file row each time."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable

from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.jobs.queue import Payload, enqueue

_MAKE = "INSERT INTO file (digest, size, media_type, stored_at) VALUES ($1, 1, 'text/plain', now())"


async def make_effect(connection: Connection, _: Payload) -> None:
    """Leave a row that no other call leaves."""
    await connection.execute(_MAKE, secrets.token_bytes(32))


async def effects() -> int:
    """How often the effect holds."""
    async with reading(EVERYTHING) as connection:
        return int(await connection.fetchval("SELECT count(*) FROM file"))


async def ask(kind: str = "effect") -> None:
    """Commit a job."""
    async with writing(EVERYTHING) as connection:
        await enqueue(connection, kind, {"case_file": 7})


async def queue() -> list[tuple[str, int, str | None]]:
    """Kind, tries and problem of each job there is."""
    async with reading(EVERYTHING) as connection:
        rows = await connection.fetch("SELECT kind, tries, problem FROM job ORDER BY id")
    return [tuple(row) for row in rows]


async def change_jobs(statement: str) -> None:
    """Commit a change of the queue, as if time had passed or another worker had come."""
    async with writing(EVERYTHING) as connection:
        await connection.execute(statement)


async def until(holds: Callable[[], Awaitable[bool]], seconds: float = 20) -> None:
    """Wait for something that another task or process does."""
    async with asyncio.timeout(seconds):
        while not await holds():
            continue

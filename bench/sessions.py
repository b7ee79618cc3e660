"""Signed-in browsers for measurements: sessions at the desks of generated officers."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import asyncpg

from bench.datasets import DataSet
from netralitas import clock
from netralitas.accounts import cookies, sessions

_KNOWN: Final = """
INSERT INTO session (digest, desk, created_at, seen_at, expires_at)
SELECT sha256(desk::text::bytea), desk, now(), now(), now() + interval '2 hours'
FROM unnest($1::integer[]) AS desk
"""
_HOURS: Final = timedelta(hours=2)


def signed_in(data: DataSet, desks: Sequence[int]) -> list[str]:
    """Return the cookie of a new session at each desk."""
    tokens = asyncio.run(_begin(data.dsn("app"), desks, clock.now()))
    return [f"{cookies.name(data.settings())}={token}" for token in tokens]


def known_by_desk(data: DataSet, desks: Sequence[int]) -> None:
    """Make a session at each desk whose digest follows from the desk's id, as pgbench needs it."""
    asyncio.run(_execute(data.dsn("app"), _KNOWN, list(desks)))


async def _execute(dsn: str, statement: str, *values: object) -> None:
    c = await asyncpg.connect(dsn)
    try:
        await c.execute(statement, *values)
    finally:
        await c.close()


async def _begin(dsn: str, desks: Sequence[int], now: datetime) -> list[str]:
    c = await asyncpg.connect(dsn)
    try:
        return [
            await sessions.begin(c, desk=desk, now=now, expires_at=now + _HOURS) for desk in desks
        ]
    finally:
        await c.close()

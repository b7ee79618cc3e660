"""Periodic work: a row for each name; its lock is the claim, it moves on with the effect."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.database.connection import Connection

Next = Callable[[datetime], datetime]
"""From a moment to the next time after it, both aware."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodic:
    """Work that comes again: what it does in its transaction, and when it is due after a run."""

    run: Callable[[Connection], Awaitable[None]]
    following: Next


def every(interval: timedelta) -> Next:
    """Return the rule "again `interval` after it ran"."""
    return lambda now: now + interval


def daily(at: time, zone: ZoneInfo) -> Next:
    """Return the rule "each day when the clock on the wall in `zone` shows `at`"."""

    def following(now: datetime) -> datetime:
        local = now.astimezone(zone)
        today = datetime.combine(local.date(), at, zone)
        day = local.date() if local < today else local.date() + timedelta(days=1)
        return datetime.combine(day, at, zone).astimezone(UTC)

    return following


async def register(connection: Connection, periodic: Mapping[str, Periodic]) -> None:
    """Hold that each name has its row; a new one is due when its rule first says so."""
    now = clock.now()
    rows = [(name, work.following(now)) for name, work in periodic.items()]
    await connection.executemany(_REGISTER, rows)


async def claim(connection: Connection, names: list[str]) -> str | None:
    """Return the name that is due longest, locked until this transaction ends, or None.

    The lock is the lease: it dies with the connection, and then nothing has happened.
    """
    name: str | None = await connection.fetchval(_CLAIM, names)
    return name


async def move_on(connection: Connection, name: str, moment: datetime) -> None:
    """Hold that `name` is due again at `moment`, not before."""
    await connection.execute(_MOVE_ON, name, moment)


_REGISTER = """
INSERT INTO job_schedule (name, next_run) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING
"""

_CLAIM = """
SELECT name FROM job_schedule WHERE next_run <= now() AND name = ANY ($1::text[])
ORDER BY next_run LIMIT 1 FOR UPDATE SKIP LOCKED
"""

_MOVE_ON = "UPDATE job_schedule SET next_run = $2 WHERE name = $1"

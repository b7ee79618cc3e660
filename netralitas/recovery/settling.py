"""What a restored database must not go on with: sessions, addresses and messages of the past.

What was ended after the backup was made is alive in it, and what was sent since waits to be sent.
"""

from datetime import datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.accounts.events import happened
from netralitas.accounts.queries import system_actor
from netralitas.accounts.second_factor.codes import SECONDS
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import writing
from netralitas.jobs.queue import MOST_TRIES
from netralitas.recovery.openers import ENDED, OUTWARD, PAUSED, Settling
from netralitas.settings import Settings, SettingsError

_PROBLEM: Final = "held after a restore"
_CODES: Final = """
UPDATE second_factor SET last_step = greatest(coalesce(last_step, 0), $1)
"""
# Without its key, so that it keeps no later job of the same key from being asked for.
_JOBS: Final = """
UPDATE job SET tries = $1, lease = NULL, problem = $2, natural_key = NULL
WHERE kind = ANY ($3) AND tries < $1
"""
_THERE: Final = "SELECT to_regclass('public.' || $1) IS NOT NULL"


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """How much of each kind was ended, and what is held until somebody looks at it.

    `jobs` are messages that may have been sent already; `paused` are other systems, of each kind,
    until an administrator lets them be told again.
    """

    ended: dict[str, int]
    jobs: int
    paused: dict[str, int]


async def settle(made_at: str) -> Settled:
    """Hold that nobody is signed in, no code of the past fits, and no message is sent twice.

    `made_at` is when the backup was made, empty where that is not known. One transaction with an
    event of the system. The engine is open as a role that may all of it.
    """
    now = clock.now()
    async with writing(EVERYTHING) as c:
        ended = {each.name: await _done(c, each, now) for each in ENDED}
        await c.execute(_CODES, int(now.timestamp()) // SECONDS)
        jobs = _count(await c.execute(_JOBS, MOST_TRIES, _PROBLEM, list(OUTWARD)))
        paused = {each.name: await _done(c, each) for each in PAUSED}
        told = {"made_at": made_at, "jobs": jobs, **paused, **ended}
        await happened(c, await system_actor(c), "backup.restored", **told)
    return Settled(ended=ended, jobs=jobs, paused=paused)


async def settle_after(settings: Settings) -> Settled:
    """Hold what `settle` holds, after a restore that was not done by `netralitas backup restore`.

    Raises SettingsError without the owner's DSN.
    """
    if not settings.owner_dsn:
        raise SettingsError("NETRALITAS_OWNER_DSN is not set.")
    await ENGINE.open(settings.owner_dsn, size=1, application="netralitas backup")
    try:
        return await settle("")
    finally:
        await ENGINE.close()


async def _done(c: Connection, how: Settling, *values: datetime) -> int:
    """Return how many rows were settled; none where the backup is older than their table."""
    if not await c.fetchval(_THERE, how.table):
        return 0
    return _count(await c.execute(how.statement, *values))


def _count(tag: str) -> int:
    """Return the number of rows that a command says it changed."""
    return int(tag.rpartition(" ")[2])

"""What a restored database must not go on with: sessions, addresses and messages of the past.

What was ended after the backup was made is alive in it, and what was sent since waits to be sent.
"""

from typing import Final

import msgspec

from netralitas import clock
from netralitas.accounts.events import happened
from netralitas.accounts.queries import system_actor
from netralitas.accounts.second_factor.codes import SECONDS
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import writing
from netralitas.evidence.integrity.telling import TELL
from netralitas.jobs.queue import MOST_TRIES
from netralitas.notices.commands import SEND
from netralitas.public.log.mailing import MAIL_HEAD

OUTWARD: Final = (SEND, TELL, MAIL_HEAD)
"""The jobs that tell somebody outside something: what they tell may have been told already."""

_PROBLEM: Final = "held after a restore"
_SESSIONS: Final = "UPDATE session SET revoked_at = $1 WHERE revoked_at IS NULL"
_FEEDS: Final = "UPDATE calendar_feed SET ended_at = $1 WHERE ended_at IS NULL"
_CODES: Final = """
UPDATE second_factor SET last_step = greatest(coalesce(last_step, 0), $1)
"""
# Without its key, so that it keeps no later job of the same key from being asked for.
_JOBS: Final = """
UPDATE job SET tries = $1, lease = NULL, problem = $2, natural_key = NULL
WHERE kind = ANY ($3) AND tries < $1
"""


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """How much was ended, or held until somebody looks at it."""

    sessions: int
    calendars: int
    jobs: int


async def settle(made_at: str) -> Settled:
    """Hold that nobody is signed in, no code of the past fits, and no message is sent twice.

    One transaction with an event of the system. The engine is open as a role that may all of it.
    """
    now = clock.now()
    async with writing(EVERYTHING) as c:
        settled = Settled(
            sessions=_count(await c.execute(_SESSIONS, now)),
            calendars=_count(await c.execute(_FEEDS, now)),
            jobs=_count(await c.execute(_JOBS, MOST_TRIES, _PROBLEM, list(OUTWARD))),
        )
        await c.execute(_CODES, int(now.timestamp()) // SECONDS)
        details = {"made_at": made_at, **msgspec.structs.asdict(settled)}
        await happened(c, await system_actor(c), "backup.restored", **details)
    return settled


def _count(tag: str) -> int:
    """Return the number of rows that a command says it changed."""
    return int(tag.rpartition(" ")[2])

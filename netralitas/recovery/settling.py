"""What a restored database must not go on with: sessions, addresses and messages of the past.

What was ended after the backup was made is alive in it, and what was sent since waits to be sent.
"""

from typing import Final

import msgspec

from netralitas import clock
from netralitas.accounts.events import happened
from netralitas.accounts.people.commands.confirming import MAIL_CODE
from netralitas.accounts.queries import system_actor
from netralitas.accounts.second_factor.codes import SECONDS
from netralitas.accounts.telling import TELL_OFFICER
from netralitas.database.context import EVERYTHING
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import writing
from netralitas.evidence.integrity.telling import TELL
from netralitas.jobs.queue import MOST_TRIES
from netralitas.notices.commands import SEND
from netralitas.public.log.mailing import MAIL_HEAD
from netralitas.settings import Settings, SettingsError

OUTWARD: Final = (SEND, TELL, TELL_OFFICER, MAIL_HEAD, MAIL_CODE)
"""The jobs that tell somebody outside something: what they tell may have been told already."""

_PROBLEM: Final = "held after a restore"
_ENDED: Final = (
    ("sessions", "session", "UPDATE session SET revoked_at = $1 WHERE revoked_at IS NULL"),
    ("half_sessions", "half_session", "DELETE FROM half_session WHERE created_at <= $1"),
    (
        "recovery_codes",
        "recovery_code",
        "UPDATE recovery_code SET used_at = $1 WHERE used_at IS NULL",
    ),
    (
        "invitations",
        "account_request",
        "UPDATE account_request SET expires_at = $1 WHERE used_at IS NULL AND expires_at > $1",
    ),
    ("tokens", "api_token", "UPDATE api_token SET ended_at = $1 WHERE ended_at IS NULL"),
    ("calendars", "calendar_feed", "UPDATE calendar_feed SET ended_at = $1 WHERE ended_at IS NULL"),
)
"""What opens something for whoever has it: what it is called, its table, the statement.

Any of it may have been ended since the backup was made, and would open again.
"""
_RECEIVERS: Final = "UPDATE webhook_receiver SET state = 'paused' WHERE state = 'active'"
_PARTNERS: Final = "UPDATE partner SET state = 'paused' WHERE state = 'active'"
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

    `jobs` are messages that may have been sent already, `receivers` the systems that are told
    nothing until an administrator lets them be told again, `partners` the installations that are
    neither asked nor answered until then.
    """

    ended: dict[str, int]
    jobs: int
    receivers: int
    partners: int = 0


async def settle(made_at: str) -> Settled:
    """Hold that nobody is signed in, no code of the past fits, and no message is sent twice.

    `made_at` is when the backup was made, empty where that is not known. One transaction with an
    event of the system. The engine is open as a role that may all of it.
    """
    now = clock.now()
    async with writing(EVERYTHING) as c:
        ended = {
            name: _count(await c.execute(statement, now))
            for name, table, statement in _ENDED
            if await c.fetchval(_THERE, table)
        }
        await c.execute(_CODES, int(now.timestamp()) // SECONDS)
        jobs = _count(await c.execute(_JOBS, MOST_TRIES, _PROBLEM, list(OUTWARD)))
        there = await c.fetchval(_THERE, "webhook_receiver")
        receivers = _count(await c.execute(_RECEIVERS)) if there else 0
        there = await c.fetchval(_THERE, "partner")
        partners = _count(await c.execute(_PARTNERS)) if there else 0
        told = {"made_at": made_at, "jobs": jobs, "receivers": receivers, **ended}
        told["partners"] = partners
        await happened(c, await system_actor(c), "backup.restored", **told)
    return Settled(ended=ended, jobs=jobs, receivers=receivers, partners=partners)


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


def _count(tag: str) -> int:
    """Return the number of rows that a command says it changed."""
    return int(tag.rpartition(" ")[2])

"""Asking for work after a commit: in the transaction of the command that wants it done."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec

from netralitas import request_id
from netralitas.database.connection import Connection

MOST_TRIES = 8
"""So often a job is begun; then it is held until somebody looks at it."""

Payload = Mapping[str, int]
"""What a job is about: ids only, so that the queue never holds personal data."""


REQUEST: Final = "request"
"""In a payload: the request for which a job is done. Handlers do not see it."""


class HeldJob(msgspec.Struct, frozen=True, kw_only=True):
    """A job that was given up: `problem` names the type of the last error, if it told one."""

    id: int
    kind: str
    problem: str | None


async def enqueue(
    connection: Connection,
    kind: str,
    payload: Payload,
    *,
    due_at: datetime | None = None,
    natural_key: str | None = None,
) -> bool:
    """Return whether a job now waits because of this call; at once, or when `due_at` has come.

    It exists only if this transaction commits. While a job with the same `natural_key` waits or
    runs, no second one is made. Leave the key out where a change during the run must be followed.
    The job is done for the request that is being answered.
    """
    reference = request_id.current()
    if reference:
        payload = {**payload, REQUEST: request_id.as_number(reference)}
    tag = await connection.execute(ENQUEUE, kind, payload, natural_key, due_at)
    return tag.endswith(" 1")


async def held(connection: Connection) -> list[HeldJob]:
    """Return the jobs that were given up, oldest first, at most a hundred."""
    return [HeldJob(**row) for row in await connection.fetch(_HELD, MOST_TRIES)]


ENQUEUE = """
INSERT INTO job (kind, payload, natural_key, due_at, tries)
VALUES ($1, $2, $3, coalesce($4, now()), 0)
ON CONFLICT (natural_key) DO NOTHING
"""

_HELD = """
SELECT id, kind, problem FROM job
WHERE tries >= $1 AND (lease IS NULL OR lease < now()) ORDER BY id LIMIT 100
"""

"""How much waits in the database: numbers without a person, a case or a text."""

import msgspec

from netralitas.database.connection import Connection
from netralitas.jobs.queue import MOST_TRIES


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """Jobs of one kind: that wait, that were given up, and how long one has been due (seconds)."""

    kind: str
    waiting: int
    held: int
    oldest: float


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """Events without a place in the log, how long the first waits, and the last head (seconds)."""

    pending: int
    oldest: float
    leaves: int
    head_age: float


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What waits at one moment; `rounds` are the seconds that each periodic work is late."""

    queues: tuple[Queue, ...]
    log: Log
    clocks: dict[str, int]
    notices: dict[str, int]
    rounds: dict[str, float]


async def waiting(connection: Connection) -> Waiting:
    """Return what waits now, for a reader of everything."""
    queues = await connection.fetch(_QUEUES, MOST_TRIES)
    rounds = await connection.fetch(_ROUNDS)
    return Waiting(
        queues=tuple(Queue(**row) for row in queues),
        log=Log(**await connection.fetchrow(_LOG)),
        clocks=dict(await connection.fetchrow(_CLOCKS)),
        notices=dict(await connection.fetchrow(_NOTICES)),
        rounds={row["name"]: row["late"] for row in rounds},
    )


_QUEUES = """
SELECT kind, count(*) FILTER (WHERE tries < $1) AS waiting,
    count(*) FILTER (WHERE tries >= $1) AS held,
    coalesce(max(extract(epoch FROM now() - due_at))
        FILTER (WHERE tries < $1 AND due_at <= now()), 0)::float8 AS oldest
FROM job GROUP BY kind
"""

_ROUNDS = """
SELECT name, greatest(extract(epoch FROM now() - next_run), 0)::float8 AS late FROM job_schedule
"""

_LOG = """
SELECT (SELECT count(*) FROM log_pending) AS pending,
    coalesce((SELECT extract(epoch FROM now() - min(recorded_at))
        FROM log_pending JOIN event ON event.id = log_pending.event), 0)::float8 AS oldest,
    coalesce((SELECT max(position) + 1 FROM log_leaf), 0) AS leaves,
    coalesce((SELECT extract(epoch FROM now() - signed_at)
        FROM log_head ORDER BY size DESC LIMIT 1), 0)::float8 AS head_age
"""

_CLOCKS = """
SELECT count(*) FILTER (WHERE due_at < now()) AS late,
    count(*) FILTER (WHERE due_at >= now() AND due_at < now() + interval '1 day') AS within_a_day,
    count(*) FILTER (WHERE due_at >= now() + interval '1 day') AS later,
    count(*) FILTER (WHERE due_at IS NULL) AS without_date
FROM clock WHERE ended_by IS NULL AND superseded_by IS NULL
"""

_NOTICES = """
SELECT count(*) FILTER (WHERE sent_at IS NOT NULL) AS sent,
    count(*) FILTER (WHERE sent_at IS NULL AND sending_at IS NOT NULL) AS uncertain
FROM notice
"""

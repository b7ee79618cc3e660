"""Whose a job is: claimed for a lease, renewed, finished or given back; tries are the fence."""

from datetime import timedelta

import msgspec

from netralitas import request_id
from netralitas.database.connection import Connection
from netralitas.jobs.queue import MOST_TRIES, REQUEST


class LostLeaseError(Exception):
    """Somebody else has the job by now: what was done here must not hold."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A claimed job. `tries` is the fence: whoever claims it next has a higher one.

    `request` is the id of the request that asked for it, empty where none did.
    """

    id: int
    kind: str
    payload: dict[str, int]
    tries: int
    request: str = ""


async def claim(connection: Connection, lease: timedelta) -> Job | None:
    """Return the job that is due longest, now this caller's for the length of `lease`, or None.

    Counted before it runs: a job that kills its worker is not begun for ever.
    """
    row = await connection.fetchrow(_CLAIM, lease, MOST_TRIES)
    if row is None:
        return None
    number = row["payload"].pop(REQUEST, None)
    return Job(**row, request="" if number is None else request_id.from_number(number))


async def renew(connection: Connection, job: Job, lease: timedelta) -> bool:
    """Return whether the job is still this caller's, and then for another `lease` from now."""
    return (await connection.execute(_RENEW, job.id, job.tries, lease)).endswith(" 1")


async def finish(connection: Connection, job: Job) -> None:
    """Hold that the job is gone, in the transaction of its effect, if it was still this caller's.

    Raises LostLeaseError otherwise, which must undo that transaction.
    """
    if not (await connection.execute(_FINISH, job.id, job.tries)).endswith(" 1"):
        raise LostLeaseError(job.id)


async def give_back(connection: Connection, job: Job, wait: timedelta, problem: str) -> None:
    """Hold that the job waits for its next try, unless somebody else has taken it over."""
    await connection.execute(_GIVE_BACK, job.id, job.tries, wait, problem)


_CLAIM = """
UPDATE job SET lease = now() + $1::interval, tries = tries + 1 WHERE id = (
    SELECT id FROM job
    WHERE due_at <= now() AND tries < $2 AND (lease IS NULL OR lease < now())
    ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, kind, payload, tries
"""

_RENEW = "UPDATE job SET lease = now() + $3::interval WHERE id = $1 AND tries = $2"

_FINISH = "DELETE FROM job WHERE id = $1 AND tries = $2"

_GIVE_BACK = """
UPDATE job SET lease = NULL, due_at = now() + $3::interval, problem = $4
WHERE id = $1 AND tries = $2
"""

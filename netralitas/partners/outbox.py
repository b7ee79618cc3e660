"""What is to be told to a partner, and what became of it: the worker's statements.

Nothing is written when a step is made: a partner follows the log by its own position.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.partners.claims import Claimed, hold
from netralitas.partners.domain import AnswerState, Problem
from netralitas.partners.wire import FailedError

WINDOW: Final = 5000
"""So many leaves of the log are looked at in one statement."""
BATCH: Final = 200

_SIZE: Final = "SELECT coalesce(max(position), -1) + 1 FROM log_leaf"
# What opens a proceeding follows from another step, which is told; the partner opens its own.
_NEXT: Final = """
SELECT leaf.position, e.id AS event, e.stream AS case_file, e.proceeding, e.name, e.workflow,
       e.workflow_version
FROM log_leaf leaf JOIN event e ON e.id = leaf.event
WHERE leaf.position >= $1 AND leaf.position < $1 + $2::bigint AND e.kind = 'move'
  AND e.organisation = $3 AND e.workflow IN ('referral', 'discipline', 'compliance')
  AND e.from_state IS NOT NULL AND e.proceeding IS NOT NULL
  AND e.stream IN (SELECT case_file FROM partner_package WHERE partner = $4)
ORDER BY leaf.position LIMIT $5
"""
_WAITS: Final = """
INSERT INTO partner_answer (case_file, partner, proceeding, event, state, tries, made_at, readers)
VALUES ($1, $2, $3, $4, 'waiting', 0, $5, ARRAY[$6::integer])
ON CONFLICT (partner, event) DO NOTHING
"""
_PASSED: Final = """
UPDATE partner SET position = $3 WHERE id = $1 AND fence = $2
"""
# Of each proceeding the first alone may be sent, and none of one that is held.
_OPEN: Final = """
SELECT a.id, a.event, a.proceeding, a.case_file, a.state, a.tries, a.body, a.version, e.hash,
       (SELECT k.remote FROM partner_package k
        WHERE k.partner = a.partner AND k.case_file = a.case_file ORDER BY k.id DESC LIMIT 1)
       AS package,
       (SELECT k.remote_case FROM partner_package k
        WHERE k.partner = a.partner AND k.case_file = a.case_file ORDER BY k.id LIMIT 1) AS there,
       (SELECT encode(k.digest, 'hex') FROM partner_package k
        WHERE k.partner = a.partner AND k.case_file = a.case_file ORDER BY k.id LIMIT 1) AS digest
FROM partner_answer a JOIN event e ON e.id = a.event
WHERE a.partner = $1 AND a.state IN ('waiting', 'refused', 'by_hand')
ORDER BY a.id LIMIT 500
"""
_BECAME: Final = """
UPDATE partner_answer
SET state = $3, tries = least(tries + 1, 1000), status = $4, problem = $5, sentence = $6,
    last_at = $7, body = NULL, version = NULL
WHERE partner = $1 AND event = ANY ($2::bigint[]) AND state = 'waiting'
"""
_SENDING: Final = """
UPDATE partner_answer SET body = $3, version = $4 WHERE partner = $1 AND event = $2
"""
_TRIED: Final = """
UPDATE partner_answer SET tries = least(tries + 1, 1000), status = $3, problem = $4, last_at = $5
WHERE partner = $1 AND event = $2
"""
_LINKED: Final = """
SELECT proceeding, remote FROM partner_proceeding
WHERE partner = $1 AND proceeding = ANY ($2::bigint[])
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move of the office, as the log has it."""

    position: int
    event: int
    case_file: int
    proceeding: int
    name: str
    workflow: str
    workflow_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An answer that is not over.

    `there` is the case at the partner, `digest` that of its first package, `package` the last one.
    `body` was sent already, decided on `version`, and whether it arrived is not known.
    """

    id: int
    event: int
    proceeding: int
    case_file: int
    state: AnswerState
    tries: int
    body: bytes | None
    version: int | None
    hash: bytes
    package: int
    there: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What became of an answer."""

    state: AnswerState
    problem: Problem | None = None
    status: int | None = None
    sentence: str | None = None


async def upcoming(c: Connection, partner: Claimed, position: int) -> tuple[list[Step], int]:
    """Return the next moves of the office on cases of the partner, and up to where was looked."""
    size: int = await c.fetchval(_SIZE)
    about = (partner.organisation, partner.id, BATCH)
    rows = await c.fetch(_NEXT, position, min(WINDOW, max(0, size - position)), *about)
    full = len(rows) == BATCH
    end = rows[-1]["position"] + 1 if full else max(position, min(size, position + WINDOW))
    return [Step(**dict(row)) for row in rows], end


async def wait_for(
    c: Connection, partner: Claimed, steps: Sequence[Step], position: int, at: datetime
) -> None:
    """Hold that these steps are to be told, and the log was read up to there; raises LostError."""
    hold(await c.execute(_PASSED, partner.id, partner.fence, position))
    for step in steps:
        row = (step.case_file, partner.id, step.proceeding, step.event, at, partner.organisation)
        await c.execute(_WAITS, *row)


async def open_answers(c: Connection, partner: Claimed) -> list[Open]:
    """Return the answers that are not over, in the order of the log."""
    return [_open(row) for row in await c.fetch(_OPEN, partner.id)]


async def became(
    c: Connection, partner: Claimed, events: Sequence[int], what: Became, at: datetime
) -> None:
    """Hold what became of the answers to these events, which were sent as one."""
    problem = what.problem.value if what.problem else None
    told = (what.state.value, what.status, problem, what.sentence, at)
    await c.execute(_BECAME, partner.id, list(events), *told)


async def sending(
    c: Connection, partner: Claimed, event: int, body: bytes | None, version: int | None
) -> None:
    """Hold that this is about to be sent for an event, decided on that version; None: no more."""
    await c.execute(_SENDING, partner.id, event, body, version)


async def tried(
    c: Connection, partner: Claimed, event: int, failed: FailedError, at: datetime
) -> None:
    """Hold that telling an event failed, and waits."""
    await c.execute(_TRIED, partner.id, event, failed.status, failed.problem.value, at)


async def linked(c: Connection, partner: Claimed, proceedings: Sequence[int]) -> dict[int, int]:
    """Return the proceedings there by those here."""
    rows = await c.fetch(_LINKED, partner.id, list(proceedings))
    return {row["proceeding"]: row["remote"] for row in rows}


def _open(row: Row) -> Open:
    return Open(**{**dict(row), "state": AnswerState(row["state"])})

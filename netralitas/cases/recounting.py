"""The job after a new edition of the law: open deadlines move, an event each, in chunks.

A chunk is one transaction: its cases locked in the order of their ids, the deadlines counted again,
an event for each that moves, the job for the next chunk. Killed at any moment, nothing of the chunk
has happened and the job is found again. A clock that was begun under the old edition meanwhile is
found because it says so.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import structlog

from netralitas.accounts.queries import system_actor
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import lock_each, record_each
from netralitas.cases.clocks import NewClock
from netralitas.cases.queries.moving import COLUMNS, FROM, Recount
from netralitas.cases.record import refresh_worklist
from netralitas.database.connection import Connection, Row
from netralitas.jobs.queue import enqueue
from netralitas.law.entries import LawData

JOB: Final = "recount_clocks"
MOVED: Final = "case.deadline_moved"
CHUNK: Final = 400
"""So many clocks are counted in one transaction: what a move on one of their cases may wait for."""

_CASES: Final = """
SELECT case_file FROM clock
WHERE ended_by IS NULL AND superseded_by IS NULL AND edition < $1
ORDER BY edition, case_file LIMIT $2
"""
_STALE: Final = f"""
SELECT {COLUMNS} {FROM} AND c.edition < $1 AND c.case_file = ANY ($2) ORDER BY c.case_file, c.id
"""
_HOLDS: Final = "UPDATE clock SET edition = $2 WHERE id = ANY ($1)"
_REPLACED: Final = """
UPDATE clock SET superseded_by = moved.event
FROM unnest($1::bigint[], $2::bigint[]) AS moved (id, event) WHERE clock.id = moved.id
"""
_ANEW: Final = """
INSERT INTO clock (case_file, proceeding, rule, rule_version, calendar_version, started_by,
                   start_on, start_at, due_at, problem, added, paused_by, readers, edition)
SELECT c.case_file, c.proceeding, c.rule, n.rule_version, n.calendar_version, c.started_by,
       c.start_on, c.start_at, n.due_at, n.problem, c.added, c.paused_by, c.readers, $6
FROM unnest($1::bigint[], $2::smallint[], $3::integer[], $4::timestamptz[], $5::text[])
     WITH ORDINALITY AS n (id, rule_version, calendar_version, due_at, problem, place)
JOIN clock c ON c.id = n.id ORDER BY n.place
RETURNING id
"""
# Whoever has a receipt sees the date behind its code.
_TELL: Final = """
INSERT INTO job (kind, payload, due_at, tries)
SELECT 'index_case', jsonb_build_object('case_file', case_file), now(), 0
FROM receipt_code WHERE case_file = ANY ($1)
"""
_WAITING: Final = "SELECT EXISTS (SELECT FROM job WHERE kind = $1)"

_log = structlog.get_logger("netralitas.cases")


async def ask_for_recount(connection: Connection, edition: int) -> None:
    """Have the open deadlines counted again under an edition that this transaction makes."""
    await enqueue(connection, JOB, {"edition": edition})


async def look_for_stragglers(connection: Connection, edition: int) -> None:
    """Ask for a recount if a deadline was begun under an older edition and no job is on its way."""
    if await connection.fetch(_CASES, edition, 1) and not await connection.fetchval(_WAITING, JOB):
        await ask_for_recount(connection, edition)


async def recount_chunk(connection: Connection, law: LawData) -> Sequence[int]:
    """Count the next open deadlines again, and ask for the rest; return the clocks that are new.

    Afterwards those that keep their date say under which edition it was looked at; each that moves
    has an event, a new clock in place of the old one, and its worklists show the new date.
    """
    found = await connection.fetch(_CASES, law.edition, CHUNK)
    if not found:
        return ()
    heads = await lock_each(connection, sorted({row[0] for row in found}))
    rows = await connection.fetch(_STALE, law.edition, list(heads))
    moved = await _settle(connection, law, heads, rows)
    await ask_for_recount(connection, law.edition)
    _log.info("clocks_recounted", edition=law.edition, clocks=len(rows), moved=len(moved))
    return moved


async def _settle(
    connection: Connection, law: LawData, heads: Mapping[int, Head], rows: Sequence[Row]
) -> Sequence[int]:
    recount = Recount(law.book)
    counted = [(row, recount.moved(row)) for row in rows]
    kept = [row["id"] for row, anew in counted if anew is None]
    await connection.execute(_HOLDS, kept, law.edition)
    moving = [(row, anew) for row, anew in counted if anew is not None]
    if not moving:
        return ()
    events = await _record(connection, law, heads, moving)
    old = [row["id"] for row, _ in moving]
    new = await connection.fetch(
        _ANEW,
        old,
        [anew.rule_version for _, anew in moving],
        [anew.calendar_version for _, anew in moving],
        [anew.due_at for _, anew in moving],
        [anew.problem for _, anew in moving],
        law.edition,
    )
    await connection.execute(_REPLACED, old, events)
    await refresh_worklist(connection, [row["proceeding"] for row, _ in moving])
    await connection.execute(_TELL, sorted({row["case_file"] for row, _ in moving}))
    return [row["id"] for row in new]


async def _record(
    connection: Connection,
    law: LawData,
    heads: Mapping[int, Head],
    moving: Sequence[tuple[Row, NewClock]],
) -> list[int]:
    """Record an event for each clock that moves; return their ids in the order of the clocks."""
    system = await system_actor(connection)
    by_case: dict[int, list[Event]] = defaultdict(list)
    for row, anew in moving:
        by_case[row["case_file"]].append(_event(row, anew, law.edition, system.officer, heads))
    recorded = await record_each(
        connection, [(heads[case], events) for case, events in by_case.items()]
    )
    return [entry.id for entry in recorded]


def _event(
    row: Row, anew: NewClock, edition: int, officer: int, heads: Mapping[int, Head]
) -> Event:
    """Return the event of a date that moves: on the case, so that no open form becomes stale."""
    readers = tuple(row["readers"])
    return Event(
        stream=row["case_file"],
        kind=EventKind.FACT,
        name=MOVED,
        actor=officer,
        organisation=row["owner"] if row["owner"] in readers else readers[0],
        readers=readers,
        happened=Moment.time(heads[row["case_file"]].now, row["zone"]),
        details={
            "edition": edition,
            "moved": {
                "clock": row["id"],
                "rule": row["rule"],
                "before": row["due_at"].isoformat() if row["due_at"] else None,
                "after": anew.due_at.isoformat() if anew.due_at else None,
            },
        },
    )

"""What whoever holds the code of a receipt is told, written for the public site after each change.

Only the safe words of domain.md 4 and days: never a name, a unit or a number of a respondent.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Final

from netralitas import clock
from netralitas.cases.domain import Source
from netralitas.cases.queries import come_from, gone_into
from netralitas.database.connection import Connection, Row
from netralitas.investigation.words import public_status
from netralitas.law.domain import Zone
from netralitas.publication import status_words as words
from netralitas.publication.policy import leak_in
from netralitas.publication.queries.courses import Concerned, concerned_in
from netralitas.publication.step_words import RECEIPTS, STEPS
from netralitas.publication.telling import (
    Happening,
    Matter,
    Opening,
    told_in_each_language,
    told_of,
    told_of_refused,
    whole_stage,
)

_CASE: Final = """
SELECT k.digest, f.source, f.received_at, f.zone, h.state, h.since,
       (SELECT e.to_state FROM event e
        WHERE e.proceeding = h.id AND e.to_state = ANY ($2)
        ORDER BY e.version DESC LIMIT 1) AS outcome
FROM case_file f
LEFT JOIN receipt_code k ON k.case_file = f.id
JOIN proceeding h ON h.case_file = f.id AND h.workflow = 'handling'
WHERE f.id = $1
"""
_STEPS: Final = """
SELECT DISTINCT e.workflow || '.' || fact AS fact, e.to_state, e.happened_on,
       e.precision IN ('time', 'day') AS to_the_day, min(e.id) OVER (PARTITION BY fact) AS place
FROM event e CROSS JOIN LATERAL unnest(e.facts) AS fact
WHERE e.stream = $1 AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
  AND e.workflow || '.' || fact = ANY ($2)
ORDER BY e.happened_on NULLS LAST, place
"""
_DUE: Final = """
SELECT min(c.due_at) FROM clock c JOIN proceeding p ON p.id = c.proceeding
WHERE c.case_file = $1 AND p.workflow = $2 AND c.ended_by IS NULL AND c.superseded_by IS NULL
  AND c.paused_by IS NULL
"""
_OPENINGS: Final = """
SELECT e.happened_on,
       (SELECT n.text FROM event a JOIN event_note n ON n.event = a.id
        WHERE a.proceeding = e.proceeding ORDER BY a.id LIMIT 1) AS reason,
       (SELECT bool_and(v.subject = 'witness') FROM vault_entry v
        WHERE v.case_file = e.stream) AS witnesses_only
FROM event e
WHERE e.stream = $1 AND e.workflow = 'identity_access' AND 'opened' = ANY (e.facts)
ORDER BY e.id
"""
_THREAD: Final = """
INSERT INTO published.message (digest, ordinal, from_office, sealed, written_at)
SELECT k.digest, m.id, m.officer IS NOT NULL, m.for_reporter, m.written_at
FROM case_message m JOIN receipt_code k ON k.case_file = m.case_file
WHERE m.case_file = $1
ON CONFLICT (digest, ordinal) DO NOTHING
"""
_REFUSED: Final = """
SELECT r.digest, r.sent_at, r.refused_at, r.refusal, o.name AS office, o.zone
FROM inbox.report r JOIN organisation o ON o.id = r.office
WHERE r.id = $1 AND r.refused_at IS NOT NULL
"""
_TELL: Final = """
INSERT INTO published.status (digest, content, told_at) VALUES ($1, $2, $3)
ON CONFLICT (digest) DO UPDATE SET content = excluded.content, told_at = excluded.told_at
"""


async def tell(connection: Connection, case: int) -> None:
    """Make what the code of a case's receipt shows what holds now; nothing without a code.

    The same for the codes of the cases that were merged into it: their matter goes on in it.
    For the worker, which sees every row and alone writes into the published schema.
    """
    for concerned in (case, *await come_from(connection, case)):
        row = await connection.fetchrow(_CASE, concerned, list(words.OUTCOMES))
        if row is not None and row["digest"] is not None:
            matter = await _matter_wherever(connection, concerned, row)
            content = told_in_each_language(partial(told_of, matter))
            await connection.execute(_TELL, row["digest"], content, clock.now())
            await tell_thread(connection, concerned)


async def tell_thread(connection: Connection, case: int) -> None:
    """Put what is new of a case's messages where the code of its receipt finds it, for the worker.

    They are sealed to the code: nobody on the way reads them.
    """
    await connection.execute(_THREAD, case)


async def tell_refused(connection: Connection, report: int) -> None:
    """Tell whoever sent a report that the office refused it, and why; for the worker."""
    row = await connection.fetchrow(_REFUSED, report)
    if row is not None:
        zone = Zone(row["zone"])
        sent, refused = _day(row["sent_at"], zone), _day(row["refused_at"], zone)
        content = told_in_each_language(
            partial(told_of_refused, row["office"], row["refusal"], sent, refused)
        )
        await connection.execute(_TELL, row["digest"], content, clock.now())


async def _matter_wherever(connection: Connection, case: int, row: Row) -> Matter:
    """Return what is told of a case; of a merged one, what is told of that in which it goes on.

    Its own steps stay, and nobody learns when another report came in.
    """
    onward = await gone_into(connection, case)
    if onward is None:
        return await _matter(connection, case, row, of=case)
    there = await connection.fetchrow(_CASE, onward, list(words.OUTCOMES))
    matter = await _matter(connection, onward, there, of=case)
    own = await _happenings(connection, case, Source(row["source"]))
    further = (one for one in matter.happenings if one.fact not in RECEIPTS)
    return replace(matter, happenings=(*own, *further), merged=True)


async def _matter(connection: Connection, case: int, row: Row, *, of: int) -> Matter:
    """Return what is told of a case, with the openings of identities in another one, or its own."""
    everybody = await concerned_in(connection, case)
    outcomes = tuple(one.outcome for one in everybody)
    source, zone = Source(row["source"]), Zone(row["zone"])
    due, stage = None, whole_stage(outcomes)
    if stage in words.CLOCKS:
        due = await connection.fetchval(_DUE, case, words.CLOCKS[stage])
    happenings = await _happenings(connection, case, source)
    days = [one.on for one in happenings if one.on]
    return Matter(
        source=source,
        state=row["state"],
        handling=public_status(row["state"], row["outcome"]),
        outcomes=outcomes,
        since=days[-1] if days else _day(row["received_at"], zone),
        happenings=happenings,
        due=_day(due, zone) if due else None,
        openings=await _openings(connection, of, everybody),
    )


async def _happenings(connection: Connection, case: int, source: Source) -> tuple[Happening, ...]:
    """Return what happened, the oldest first."""
    rows = await connection.fetch(_STEPS, case, list(STEPS))
    return tuple(
        Happening(
            fact=row["fact"],
            state=row["to_state"],
            source=source,
            on=row["happened_on"] if row["to_the_day"] else None,
        )
        for row in rows
    )


async def _openings(
    connection: Connection, case: int, everybody: Sequence[Concerned]
) -> tuple[Opening, ...]:
    """Return when an identity was opened and why, unless the reason names somebody."""
    named = [one.named for one in everybody]
    rows = await connection.fetch(_OPENINGS, case)
    return tuple(
        Opening(
            on=row["happened_on"],
            reason=None if leak_in(row["reason"] or "", named) else row["reason"],
            witnesses_only=bool(row["witnesses_only"]),
        )
        for row in rows
    )


def _day(at: datetime, zone: Zone) -> date:
    return at.astimezone(zone.tz).date()

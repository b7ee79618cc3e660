"""What whoever holds the code of a receipt is told, written for the public site after each change.

Only the safe words of domain.md 4 and days: never a name, a unit or a number of a respondent.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.cases.domain import Source
from netralitas.cases.queries import come_from, gone_into
from netralitas.database.connection import Connection, Row
from netralitas.investigation.words import public_status
from netralitas.law.domain import Zone
from netralitas.publication import status_words as words
from netralitas.publication.domain import Outcome, Stage, Step, Told
from netralitas.publication.policy import leak_in
from netralitas.publication.queries.courses import Concerned, concerned_in

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
            told = await _told_wherever(connection, concerned, row)
            await connection.execute(_TELL, row["digest"], msgspec.to_builtins(told), clock.now())
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
        refused = _day(row["refused_at"], zone)
        told = Told(
            status=words.REFUSED,
            sentence=words.refused(row["office"], row["refusal"]),
            since=refused,
            steps=(
                Step(on=_day(row["sent_at"], zone), sentence=words.SENT),
                Step(on=refused, sentence=words.REFUSED_STEP),
            ),
        )
        await connection.execute(_TELL, row["digest"], msgspec.to_builtins(told), clock.now())


async def _told_wherever(connection: Connection, case: int, row: Row) -> Told:
    """Return what is told of a case; of a merged one, what is told of that in which it goes on.

    Its own steps stay, and nobody learns when another report came in.
    """
    onward = await gone_into(connection, case)
    if onward is None:
        return await _told(connection, case, row)
    there = await connection.fetchrow(_CASE, onward, list(words.OUTCOMES))
    told = await _told(connection, onward, there)
    own = await _steps(connection, case, Source(row["source"]))
    further = (step for step in told.steps if step.sentence not in words.RECEIPTS)
    return replace(
        told,
        sentence=f"{words.MERGED} {told.sentence}",
        steps=tuple(dict.fromkeys((*own, *further))),
        openings=await _openings(connection, case, await concerned_in(connection, onward)),
    )


async def _told(connection: Connection, case: int, row: Row) -> Told:
    everybody = await concerned_in(connection, case)
    stage = _stage([one.outcome for one in everybody])
    status = _status(stage, everybody, public_status(row["state"], row["outcome"]))
    said = words.SAID.get(stage) or words.said_in_handling(
        row["state"], status, Source(row["source"])
    )
    due = None
    if said.follows and stage in words.CLOCKS:
        due = await connection.fetchval(_DUE, case, words.CLOCKS[stage])
    zone = Zone(row["zone"])
    steps = await _steps(connection, case, Source(row["source"]))
    return Told(
        status=status,
        sentence=said.sentence,
        since=next((step.on for step in reversed(steps) if step.on), None)
        or _day(row["received_at"], zone),
        steps=steps,
        next=said.follows,
        next_by=_day(due, zone) if due else None,
        openings=await _openings(connection, case, everybody),
    )


def _stage(outcomes: Sequence[Outcome]) -> Stage:
    """Return the stage of the whole matter: what is still open of it, before what is over."""
    stages = {outcome.stage for outcome in outcomes}
    for stage in (Stage.FOLLOWED_UP, Stage.FORWARDED):
        if stage in stages:
            return stage
    if stages == {Stage.NOT_VIOLATION}:
        return Stage.NOT_VIOLATION
    return Stage.CONCLUDED if Stage.CONCLUDED in stages else Stage.IN_HANDLING


def _status(stage: Stage, everybody: Sequence[Concerned], handling: str) -> str:
    """Return the status in the safe words; a closed statement of ethics says only that it ended."""
    if stage is Stage.IN_HANDLING:
        return handling
    outcomes = [one.outcome for one in everybody if one.outcome.stage is Stage.CONCLUDED]
    if stage is not Stage.CONCLUDED or any(outcome.closed for outcome in outcomes):
        return words.STAGES[stage]
    levels = {words.LEVELS[outcome.level] for outcome in outcomes if outcome.level is not None}
    return f"{words.STAGES[stage]}: {'; '.join(sorted(levels))}" if levels else words.STAGES[stage]


async def _steps(connection: Connection, case: int, source: Source) -> tuple[Step, ...]:
    """Return what happened, day by day, each thing once, the oldest first."""
    rows = await connection.fetch(_STEPS, case, list(words.STEPS))
    found = [
        Step(
            on=row["happened_on"] if row["to_the_day"] else None,
            sentence=words.step(row["fact"], row["to_state"], source),
        )
        for row in rows
    ]
    return tuple(dict.fromkeys(found))


async def _openings(
    connection: Connection, case: int, everybody: Sequence[Concerned]
) -> tuple[Step, ...]:
    """Return when an identity was opened and why, unless the reason names somebody."""
    named = [one.named for one in everybody]
    rows = await connection.fetch(_OPENINGS, case)
    return tuple(
        Step(
            on=row["happened_on"],
            sentence=words.opened(
                row["happened_on"],
                None if leak_in(row["reason"] or "", named) else row["reason"],
                witnesses_only=bool(row["witnesses_only"]),
            ),
        )
        for row in rows
    )


def _day(at: datetime, zone: Zone) -> date:
    return at.astimezone(zone.tz).date()

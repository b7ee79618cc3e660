"""The only writer of a proceeding's state: event, state, clocks, worklist and job in one go."""

from collections.abc import Iterable, Sequence

from netralitas.audit.domain import Event, EventKind, Head, Recorded
from netralitas.audit.record import record_many
from netralitas.cases.change import Change, ProceedingChange
from netralitas.cases.clocks import NewClock
from netralitas.database.connection import Connection
from netralitas.discipline.workflow.clocks import WINDOWS
from netralitas.jobs.queue import enqueue

OPEN = """
INSERT INTO proceeding (id, case_file, respondent, addressee, workflow, workflow_version, state,
                        version, holder, since, since_precision, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
"""
MOVE = """
UPDATE proceeding SET state = $2, version = $3, holder = $4, since = $5, since_precision = $6,
                      readers = $7
WHERE id = $1
"""
STAY = "UPDATE proceeding SET version = $2 WHERE id = $1"
START_CLOCK = """
INSERT INTO clock (case_file, proceeding, rule, rule_version, calendar_version, started_by,
                   start_on, start_at, due_at, problem, readers, ended_by, ended_at, edition, added,
                   paused_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
"""
END_CLOCKS = """
UPDATE clock SET ended_by = $3, ended_at = $4
WHERE proceeding = $1 AND rule = ANY ($2) AND ended_by IS NULL AND superseded_by IS NULL
"""
# A start that becomes known later dates the deadline that ran without a date.
REPLACE_UNDATED = """
UPDATE clock SET superseded_by = $3
WHERE proceeding = $1 AND rule = $2 AND due_at IS NULL
  AND ended_by IS NULL AND superseded_by IS NULL
"""
REPLACE_CLOCKS = "UPDATE clock SET superseded_by = $2 WHERE id = ANY ($1) AND superseded_by IS NULL"
PAUSE_CLOCKS = "UPDATE clock SET paused_by = $2 WHERE id = ANY ($1)"
_WINDOWS = ", ".join(f"'{rule}'" for rule in sorted(WINDOWS))
# Whoever no longer reads an open proceeding loses its item; every other reader's is made to say
# what holds. The two halves never touch the same item. What a respondent may still file is no
# deadline of anybody's work, and what stands still presses nobody.
SHOW_ON_WORKLISTS = f"""
WITH shown AS (
    SELECT reader AS organisation, p.case_file, p.id AS proceeding, f.investigator, p.workflow,
           p.state, p.holder, f.source, f.regime, p.since, c.due_at AS next_due, c.rule,
           p.addressee, p.readers
    FROM proceeding p
    JOIN case_file f ON f.id = p.case_file
    JOIN declared_state s ON s.workflow = p.workflow AND s.version = p.workflow_version
                         AND s.state = p.state AND NOT s.final
    LEFT JOIN LATERAL (
        SELECT due_at, rule FROM clock
        WHERE proceeding = p.id AND ended_by IS NULL AND superseded_by IS NULL
          AND due_at IS NOT NULL AND paused_by IS NULL AND rule NOT IN ({_WINDOWS})
        ORDER BY due_at LIMIT 1
    ) c ON true
    CROSS JOIN LATERAL unnest(p.readers) AS reader
    WHERE p.id = ANY ($1)
), gone AS (
    DELETE FROM worklist_item w WHERE w.proceeding = ANY ($1) AND NOT EXISTS (
        SELECT FROM shown s
        WHERE s.proceeding = w.proceeding AND s.organisation = w.organisation)
)
INSERT INTO worklist_item (organisation, case_file, proceeding, investigator, workflow, state,
                           holder, source, regime, since, next_due, rule, addressee, readers)
SELECT * FROM shown
ON CONFLICT (organisation, proceeding) DO UPDATE SET
    investigator = excluded.investigator, state = excluded.state, holder = excluded.holder,
    source = excluded.source, regime = excluded.regime, since = excluded.since,
    next_due = excluded.next_due, rule = excluded.rule,
    addressee = excluded.addressee, readers = excluded.readers
"""  # noqa: S608 - constant text


async def enter(
    connection: Connection, head: Head, changes: Sequence[Change]
) -> tuple[list[Recorded], Head]:
    """Record the changes in order, all of one stream; return what stands recorded, and the end.

    Afterwards each proceeding named has its new state, the clocks run or rest, the worklists of
    all its readers show it, and the search text is queued to follow. Nothing is committed here.
    """
    events: list[Event] = [change.event for change in changes]
    recorded, head = await record_many(connection, head, events)
    for change, entry in zip(changes, recorded, strict=True):
        await _follow(connection, change, entry)
    touched = [change.event.proceeding for change in changes if change.event.proceeding]
    await refresh_worklist(connection, touched)
    await enqueue(connection, "index_case", {"case_file": head.stream})
    return recorded, head


async def refresh_worklist(connection: Connection, proceedings: Iterable[int]) -> None:
    """Make the worklists show these proceedings as they now are, and no longer when they ended."""
    ids = list(dict.fromkeys(proceedings))
    if ids:
        await connection.execute(SHOW_ON_WORKLISTS, ids)


async def _follow(connection: Connection, change: Change, entry: Recorded) -> None:
    if change.proceeding is not None:
        await _set_state(connection, change.proceeding, change, entry)
    elif change.event.proceeding is not None:
        await connection.execute(STAY, change.event.proceeding, entry.version)
    await _end(connection, change, entry)
    if change.replaces:
        await connection.execute(REPLACE_CLOCKS, list(change.replaces), entry.id)
    if change.pauses:
        await connection.execute(PAUSE_CLOCKS, list(change.pauses), entry.id)
    for clock in change.starts:
        if change.event.kind is EventKind.FACT and clock.due_at is not None:
            proceeding = change.event.proceeding
            await connection.execute(REPLACE_UNDATED, proceeding, clock.rule, entry.id)
        await _start(connection, change.event, clock, entry)


async def _end(connection: Connection, change: Change, entry: Recorded) -> None:
    """End the clocks: with what happened now, or at a time that nobody recorded."""
    for rules, ended_at in ((change.ends, change.event.happened.instant), (change.over, None)):
        if rules:
            proceeding = change.event.proceeding
            await connection.execute(END_CLOCKS, proceeding, list(rules), entry.id, ended_at)


async def _set_state(
    connection: Connection, to: ProceedingChange, change: Change, entry: Recorded
) -> None:
    # Of a month the last day: what waits has waited at least since then.
    since = min(change.event.happened.latest or entry.recorded_at, entry.recorded_at)
    known = change.event.happened.precision.value
    if to.opens:
        await connection.execute(
            OPEN,
            *(to.id, to.case_file, to.respondent, to.addressee, to.workflow),
            *(to.workflow_version, to.state, entry.version, to.holder, since, known),
            list(to.readers),
        )
    else:
        await connection.execute(
            MOVE, *(to.id, to.state, entry.version, to.holder, since, known, list(to.readers))
        )


async def _start(connection: Connection, event: Event, clock: NewClock, entry: Recorded) -> None:
    heir = clock.heir
    started_by = heir.started_by if heir and heir.started_by else entry.id
    ended_by, ended_at, paused_by = None, None, None
    if heir is not None:
        ended_by = entry.id if heir.ends_anew else heir.ended_by
        ended_at, paused_by = heir.ended_at, heir.paused_by
    await connection.execute(
        START_CLOCK,
        *(event.stream, event.proceeding, clock.rule, clock.rule_version, clock.calendar_version),
        *(started_by, clock.start_on, clock.start_at, clock.due_at, clock.problem),
        *(list(event.readers), ended_by, ended_at, clock.edition, clock.added),
        paused_by,
    )

"""Verification of what belongs together: streams, dossiers, proceedings, notes and the log.

Each statement returns (table, row, stream, version, problem) for whatever is wrong.
"""

from typing import Final

import asyncpg

from netralitas.audit import chain
from netralitas.audit.verdict import Findings

_BATCH: Final = 2000

_STREAMS: Final = """
WITH last AS (SELECT stream, max(version) AS version FROM event GROUP BY stream)
SELECT 'stream', coalesce(stream.id, last.stream)::text, coalesce(stream.id, last.stream),
    stream.version,
    CASE WHEN stream.id IS NULL THEN 'the stream is gone, but events of it are there'
         WHEN stream.version <> coalesce(last.version, 0)
         THEN format('it ends at version %s, but its last event is version %s',
                     stream.version, coalesce(last.version, 0))
         ELSE 'its hash is not that of its last event' END
FROM stream FULL JOIN last ON last.stream = stream.id
LEFT JOIN event ON event.stream = last.stream AND event.version = last.version
WHERE stream.id IS NULL OR stream.version <> coalesce(last.version, 0)
   OR stream.hash <> coalesce(event.hash, ''::bytea)
"""

_DOSSIERS: Final = """
SELECT 'case_file', case_file.id::text, case_file.id, NULL::integer, 'its stream is gone'
FROM case_file LEFT JOIN stream ON stream.id = case_file.id AND stream.kind = 'case'
WHERE stream.id IS NULL
"""

_CASE_STREAMS: Final = """
SELECT 'stream', stream.id::text, stream.id, stream.version, 'its dossier is gone'
FROM stream LEFT JOIN case_file ON case_file.id = stream.id
WHERE stream.kind = 'case' AND case_file.id IS NULL
"""

_PROCEEDINGS: Final = """
WITH last AS (
    SELECT stream, proceeding, max(version) AS version FROM event
    WHERE proceeding IS NOT NULL AND to_state IS NOT NULL GROUP BY stream, proceeding
)
SELECT 'proceeding', coalesce(proceeding.id, last.proceeding)::text,
    coalesce(last.stream, proceeding.case_file), coalesce(last.version, proceeding.version),
    CASE WHEN proceeding.id IS NULL THEN 'the proceeding is gone, but events of it are there'
         WHEN last.version IS NULL THEN 'no event made it'
         WHEN proceeding.version <> last.version
         THEN format('it stands at version %s, but its last event is version %s',
                     proceeding.version, last.version)
         WHEN proceeding.state <> event.to_state
         THEN format('it is in state %s, but its last event led to %s',
                     proceeding.state, event.to_state)
         ELSE 'its last event is of another workflow' END
FROM proceeding
FULL JOIN last ON last.stream = proceeding.case_file AND last.proceeding = proceeding.id
LEFT JOIN event ON event.stream = last.stream AND event.version = last.version
WHERE proceeding.id IS NULL OR last.version IS NULL OR proceeding.version <> last.version
   OR proceeding.state <> event.to_state
   OR proceeding.workflow IS DISTINCT FROM event.workflow
   OR proceeding.workflow_version IS DISTINCT FROM event.workflow_version
"""

_LOGGED: Final = """
SELECT CASE WHEN event.id IS NULL OR leaf.event IS NOT NULL AND waiting.event IS NULL
            THEN 'log_leaf' ELSE 'event' END,
    CASE WHEN event.id IS NULL OR leaf.event IS NOT NULL AND waiting.event IS NULL
         THEN leaf.position ELSE event.id END::text,
    event.stream, event.version,
    CASE WHEN event.id IS NULL THEN format('event %s, which it stands for, is gone', leaf.event)
         WHEN leaf.event IS NULL THEN 'it is neither in the log nor waiting for it'
         WHEN waiting.event IS NOT NULL THEN 'it is in the log and still waits for it'
         ELSE format('it is not the hash of event %s', leaf.event) END
FROM event FULL JOIN (SELECT * FROM log_leaf WHERE event IS NOT NULL) AS leaf
    ON leaf.event = event.id
LEFT JOIN log_pending AS waiting ON waiting.event = event.id
WHERE event.id IS NULL OR (leaf.event IS NULL) = (waiting.event IS NULL)
   OR leaf.hash <> sha256('\\x00'::bytea || event.hash)
"""

_WAITING: Final = """
SELECT 'log_pending', waiting.event::text, NULL::bigint, NULL::integer, 'its event is gone'
FROM log_pending AS waiting LEFT JOIN event ON event.id = waiting.event WHERE event.id IS NULL
"""

_GAPS: Final = """
SELECT 'log_leaf', position::text, NULL::bigint, NULL::integer,
    format('positions %s to %s before it are missing', previous + 1, position - 1)
FROM (SELECT position, lag(position, 1, -1::bigint) OVER (ORDER BY position) AS previous
      FROM log_leaf) AS placed
WHERE position <> previous + 1
"""

_STATEMENTS: Final = (
    _STREAMS, _DOSSIERS, _CASE_STREAMS, _PROCEEDINGS, _LOGGED, _WAITING, _GAPS,
)  # fmt: skip

_NOTES: Final = """
SELECT coalesce(event.id, note.event), event.id IS NOT NULL, event.stream, event.version,
       event.commitment, note.event IS NOT NULL, note.text, note.key, note.erased_at
FROM (SELECT id, stream, version, commitment FROM event WHERE commitment IS NOT NULL) AS event
FULL JOIN event_note AS note ON note.event = event.id
"""


async def relations(c: asyncpg.Connection, findings: Findings) -> None:
    """Find every row without its counterpart, or that contradicts it."""
    for statement in _STATEMENTS:
        async for table, row, stream, version, problem in c.cursor(statement, prefetch=_BATCH):
            findings.add(table, row, problem, stream=stream, version=version)


async def notes(c: asyncpg.Connection, findings: Findings) -> int:
    """Compare every note with its event's commitment; return how many were erased, as is right."""
    erased = 0
    async for row in c.cursor(_NOTES, prefetch=_BATCH):
        identity, committed, stream, version, commitment, noted, text, key, erased_at = row
        problem = None
        if not committed:
            problem = "the event of this note is gone, or committed to no words"
        elif not noted:
            problem = "the note is gone; erasing leaves its row"
        elif text is not None and chain.commitment(key or b"", text) != commitment:
            problem = "the words are not those that the event committed to"
        elif text is None and erased_at is None:
            problem = "the words are gone without having been erased"
        elif text is None:
            erased += 1
        if problem:
            findings.add("event_note", identity, problem, stream=stream, version=version)
    return erased

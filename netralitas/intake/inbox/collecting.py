"""The worker's rounds: messages go to their cases, senders are told, what is done is emptied."""

from datetime import timedelta
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.intake.door import DRAFT_DAYS
from netralitas.publication.status import tell_refused, tell_thread

MOST: Final = 200
"""So many messages, and so many reports, are seen to in one round; the next one goes on."""

STAFF_DRAFTS: Final = timedelta(days=30)
"""So long a draft of the desk and what was sent for it are kept untouched."""
_LEFT_MESSAGES: Final = timedelta(days=30)

# A message of a code that has no case yet waits: its report may still be taken in. Which key of the
# office opens it stands in front, as `envelope.packed` has it.
_COLLECT: Final = """
WITH gone AS (
    DELETE FROM inbox.message m
    USING receipt_code k, proceeding h
    WHERE k.digest = m.digest AND h.case_file = k.case_file AND h.workflow = 'handling'
      AND m.id = ANY (ARRAY(
          SELECT w.id FROM inbox.message w JOIN receipt_code c ON c.digest = w.digest
          ORDER BY w.id LIMIT $1))
    RETURNING m.id, m.key_id, m.for_office, m.for_reporter, m.sent_at, k.case_file, h.readers
)
INSERT INTO case_message (case_file, for_office, for_reporter, written_at, readers)
SELECT case_file,
       set_byte('\\x00'::bytea, 0, octet_length(key_id)) || convert_to(key_id, 'UTF8')
           || for_office,
       for_reporter, sent_at, readers
FROM gone ORDER BY id
RETURNING case_file
"""
_UNTOLD: Final = """
SELECT r.id FROM inbox.report r
WHERE r.refused_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM published.status s WHERE s.digest = r.digest)
ORDER BY r.id LIMIT $1
"""
# What was answered is needed here no more. The digests of the files stay for the receipt; without
# the key that was sealed to the office nothing else of it opens, whatever a backup still holds.
_EMPTY: Final = """
WITH done AS (
    UPDATE inbox.report SET sealed_key = ''
    WHERE id = ANY (ARRAY(
        SELECT id FROM inbox.report
        WHERE (taken_at IS NOT NULL OR refused_at IS NOT NULL) AND sealed_key <> ''
        ORDER BY id LIMIT $1))
    RETURNING digest
), emptied AS (
    DELETE FROM inbox.piece p USING done WHERE p.digest = done.digest
)
UPDATE inbox.draft d SET content = '' FROM done WHERE d.digest = done.digest
"""
_OLD_DRAFTS: Final = """
DELETE FROM inbox.draft d
WHERE d.touched_at < $1 AND NOT EXISTS (SELECT FROM inbox.report r WHERE r.digest = d.digest)
"""
_OLD_UPLOADS: Final = "DELETE FROM upload WHERE touched_at < $1"
_OLD_DESK_DRAFTS: Final = """
DELETE FROM desk_draft d
WHERE d.touched_at < $1 AND NOT EXISTS (SELECT FROM upload u WHERE u.draft = d.token)
"""
# Whose report was refused, or whose code never was one, has nobody to read their messages.
_LEFT: Final = """
DELETE FROM inbox.message m
WHERE m.sent_at < $1
  AND NOT EXISTS (SELECT FROM inbox.report r WHERE r.digest = m.digest AND r.refused_at IS NULL)
  AND NOT EXISTS (SELECT FROM receipt_code k WHERE k.digest = m.digest)
"""


async def collect(connection: Connection) -> None:
    """Hold that what came in has its place; for the worker, in one transaction.

    Messages of codes that have a case are in it and in what the code shows; refusals are told; of
    what was taken in or refused the inbox keeps no content.
    """
    rows = await connection.fetch(_COLLECT, MOST)
    for case in sorted({row["case_file"] for row in rows}):
        await tell_thread(connection, case)
    for row in await connection.fetch(_UNTOLD, MOST):
        await tell_refused(connection, row["id"])
    await connection.execute(_EMPTY, MOST)


async def clear_away(connection: Connection) -> None:
    """Hold that no draft is left that nobody touched for long; for the worker."""
    now = clock.now()
    await connection.execute(_OLD_DRAFTS, now - timedelta(days=DRAFT_DAYS))
    await connection.execute(_OLD_UPLOADS, now - STAFF_DRAFTS)
    await connection.execute(_OLD_DESK_DRAFTS, now - STAFF_DRAFTS)
    await connection.execute(_LEFT, now - _LEFT_MESSAGES)

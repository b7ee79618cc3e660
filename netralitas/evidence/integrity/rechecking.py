"""Reading every kept file again within so many days, and scanning those that never were.

Each job does a little and commits it, so that it can be stopped at any time and goes on where it
ended: what was read stands beside the file.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import structlog

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts.queries import HELD_DESK
from netralitas.database.connection import Connection, Row
from netralitas.evidence.domain import FileLost, Scan, Verdict
from netralitas.evidence.integrity.telling import TELL
from netralitas.evidence.storage import Storage
from netralitas.jobs.queue import ENQUEUE, Payload, enqueue
from netralitas.settings import Settings

RECHECK: Final = "recheck_files"
"""The job that reads a few files again: {}."""

SCAN: Final = "scan_files"
"""The job that shows a few files to the scanner: {}."""

MOST_FILES: Final = 200
MOST_BYTES: Final = 512 * 1024 * 1024
INFECTED: Final = "infected"

_DUE: Final = """
SELECT encode(digest, 'hex') AS digest, size FROM file
WHERE coalesce(checked_at, stored_at) < $1
ORDER BY coalesce(checked_at, stored_at) LIMIT $2
"""
_UNSCANNED: Final = """
SELECT encode(digest, 'hex') AS digest, size FROM file WHERE scan IS NULL
ORDER BY stored_at LIMIT $1
"""
_CHECKED: Final = "UPDATE file SET checked_at = $2, verdict = $3 WHERE digest = $1"
_SCANNED: Final = "UPDATE file SET scan = $3, scanned_at = $2 WHERE digest = $1"
_ALARM: Final = """
INSERT INTO file_alarm (file, verdict, found_at, cases)
SELECT $1, $2, $3, ARRAY(SELECT DISTINCT case_file FROM document WHERE file = $1 ORDER BY 1)
ON CONFLICT (file) WHERE ended_at IS NULL DO NOTHING RETURNING id
"""
_WHOLE_AGAIN: Final = """
UPDATE file_alarm SET ended_at = $2
WHERE file = $1 AND ended_at IS NULL AND verdict <> 'infected'
"""
_TOLD: Final = "UPDATE file_alarm SET told_at = $1 WHERE told_at IS NULL"
_ADMINISTRATORS: Final = (
    """
SELECT DISTINCT f.id
FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
WHERE $1 = ANY (d.roles) AND f.email IS NOT NULL AND """
    + HELD_DESK
)

_log: Final = structlog.get_logger("netralitas.evidence")


async def ask_for_recheck(connection: Connection) -> None:
    """Hold that a job of each kind waits; the periodic work of the worker."""
    for kind in (RECHECK, SCAN):
        await enqueue(connection, kind, {}, natural_key=kind)


class Rechecking:
    """The handlers of the jobs that look after kept files."""

    def __init__(self, settings: Settings, storage: Storage) -> None:
        """Take from the settings within how many days, and whether there is a mail server."""
        self.storage = storage
        self.within = timedelta(days=settings.recheck_days)
        self.by_mail = bool(settings.smtp_host)

    async def recheck(self, connection: Connection, _: Payload) -> None:
        """Read the files again that are due, a few of them."""
        await self.check_due(connection, clock.now() - self.within)

    async def check_due(
        self, connection: Connection, before: datetime
    ) -> list[tuple[str, Verdict]]:
        """Return what was found of the next files that nobody read since `before`; few at once."""
        due = _few(await connection.fetch(_DUE, before, MOST_FILES))
        found = []
        for row in due:  # reading a file takes longer than its two statements
            verdict = await self.storage.verify(row["digest"])
            await self._note(connection, row["digest"], verdict)
            found.append((row["digest"], verdict))
        return found

    async def scan(self, connection: Connection, _: Payload) -> None:
        """Show files to the scanner that it never saw, a few of them; none where it is away."""
        scanner = self.storage.scanner
        if scanner is None:
            return
        for row in _few(await connection.fetch(_UNSCANNED, MOST_FILES)):
            try:
                async with self.storage.local(row["digest"]) as path:
                    said = await scanner.scan(path)
            except FileLost:  # reading it again raises the alarm
                continue
            if said is Scan.NOT_YET:
                return
            digest, now = bytes.fromhex(row["digest"]), clock.now()
            await connection.execute(_SCANNED, digest, now, said.value)
            if said is Scan.INFECTED:
                await self._alarm(connection, digest, INFECTED, now)

    async def _note(self, connection: Connection, name: str, verdict: Verdict) -> None:
        digest, now = bytes.fromhex(name), clock.now()
        await connection.execute(_CHECKED, digest, now, verdict.value)
        if verdict is Verdict.WHOLE:
            await connection.execute(_WHOLE_AGAIN, digest, now)
        else:
            _log.error("file_damaged", digest=name, verdict=verdict.value)
            await self._alarm(connection, digest, verdict.value, now)

    async def _alarm(
        self, connection: Connection, digest: bytes, found: str, now: datetime
    ) -> None:
        """Hold that the damage is known once, and administrators with an address are told."""
        if await connection.fetchval(_ALARM, digest, found, now) is None or not self.by_mail:
            return
        people = await connection.fetch(_ADMINISTRATORS, Role.ADMINISTRATOR, now)
        jobs = [(TELL, {"officer": row[0]}, f"{TELL}:{row[0]}", None) for row in people]
        await connection.executemany(ENQUEUE, jobs)
        await connection.execute(_TOLD, now)


def _few(rows: Sequence[Row]) -> list[Row]:
    """Return the first files that together are no more than a job reads; at least one."""
    taken: list[Row] = []
    size = 0
    for row in rows:
        size += row["size"]
        if taken and size > MOST_BYTES:
            break
        taken.append(row)
    return taken

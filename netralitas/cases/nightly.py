"""Every night each open clock is computed again and compared with what is stored."""

from datetime import date, datetime

import structlog

from netralitas.audit.domain import Moment, Precision
from netralitas.cases import clocks
from netralitas.database.connection import Connection, Row
from netralitas.law.book import RuleBook

_OPEN = """
SELECT c.id, c.rule, c.start_on, c.start_at, c.due_at, c.added, f.zone, e.precision,
       coalesce(o.region, '') AS region
FROM clock c JOIN case_file f ON f.id = c.case_file JOIN organisation o ON o.id = f.owner
JOIN event e ON e.id = c.started_by
WHERE c.ended_by IS NULL AND c.superseded_by IS NULL AND c.id > $1
ORDER BY c.id LIMIT 1000
"""

_log = structlog.get_logger("netralitas.cases")


async def compare_clocks(connection: Connection, book: RuleBook) -> int:
    """Return how many open clocks are no longer what they would be computed as today.

    Each is logged by its id as an alarm; none is changed: a deadline moves only in the open, by a
    correction or by a previewed change of the law.
    """
    moved, last = 0, 0
    while rows := await connection.fetch(_OPEN, last):
        for row in rows:
            if not _same(row, book.at(row["region"])):
                moved += 1
                _log.warning("clock_moved", clock=row["id"], rule=row["rule"])
        last = rows[-1]["id"]
    return moved


def _same(row: Row, book: RuleBook) -> bool:
    on: date | None = row["start_on"]
    at: datetime | None = row["start_at"]
    begun = Moment(precision=Precision(row["precision"]), on=on, at=at, zone=row["zone"])
    computed = clocks.again(row["rule"], begun, book, due_at=row["due_at"], added=row["added"])
    return computed is not None and computed.due_at == row["due_at"]

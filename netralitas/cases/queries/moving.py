"""Which open deadlines an edition of the law moves, and from when to when. Reads only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.clocks import NewClock, again
from netralitas.database.connection import Connection, Row
from netralitas.law.book import RuleBook

COLUMNS: Final = """
c.id, c.case_file, c.proceeding, c.rule, c.rule_version, c.calendar_version, c.started_by,
c.start_on, c.start_at, c.due_at, c.problem, c.added, c.paused_by, c.readers, f.owner, f.zone,
e.precision, coalesce(o.region, '') AS region
"""
"""What is asked of a clock to count it again."""

FROM: Final = """
FROM clock c JOIN case_file f ON f.id = c.case_file JOIN organisation o ON o.id = f.owner
JOIN event e ON e.id = c.started_by
WHERE c.ended_by IS NULL AND c.superseded_by IS NULL
"""
_EVERY: Final = f"SELECT {COLUMNS} {FROM} ORDER BY c.case_file, c.id"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingDate:
    """An open deadline and what it becomes; `before` or `after` None: no date can be given."""

    clock: int
    case: int
    rule: str
    readers: tuple[int, ...]
    zone: str
    before: datetime | None
    after: datetime | None
    problem: str | None


type_same = tuple[str, str, date | None, datetime | None, datetime | None, int, str, str]


class Recount:
    """Counts clocks again under one edition; equal ones once, as most of a case are."""

    def __init__(self, book: RuleBook) -> None:
        """Count by these rules, each clock on the calendar of its office."""
        self._book = book
        self._done: dict[type_same, NewClock | None] = {}

    def again(self, row: Row) -> NewClock | None:
        """Return the clock counted anew; None where the rule is not in force on its first day."""
        same = (
            *(row["rule"], row["precision"], row["start_on"], row["start_at"], row["due_at"]),
            *(row["added"], row["zone"], row["region"]),
        )
        if same not in self._done:
            self._done[same] = self._count(row)
        return self._done[same]

    def moved(self, row: Row) -> NewClock | None:
        """Return the clock counted anew if it has another date, or another reason for none."""
        anew = self.again(row)
        if anew is None or (anew.due_at, anew.problem) == (row["due_at"], row["problem"]):
            return None
        return anew

    def _count(self, row: Row) -> NewClock | None:
        return again(
            row["rule"],
            Moment(
                precision=Precision(row["precision"]),
                on=row["start_on"],
                at=row["start_at"],
                zone=row["zone"],
            ),
            self._book.at(row["region"]),
            due_at=row["due_at"],
            added=row["added"],
        )


async def open_clocks(connection: Connection) -> Sequence[Row]:
    """Return every clock that runs, as far as the context sees it, in the order of the cases."""
    return await connection.fetch(_EVERY)


def moving(rows: Iterable[Row], book: RuleBook) -> tuple[MovingDate, ...]:
    """Return the deadlines among the rows that have another date under these rules."""
    recount = Recount(book)
    counted = ((row, recount.moved(row)) for row in rows)
    return tuple(_moving(row, anew) for row, anew in counted if anew is not None)


def _moving(row: Row, anew: NewClock) -> MovingDate:
    return MovingDate(
        clock=row["id"],
        case=row["case_file"],
        rule=row["rule"],
        readers=tuple(row["readers"]),
        zone=row["zone"],
        before=row["due_at"],
        after=anew.due_at,
        problem=anew.problem,
    )

"""Clocks that run, as whoever extends or pauses them finds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.audit.domain import Moment
from netralitas.database.connection import Connection, Row
from netralitas.law.book import RuleBook
from netralitas.law.domain import Rule
from netralitas.law.refusals import NotInForce, UnknownRule
from netralitas.refusals import NotVisible

# An asked clock that was replaced meanwhile leads to the one that runs in its place.
_RUNNING: Final = """
SELECT DISTINCT ON (asked.id) asked.id AS asked, asked.proceeding, c.id, c.rule, c.started_by,
       c.start_on, c.start_at, c.due_at, c.added, c.paused_by, p.happened_on AS paused_on,
       p.happened_at AS paused_at
FROM clock asked
LEFT JOIN clock c ON c.proceeding = asked.proceeding AND c.rule = asked.rule
                 AND c.ended_by IS NULL AND c.superseded_by IS NULL
LEFT JOIN event p ON p.id = c.paused_by
WHERE asked.id = ANY ($1) AND asked.case_file = $2
ORDER BY asked.id, c.id = asked.id DESC, c.id DESC
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClock:
    """A clock that runs: its rule as lengthened so far (None: known no more), start and pause.

    `book` is the law by which it is counted, on the calendar of its office.
    """

    id: int
    book: RuleBook
    proceeding: int
    code: str
    rule: Rule | None
    started_by: int
    begun: Moment
    due_at: datetime | None
    added: int
    paused_by: int | None
    paused: Moment | None


async def running(
    connection: Connection, case: int, asked: Sequence[int], book: RuleBook, zone: str
) -> dict[int, RunningClock | None]:
    """Return for each proceeding of the asked clocks what runs there, None where it is over.

    NotVisible for a clock that the case does not have, as far as the actor sees it.
    """
    rows = await connection.fetch(_RUNNING, list(asked), case)
    if not rows or {row["asked"] for row in rows} != set(asked):
        raise NotVisible
    return {
        row["proceeding"]: None if row["id"] is None else _clock(row, book, zone) for row in rows
    }


def _clock(row: Row, book: RuleBook, zone: str) -> RunningClock:
    begun = _moment(row["start_on"], row["start_at"], zone)
    paused = _moment(row["paused_on"], row["paused_at"], zone) if row["paused_by"] else None
    return RunningClock(
        id=row["id"],
        book=book,
        proceeding=row["proceeding"],
        code=row["rule"],
        rule=_rule(row, book),
        started_by=row["started_by"],
        begun=begun,
        due_at=row["due_at"],
        added=row["added"],
        paused_by=row["paused_by"],
        paused=paused,
    )


def _rule(row: Row, book: RuleBook) -> Rule | None:
    try:
        rule = book.rule(row["rule"], row["start_on"] or date.max)
    except (UnknownRule, NotInForce):
        return None
    return rule.lengthened(row["added"])


def _moment(on: date | None, at: datetime | None, zone: str) -> Moment:
    """Return when a clock began or was paused; a start that is known roughly has no date either."""
    return Moment.time(at, zone) if at is not None else Moment.day(on or date.max, zone)

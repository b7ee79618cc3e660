"""Deadlines of a month: how many end on each day, and the list of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.worklist.address import read_cursor, write_cursor
from netralitas.worklist.domain import Cursor, Span
from netralitas.worklist.pages import DayEntry, Line
from netralitas.worklist.queries.lines import DETAILS, WORTH_SHOWING, lines, rule_label
from netralitas.worklist.queries.sight import seen, values

PAGE: Final = 50

_WANTED: Final = f"""
    organisation = $1 AND next_due >= $2 AND next_due < $3
    AND ($4::integer IS NULL OR investigator = $4)
    AND ($5::integer IS NULL
         OR EXISTS (SELECT FROM case_file g WHERE g.id = worklist_item.case_file AND g.owner = $5))
    AND {seen(6)}
"""
_DAYS: Final = f"""
SELECT (next_due AT TIME ZONE $9)::date AS day, rule, count(*) AS amount
FROM worklist_item WHERE {_WANTED} GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608 - constant text
_LINES: Final = f"""
WITH picked AS (
    SELECT * FROM worklist_item
    WHERE {_WANTED} AND {WORTH_SHOWING}
      AND (next_due, proceeding) > (coalesce($9::timestamptz, '-infinity'), $10)
    ORDER BY next_due, proceeding LIMIT $11
)
{DETAILS} ORDER BY w.next_due, w.proceeding
"""  # noqa: S608 - constant text
_LATE: Final = f"""
SELECT count(*) FROM (
    SELECT FROM worklist_item WHERE organisation = $1 AND next_due < $2 AND {seen(3)} LIMIT 999
) AS late
"""  # noqa: S608 - constant text
_PEOPLE: Final = """
SELECT o.id, o.name FROM officer o
WHERE EXISTS (SELECT FROM desk d WHERE d.officer = o.id AND d.organisation = $1
              AND d.roles && '{investigator,supervisor}'::text[])
ORDER BY o.name, o.id LIMIT 200
"""
_UNITS: Final = """
SELECT id, name FROM organisation WHERE superior = $1 OR id = $1
ORDER BY id <> $1, name LIMIT 600
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose deadlines are shown: of a person, of a unit, of everybody."""

    officer: int | None = None
    unit: int | None = None


async def days_of(
    c: Connection, actor: Actor, within: Span, whose: Whose
) -> dict[date, tuple[DayEntry, ...]]:
    """Return for each day how many deadlines of each kind end on it."""
    return by_day(await c.fetch(_DAYS, *_values(actor, within, whose), actor.zone))


def by_day(rows: Iterable[Mapping[str, Any]]) -> dict[date, tuple[DayEntry, ...]]:
    """Return the counts of each day by the name of the deadline: regimes share their names."""
    found: dict[date, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row["day"]][rule_label(row["rule"]) or "Tenggat"] += row["amount"]
    return {
        day: tuple(DayEntry(label=label, amount=amount) for label, amount in counts.items())
        for day, counts in found.items()
    }


async def lines_of(
    c: Connection, actor: Actor, within: Span, whose: Whose, place: str | None, now: datetime
) -> tuple[tuple[Line, ...], str | None]:
    """Return the lines after a place in the list, and where the next page begins."""
    after = read_cursor(place) or Cursor(due=None, proceeding=0)
    given = _values(actor, within, whose)
    rows = await c.fetch(_LINES, *given, after.due, after.proceeding, PAGE + 1)
    shown = rows[:PAGE]
    if len(rows) <= PAGE:
        return lines(actor, shown, now), None
    last = Cursor(due=shown[-1]["next_due"], proceeding=shown[-1]["proceeding"])
    return lines(actor, shown, now), write_cursor(last)


async def late(c: Connection, actor: Actor, now: datetime) -> int:
    """Return how many deadlines have passed, at most 999."""
    amount: int = await c.fetchval(_LATE, actor.organisation, now, *values(actor))
    return amount


async def people(c: Connection, actor: Actor) -> list[tuple[int, str]]:
    """Return the investigators of the actor's office by name."""
    return [(row["id"], row["name"]) for row in await c.fetch(_PEOPLE, actor.organisation)]


async def units(c: Connection, actor: Actor) -> list[tuple[int, str]]:
    """Return the actor's office and those right below it."""
    return [(row["id"], row["name"]) for row in await c.fetch(_UNITS, actor.organisation)]


def _values(actor: Actor, within: Span, whose: Whose) -> tuple[object, ...]:
    return (actor.organisation, within.begin, within.end, whose.officer, whose.unit, *values(actor))

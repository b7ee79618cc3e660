"""Figures at a position of the log: from the events, and from nothing that changes.

No column of an event ever does, so the same position gives the same figures for ever. Since
definition 4 respondents are counted too; see `queries.respondents` for what that reads.
"""

from typing import Final

from netralitas.audit import log
from netralitas.database.connection import Connection, Row
from netralitas.evaluation.domain import (
    BESIDE_PROCEEDINGS,
    DEFINITION,
    Activities,
    Figures,
    Gathered,
    Persons,
    Tally,
    count_up,
)
from netralitas.evaluation.queries.activities import activities_at
from netralitas.evaluation.queries.late import ENTERED_LATE
from netralitas.evaluation.queries.respondents import persons_at

_ALIKE: Final = f"""
SELECT kind, name, workflow, from_state, to_state, details ->> 'recommended' AS recommended,
       details -> 'imposed' ->> 'level' AS imposed,
       coalesce({ENTERED_LATE}, false) AS late,
       count(*) FILTER (WHERE $2::integer IS NULL OR $2 = ANY (readers)) AS amount,
       count(*) AS seen,
       (SELECT count(*) FROM log_leaf WHERE position < $1 AND event IS NULL) AS padding
FROM event
"""  # noqa: S608 - constant text
_GROUPS: Final = "GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"

_UP_TO_THE_LAST: Final = f"""
{_ALIKE}
WHERE id + 0 <= (SELECT event FROM log_leaf WHERE position < $1 AND event IS NOT NULL
                 ORDER BY event DESC LIMIT 1)
{_GROUPS}
"""  # noqa: S608 - constant text
"""Of every event up to the last one in the log: a scan without a join.

With a plain `id` the planner expects a third of the events and takes the index to all of them.
"""

_BY_LEAF: Final = f"""
{_ALIKE}
JOIN log_leaf ON log_leaf.event = event.id WHERE position < $1
{_GROUPS}
"""
"""Of exactly the events in the log: twice the time of the other."""

_ROOM: Final = "SET LOCAL work_mem = '64MB'"
"""A fold of a million events is a few dozen groups, and the planner expects a hundred thousand:
with its usual room it would sort all of them on the disk instead.
"""


async def log_position(c: Connection) -> int:
    """Return how many leaves the log has: the position at which figures of now are taken."""
    return await log.size(c)


async def figures_at(
    c: Connection, *, position: int, organisation: int | None, definition: int = DEFINITION
) -> Figures:
    """Return the figures of the first `position` leaves that `organisation` reads, of all if None.

    The transaction must see every event (`reading(EVERYTHING)`): the exclusion of whoever happens
    to ask must not change a figure. A position beyond the end of the log counts what is there.
    """
    await c.execute(_ROOM)
    rows = await c.fetch(_UP_TO_THE_LAST, position, organisation)
    # As many as there are leaves of events: then they are the very events of the leaves. An event
    # can have a lower id than another and a later leaf, because its transaction took longer.
    leaves = position - rows[0]["padding"] if rows else 0
    exactly = sum(row["seen"] for row in rows) != leaves
    if exactly:
        rows = await c.fetch(_BY_LEAF, position, organisation)
    persons: tuple[Persons, ...] = ()
    activities: tuple[Activities, ...] = ()
    if definition >= BESIDE_PROCEEDINGS:
        persons = await persons_at(
            c,
            position=position,
            organisation=organisation,
            definition=definition,
            exactly=exactly,
        )
        activities = await activities_at(c, position=position, organisation=organisation)
    gathered = Gathered(
        tallies=tuple(_tally(row) for row in rows if row["workflow"] is not None),
        persons=persons,
        activities=activities,
    )
    return count_up(gathered, position=position, organisation=organisation, definition=definition)


def _tally(row: Row) -> Tally:
    return Tally(
        kind=row["kind"],
        name=row["name"],
        workflow=row["workflow"],
        from_state=row["from_state"],
        to_state=row["to_state"],
        recommended=row["recommended"],
        imposed=row["imposed"],
        amount=row["amount"],
        late=row["late"],
    )

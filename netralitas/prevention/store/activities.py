"""An activity as a row: locked, planned, announced, moved, held, cancelled."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, Final

from netralitas.audit.domain import Head
from netralitas.audit.record import lock
from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.prevention.domain import (
    Achieved,
    Activity,
    ActivityKind,
    ActivityState,
    Move,
    NewActivity,
    NewUnit,
    Together,
)
from netralitas.refusals import NotVisible

LARGEST_ID: Final = 2**63 - 1

_VISIBLE: Final = "SELECT true FROM activity WHERE id = $1"
# Who takes part stands in the event that planned it: what was agreed on then does not change.
_ACTIVITY: Final = """
SELECT a.id, a.organisation, a.agreement, a.theme, a.kind, a.together, a.state, a.planned_on,
       a.held_on, a.readers, a.begins_at, a.ends_at, a.announced_at,
       (e.details ->> 'party')::integer AS party,
       ARRAY(SELECT jsonb_array_elements_text(e.details -> 'others')::integer) AS others
FROM activity a
JOIN event e ON e.stream = a.id AND e.version = 1
WHERE a.id = $1
"""
_ADD: Final = """
INSERT INTO activity (id, organisation, agreement, theme, kind, title, planned_on, region, place,
                      audience, together, state, readers, begins_at, ends_at, fund, cost)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'planned', $12, $13, $14, $15, $16)
"""
_INVITE: Final = """
INSERT INTO invited (activity, unit, readers) SELECT $1, unnest($2::integer[]), $3
"""
_ANNOUNCED: Final = """
UPDATE activity SET state = 'announced', announced_at = $2, notice = $3 WHERE id = $1
"""
_MOVED: Final = """
UPDATE activity SET planned_on = $2, begins_at = $3, ends_at = $4, place = $5 WHERE id = $1
"""
_PLACE: Final = "SELECT place FROM activity WHERE id = $1"
_ACHIEVED: Final = "UPDATE activity SET outcome = $2, fund = $3, cost = $4 WHERE id = $1"
_HELD: Final = "UPDATE activity SET state = 'held', held_on = $2 WHERE id = $1"
_CANCELLED: Final = "UPDATE activity SET state = 'cancelled' WHERE id = $1"
_UNIT: Final = """
INSERT INTO unit (organisation, code, name, region, staff, counted_on)
VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
"""
_SINCE: Final = """
SELECT e.name, e.details, e.happened_on, e.recorded_at, e.zone,
       a.name AS actor_name, o.name AS organisation_name
FROM event e JOIN officer a ON a.id = e.actor JOIN organisation o ON o.id = e.organisation
WHERE e.stream = $1 AND e.version > $2 AND e.name <> ALL ($3) ORDER BY e.version DESC LIMIT 20
"""


async def locked(c: Connection, activity: int) -> tuple[Activity, Head]:
    """Return an activity with the end of its stream, which nobody else moves until the commit.

    NotVisible for one that the actor's organisation does not read.
    """
    if not 0 < activity <= LARGEST_ID or not await c.fetchval(_VISIBLE, activity):
        raise NotVisible
    head = await lock(c, activity)
    row = await c.fetchrow(_ACTIVITY, activity)
    return activity_of(row, head.version), head


def activity_of(row: Row, version: int) -> Activity:
    """Return the activity of a row."""
    return Activity(
        id=row["id"],
        version=version,
        organisation=row["organisation"],
        agreement=row["agreement"],
        party=row["party"],
        others=tuple(row["others"]),
        theme=Theme(row["theme"]) if row["theme"] else None,
        kind=ActivityKind(row["kind"]),
        together=Together(row["together"]),
        state=ActivityState(row["state"]),
        planned_on=row["planned_on"],
        held_on=row["held_on"],
        readers=tuple(row["readers"]),
        begins_at=row["begins_at"],
        ends_at=row["ends_at"],
        announced_at=row["announced_at"],
    )


async def add(
    c: Connection, identity: int, organisation: int, new: NewActivity, readers: Iterable[int]
) -> None:
    """Add a planned activity under the id of its stream."""
    await c.execute(
        _ADD,
        *(identity, organisation, new.agreement, new.theme, new.kind, new.title, new.planned_on),
        *(new.region, new.place, new.audience, new.together, list(readers)),
        *(new.begins_at, new.ends_at, new.fund, new.cost),
    )


async def invite(
    c: Connection, activity: int, units: Iterable[int], readers: Iterable[int]
) -> None:
    """Add the units for which an activity is meant."""
    await c.execute(_INVITE, activity, list(units), list(readers))


async def announced(c: Connection, activity: int, at: datetime, notice: str | None) -> None:
    """Make an activity one that the public is told of, since a moment."""
    await c.execute(_ANNOUNCED, activity, at, notice)


async def moved(c: Connection, activity: int, to: Move) -> None:
    """Put an activity on another day, at other hours, in another place."""
    await c.execute(_MOVED, activity, to.planned_on, to.begins_at, to.ends_at, to.place)


async def place_of(c: Connection, activity: int) -> str | None:
    """Return where an activity is to be held, None where that was not said."""
    place: str | None = await c.fetchval(_PLACE, activity)
    return place


async def achieved(c: Connection, activity: int, said: Achieved) -> None:
    """Keep what came of an activity, and what it cost in the end."""
    await c.execute(_ACHIEVED, activity, said.outcome, said.fund, said.cost)


async def held(c: Connection, activity: int, on: date) -> None:
    """Make an activity one that was held."""
    await c.execute(_HELD, activity, on)


async def cancelled(c: Connection, activity: int) -> None:
    """Make an activity one that is not held."""
    await c.execute(_CANCELLED, activity)


async def add_unit(c: Connection, new: NewUnit) -> int:
    """Return the id of a new unit."""
    added: int = await c.fetchval(
        _UNIT,
        *(new.organisation, new.code, new.name, new.region, new.staff, new.counted_on),
    )
    return added


async def since(
    c: Connection, activity: int, version: int, *, beside: Collection[str]
) -> list[Any]:
    """Return the events of an activity after a version, the latest first, but those `beside`."""
    return await c.fetch(_SINCE, activity, version, list(beside))

"""The statements of the activities' own rows; each runs on the caller's transaction."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from netralitas.audit.domain import Head
from netralitas.audit.record import lock
from netralitas.cases.domain import Theme
from netralitas.database.connection import Connection, Row
from netralitas.prevention.domain import (
    Activity,
    ActivityKind,
    ActivityState,
    Attendance,
    NewActivity,
    NewUnit,
    Record,
    Together,
)
from netralitas.refusals import NotVisible

LARGEST_ID: Final = 2**63 - 1

_VISIBLE: Final = "SELECT true FROM activity WHERE id = $1"
# Who takes part stands in the event that planned it: what was agreed on then does not change.
_ACTIVITY: Final = """
SELECT a.id, a.organisation, a.agreement, a.theme, a.kind, a.together, a.state, a.planned_on,
       a.held_on, a.readers, (e.details ->> 'party')::integer AS party,
       ARRAY(SELECT jsonb_array_elements_text(e.details -> 'others')::integer) AS others
FROM activity a
JOIN event e ON e.stream = a.id AND e.version = 1
WHERE a.id = $1
"""
_ADD: Final = """
INSERT INTO activity (id, organisation, agreement, theme, kind, title, planned_on, region, place,
                      audience, together, state, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'planned', $12)
"""
_HELD: Final = "UPDATE activity SET state = 'held', held_on = $2 WHERE id = $1"
_CANCELLED: Final = "UPDATE activity SET state = 'cancelled' WHERE id = $1"
_ABSENT: Final = "DELETE FROM attendance WHERE activity = $1 AND unit <> ALL ($2::integer[])"
_PRESENT: Final = """
INSERT INTO attendance AS known (activity, unit, present)
SELECT $1, * FROM unnest($2::integer[], $3::integer[])
ON CONFLICT (activity, unit) DO UPDATE SET present = excluded.present
WHERE known.present <> excluded.present
"""
_NOT_DONE: Final = "DELETE FROM duty_done WHERE activity = $1 AND duty <> ALL ($2::integer[])"
_DONE: Final = """
INSERT INTO duty_done (activity, duty) SELECT $1, * FROM unnest($2::integer[])
ON CONFLICT (activity, duty) DO NOTHING
"""
_RECORDED: Final = """
SELECT ARRAY(SELECT ARRAY[unit, present] FROM attendance WHERE activity = $1 ORDER BY unit)
       AS attendance,
       ARRAY(SELECT duty FROM duty_done WHERE activity = $1 ORDER BY duty) AS duties
"""
_UNIT: Final = """
INSERT INTO unit (organisation, code, name, region, staff, counted_on)
VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
"""
_SINCE: Final = """
SELECT e.name, e.details, e.happened_on, e.recorded_at, e.zone,
       a.name AS actor_name, o.name AS organisation_name
FROM event e JOIN officer a ON a.id = e.actor JOIN organisation o ON o.id = e.organisation
WHERE e.stream = $1 AND e.version > $2 ORDER BY e.version DESC LIMIT 20
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
        theme=Theme(row["theme"]),
        kind=ActivityKind(row["kind"]),
        together=Together(row["together"]),
        state=ActivityState(row["state"]),
        planned_on=row["planned_on"],
        held_on=row["held_on"],
        readers=tuple(row["readers"]),
    )


async def add(
    c: Connection, identity: int, organisation: int, new: NewActivity, readers: Iterable[int]
) -> None:
    """Add a planned activity under the id of its stream."""
    await c.execute(
        _ADD,
        *(identity, organisation, new.agreement, new.theme, new.kind, new.title, new.planned_on),
        *(new.region, new.place, new.audience, new.together, list(readers)),
    )


async def held(c: Connection, activity: int, on: date) -> None:
    """Make an activity one that was held."""
    await c.execute(_HELD, activity, on)


async def cancelled(c: Connection, activity: int) -> None:
    """Make an activity one that is not held."""
    await c.execute(_CANCELLED, activity)


async def recorded(c: Connection, activity: int) -> Record:
    """Return what stands recorded of an activity, by unit and duty."""
    row = await c.fetchrow(_RECORDED, activity)
    return Record(
        attendance=tuple(
            Attendance(unit=unit, present=present) for unit, present in row["attendance"]
        ),
        duties=tuple(row["duties"]),
    )


async def replace_record(c: Connection, activity: int, record: Record) -> None:
    """Make attendance and duties what the record says; what it leaves out is gone."""
    units = [one.unit for one in record.attendance]
    await c.execute(_ABSENT, activity, units)
    await c.execute(_PRESENT, activity, units, [one.present for one in record.attendance])
    await c.execute(_NOT_DONE, activity, list(record.duties))
    await c.execute(_DONE, activity, list(record.duties))


async def add_unit(c: Connection, new: NewUnit) -> int:
    """Return the id of a new unit."""
    added: int = await c.fetchval(
        _UNIT,
        *(new.organisation, new.code, new.name, new.region, new.staff, new.counted_on),
    )
    return added


async def since(c: Connection, activity: int, version: int) -> list[Any]:
    """Return the events of an activity after a version, the latest first."""
    return await c.fetch(_SINCE, activity, version)

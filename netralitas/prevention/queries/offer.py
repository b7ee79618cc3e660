"""What can be recorded of an activity: the units of its parties, the duties of its theme."""

from collections.abc import Collection
from typing import Final

from netralitas.agreements.queries import duties_of
from netralitas.database.connection import Connection, Row
from netralitas.prevention.domain import Activity, Offer, Unit

# Units of every office that takes part or reads it; a Bawaslu office has none.
_UNITS: Final = """
SELECT u.id, u.name, u.staff, u.counted_on, r.name AS region, coalesce(n.listed, 0) AS listed
FROM unit u
LEFT JOIN region r ON r.code = u.region
LEFT JOIN (
    SELECT unit, count(*)::integer AS listed FROM attendee WHERE activity = $2 GROUP BY unit
) n ON n.unit = u.id
WHERE u.organisation = ANY ($1) ORDER BY u.name, u.id
"""
_NO_ACTIVITY: Final = 0


async def offer_for(c: Connection, activity: Activity) -> Offer:
    """Return the units and duties that can be recorded of an activity; two statements."""
    units = await units_of(c, activity.readers, activity.id)
    if activity.agreement is None:
        return Offer(units=units, duties=())
    return Offer(units=units, duties=await duties_of(c, activity.agreement))


async def units_of(
    c: Connection, offices: Collection[int], activity: int = _NO_ACTIVITY
) -> tuple[Unit, ...]:
    """Return the units of offices, with how many of each an activity has on its list."""
    return tuple(unit_of(row) for row in await c.fetch(_UNITS, list(offices), activity))


def unit_of(row: Row) -> Unit:
    """Return the unit of a row."""
    return Unit(
        id=row["id"],
        name=row["name"],
        region=row["region"],
        staff=row["staff"],
        counted_on=row["counted_on"],
        listed=row["listed"],
    )

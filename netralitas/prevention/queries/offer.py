"""What can be recorded of an activity: the units of its parties, the duties of its theme."""

from typing import Final

from netralitas.agreements.queries import duties_of
from netralitas.database.connection import Connection, Row
from netralitas.prevention.domain import Activity, Offer, Unit

# Units of every office that takes part or reads it; a Bawaslu office has none.
_UNITS: Final = """
SELECT u.id, u.name, u.staff, u.counted_on, r.name AS region
FROM unit u LEFT JOIN region r ON r.code = u.region
WHERE u.organisation = ANY ($1) ORDER BY u.name, u.id
"""


async def offer_for(c: Connection, activity: Activity) -> Offer:
    """Return the units and duties that can be recorded of an activity; two statements."""
    units = tuple(unit_of(row) for row in await c.fetch(_UNITS, list(activity.readers)))
    if activity.agreement is None:
        return Offer(units=units, duties=())
    return Offer(units=units, duties=await duties_of(c, activity.agreement))


def unit_of(row: Row) -> Unit:
    """Return the unit of a row."""
    return Unit(
        id=row["id"],
        name=row["name"],
        region=row["region"],
        staff=row["staff"],
        counted_on=row["counted_on"],
    )

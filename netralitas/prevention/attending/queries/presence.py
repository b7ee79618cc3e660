"""Who was present: counted by unit, and by name."""

from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.prevention.attending.domain import Attendee, Presence, UnitPresence, Way
from netralitas.prevention.figures import share

# Whoever is counted and whoever is named: a unit is in both, or in the count alone.
_PRESENT: Final = """
SELECT u.id, u.name, r.name AS region, u.staff, u.counted_on, a.present,
       coalesce(n.named, 0) AS named
FROM attendance a
JOIN unit u ON u.id = a.unit
LEFT JOIN region r ON r.code = u.region
LEFT JOIN (SELECT unit, count(*)::integer AS named FROM attendee
           WHERE activity = $1 AND unit IS NOT NULL GROUP BY unit) n ON n.unit = u.id
WHERE a.activity = $1 ORDER BY u.name, u.id
"""
_GUESTS: Final = """
SELECT count(*)::integer FROM attendee WHERE activity = $1 AND unit IS NULL
"""
_NAMED: Final = """
SELECT unit, count(*)::integer AS named FROM attendee
WHERE activity = $1 AND unit IS NOT NULL GROUP BY unit
"""
_PEOPLE: Final = """
SELECT a.id, a.name, a.unit, u.name AS unit_name, a.origin, a.position, a.nip_last, a.way,
       a.noted_at
FROM attendee a LEFT JOIN unit u ON u.id = a.unit
WHERE a.activity = $1 ORDER BY u.name NULLS LAST, a.name, a.id
"""


async def attendance_of(c: Connection, activity: int) -> Presence:
    """Return who came to an activity, by unit with its share, guests told apart.

    Two statements. Nobody is named. An activity without attendance, or one that the reader does
    not see, has no units.
    """
    rows = await c.fetch(_PRESENT, activity)
    guests: int = await c.fetchval(_GUESTS, activity)
    return Presence(units=tuple(_unit(row) for row in rows), guests=guests)


async def named_of(c: Connection, activity: int) -> dict[int, int]:
    """Return how many of each unit are on the list by name: attendance is never less."""
    return {row["unit"]: row["named"] for row in await c.fetch(_NAMED, activity)}


async def attendees_of(c: Connection, activity: int) -> tuple[Attendee, ...]:
    """Return everybody on the list of an activity, by unit and name; guests last."""
    return tuple(_attendee(row) for row in await c.fetch(_PEOPLE, activity))


def _unit(row: Row) -> UnitPresence:
    return UnitPresence(
        unit=row["id"],
        name=row["name"],
        region=row["region"],
        staff=row["staff"],
        counted_on=row["counted_on"],
        present=row["present"],
        named=row["named"],
        share=share(row["present"], row["staff"]),
    )


def _attendee(row: Row) -> Attendee:
    values = dict(row)
    values["way"] = Way(values["way"])
    return Attendee(**values)

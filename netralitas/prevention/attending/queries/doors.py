"""The page for phones of an activity."""

from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.law.words import day, moment
from netralitas.prevention.attending.domain import Door
from netralitas.web.parts import type_tone

_DOOR: Final = "SELECT token, opens_at, closes_at FROM attendance_door WHERE activity = $1"


async def door_of(c: Connection, activity: int) -> Door | None:
    """Return the page for phones of an activity; None where it never had one."""
    row = await c.fetchrow(_DOOR, activity)
    return Door(**dict(row)) if row else None


def door_state(door: Door, now: datetime) -> tuple[str, type_tone]:
    """Return how the page for phones stands, with its tone."""
    if now < door.opens_at:
        return "Belum dibuka", "waiting"
    if now < door.closes_at:
        return "Sedang dibuka", "soon"
    return "Sudah ditutup", "neutral"


def door_hours(door: Door, zone: str) -> str:
    """Return the hours of the page for phones in words."""
    here = Zone(zone)
    opens, closes = (at.astimezone(here.tz) for at in (door.opens_at, door.closes_at))
    if opens.date() == closes.date():
        return f"{day(opens.date())}, {opens:%H.%M} sampai {closes:%H.%M} {here.name}"
    return f"{moment(opens, here)} sampai {moment(closes, here)}"

"""The history of an activity from its events, the latest first."""

from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.prevention import event_words
from netralitas.web.parts import Happening, type_tone

MOST: Final = 100
_TONES: Final[dict[str, type_tone]] = {"activity.held": "done", "activity.cancelled": "late"}

_EVENTS: Final = """
SELECT e.name, e.details, e.happened_on, e.recorded_at, e.zone, a.name AS actor_name,
       o.name AS organisation_name
FROM event e JOIN officer a ON a.id = e.actor JOIN organisation o ON o.id = e.organisation
WHERE e.stream = $1 ORDER BY e.version DESC LIMIT $2
"""


async def history(c: Connection, activity: int) -> tuple[Happening, ...]:
    """Return what happened to an activity and who recorded it; one statement."""
    return tuple(_happening(row) for row in await c.fetch(_EVENTS, activity, MOST))


def _happening(row: Row) -> Happening:
    zone = Zone(row["zone"])
    return Happening(
        when=moment(row["recorded_at"], zone),
        machine=row["recorded_at"].astimezone(zone.tz).isoformat(),
        sentence=event_words.event(row["name"], row["details"], row["happened_on"]),
        detail=f"Dicatat oleh {row['actor_name']}, {row['organisation_name']}",
        tone=_TONES.get(row["name"], "neutral"),
    )

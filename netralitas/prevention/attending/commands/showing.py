"""The worker tells the public site which rooms have a page, and what it shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import msgspec

from netralitas import clock
from netralitas.database.connection import Connection, Row
from netralitas.intake.envelope import OfficeKeys
from netralitas.prevention.attending.door import Asked, Shown
from netralitas.prevention.attending.queries.quiz import questions_in

_KEPT: Final = timedelta(days=30)
"""So long after it is closed a page still says that it is."""

_DOORS: Final = """
SELECT d.token, d.opens_at, d.closes_at, a.id, a.title, coalesce(a.held_on, a.planned_on) AS day,
       coalesce(a.place, r.name) AS place, o.name AS organiser, o.zone,
       ARRAY(SELECT jsonb_build_array(u.id, u.name) FROM unit u
             WHERE u.organisation = ANY (a.readers) ORDER BY u.name, u.id) AS units,
       q.questions
FROM attendance_door d
JOIN activity a ON a.id = d.activity
JOIN region r ON r.code = a.region
JOIN organisation o ON o.id = a.organisation
LEFT JOIN quiz q ON q.activity = a.id
WHERE a.state <> 'cancelled' AND d.closes_at > $1
ORDER BY d.id
"""
_PUT: Final = """
INSERT INTO published.attendance AS known
       (token, content, key_id, public_key, opens_at, closes_at, told_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (token) DO UPDATE
SET content = excluded.content, key_id = excluded.key_id, public_key = excluded.public_key,
    opens_at = excluded.opens_at, closes_at = excluded.closes_at, told_at = excluded.told_at
WHERE (known.content, known.key_id, known.opens_at, known.closes_at)
      IS DISTINCT FROM (excluded.content, excluded.key_id, excluded.opens_at, excluded.closes_at)
"""
_DROP: Final = "DELETE FROM published.attendance WHERE token <> ALL ($1::text[])"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowingRooms:
    """Does it for the worker, with the keys to which phones seal."""

    keys: Callable[[], OfficeKeys]

    async def show(self, connection: Connection, _: Mapping[str, int] | None = None) -> None:
        """Hold that every page of a room shows what holds now, and cancelled activities none."""
        rows = await connection.fetch(_DOORS, clock.now() - _KEPT)
        keys = self.keys()
        told = (keys.current_id, keys.public_key())
        for row in rows:
            content = msgspec.to_builtins(_shown(row))
            hours = (row["opens_at"], row["closes_at"])
            await connection.execute(_PUT, row["token"], content, *told, *hours, clock.now())
        await connection.execute(_DROP, [row["token"] for row in rows])


def _shown(row: Row) -> Shown:
    return Shown(
        title=row["title"],
        organiser=row["organiser"],
        day=row["day"],
        place=row["place"],
        zone=row["zone"],
        units=tuple((number, name) for number, name in row["units"]),
        questions=tuple(
            Asked(text=one.text, choices=one.choices) for one in questions_in(row["questions"])
        ),
    )

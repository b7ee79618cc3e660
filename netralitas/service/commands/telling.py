"""What the code of a complaint shows, written by the worker where the public site finds it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

import msgspec

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.publication.domain import Step, Told
from netralitas.service import store, words
from netralitas.service.domain import Complaint, ComplaintState

TELL: Final = "tell_complaint"

_ZONE: Final = "SELECT name, zone FROM organisation WHERE id = $1"
_STEPS: Final = """
SELECT name, happened_on FROM event WHERE stream = $1 AND name = ANY ($2) ORDER BY version
"""
_TELL: Final = """
INSERT INTO published.status (digest, content, told_at) VALUES ($1, $2, $3)
ON CONFLICT (digest) DO UPDATE SET content = excluded.content, told_at = excluded.told_at
"""
_THREAD: Final = """
INSERT INTO published.message (digest, ordinal, from_office, sealed, written_at)
SELECT s.digest, m.id, m.officer IS NOT NULL, m.for_sender, m.written_at
FROM service_message m JOIN service_complaint s ON s.id = m.complaint
WHERE s.id = $1
ON CONFLICT (digest, ordinal) DO NOTHING
"""


async def tell_complaint(c: Connection, payload: Mapping[str, int]) -> None:
    """Hold that the code of a complaint shows what holds now, and its messages; for the worker."""
    found = await store.complaint_of(c, payload["complaint"])
    if found is None:
        return
    office = await c.fetchrow(_ZONE, found.organisation)
    zone = Zone(office["zone"])
    rows = await c.fetch(_STEPS, found.id, list(words.STEPS))
    steps = tuple(
        Step(on=row["happened_on"], sentence=str(words.STEPS[row["name"]])) for row in rows
    )
    told = Told(
        status=str(words.STATUS[found.state]),
        sentence=str(words.SENTENCES[found.state]).format(office=office["name"]),
        since=steps[-1].on if steps else _day(found.sent_at, zone),
        steps=steps,
        next=str(words.NEXT[found.state]) if found.state in words.NEXT else None,
        next_by=_next_by(found, zone),
    )
    over = found.state is ComplaintState.CLOSED
    content = {**msgspec.to_builtins(told), "about": words.ABOUT, words.OVER: over}
    await c.execute(_TELL, found.digest, content, clock.now())
    await c.execute(_THREAD, found.id)


def _next_by(found: Complaint, zone: Zone) -> date | None:
    waits = found.answered_at is None and found.state is not ComplaintState.CLOSED
    return _day(found.due_at, zone) if waits and found.due_at else None


def _day(at: datetime, zone: Zone) -> date:
    return at.astimezone(zone.tz).date()

"""What the code of a complaint shows, written by the worker where the public site finds it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.law.domain import Zone
from netralitas.publication.domain import Step, Told
from netralitas.publication.telling import told_in_each_language
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
WHERE s.id = $1 AND octet_length(m.for_sender) > 0
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
    happened = [(str(row["name"]), row["happened_on"]) for row in rows]
    told = told_in_each_language(partial(_told, found, office["name"], zone, happened))
    over = found.state is ComplaintState.CLOSED
    content = {**told, "about": words.ABOUT, words.OVER: over}
    await c.execute(_TELL, found.digest, content, clock.now())
    await c.execute(_THREAD, found.id)


def _told(found: Complaint, office: str, zone: Zone, happened: Sequence[tuple[str, date]]) -> Told:
    steps = tuple(Step(on=on, sentence=str(words.STEPS[name])) for name, on in happened)
    return Told(
        status=str(words.STATUS[found.state]),
        sentence=str(words.SENTENCES[found.state]).format(office=office),
        since=steps[-1].on if steps else _day(found.sent_at, zone),
        steps=steps,
        next=str(words.NEXT[found.state]) if found.state in words.NEXT else None,
        next_by=_next_by(found, zone),
    )


def _next_by(found: Complaint, zone: Zone) -> date | None:
    waits = found.answered_at is None and found.state is not ComplaintState.CLOSED
    return _day(found.due_at, zone) if waits and found.due_at else None


def _day(at: datetime, zone: Zone) -> date:
    return at.astimezone(zone.tz).date()

"""The events of an address, in a stream of its own: codes, ids and digests, never the address."""

from collections.abc import Mapping
from datetime import date

from netralitas.access.domain import Actor
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import record
from netralitas.database.connection import Connection

STREAM = "address"


async def happened(  # noqa: PLR0913 - the parts of one event
    c: Connection,
    actor: Actor,
    head: Head,
    name: str,
    readers: tuple[int, ...],
    details: Mapping[str, object],
    *,
    on: date | None = None,
) -> None:
    """Record an event of an address; of the day `on` where it is not one of this moment."""
    zone = actor.zone
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=readers,
        happened=Moment.day(on, zone) if on else Moment.time(head.now, zone),
        details=details,
    )
    await record(c, head, event)

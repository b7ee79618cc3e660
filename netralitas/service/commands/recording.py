"""What happens to a complaint enters the record: codes and ids, never what anybody wrote."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import record
from netralitas.database.connection import Connection
from netralitas.service.domain import ComplaintState


async def happened(
    c: Connection,
    actor: Actor,
    head: Head,
    name: str,
    readers: tuple[int, ...],
    *,
    state: ComplaintState | None = None,
    **details: object,
) -> Head:
    """Record an event of a complaint, with the state that it leads to; return the next head."""
    said = details if state is None else {**details, "state": state.value}
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=f"complaint.{name}",
        actor=actor.officer,
        organisation=actor.organisation,
        readers=readers,
        happened=Moment.time(clock.now(), actor.zone),
        details=said,
    )
    _, following = await record(c, head, event)
    return following

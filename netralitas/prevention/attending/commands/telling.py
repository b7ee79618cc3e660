"""What the commands on attendance share: the activity under lock, its events, its counts."""

from collections.abc import Mapping
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import record
from netralitas.database.connection import Connection
from netralitas.prevention import policy as activity_policy
from netralitas.prevention.attending import policy, store
from netralitas.prevention.attending.domain import Way
from netralitas.prevention.attending.policy import Placed
from netralitas.prevention.domain import Activity
from netralitas.prevention.store import locked

NOTED: Final = "activity.people_noted"


async def opened(c: Connection, actor: Actor, activity: int) -> tuple[Activity, Head]:
    """Return an activity under lock for who records it: NotVisible, NotAllowed, or cancelled."""
    found, head = await locked(c, activity)
    activity_policy.hold_recorder(actor, await readers_for(c, actor.organisation), found)
    policy.hold_not_cancelled(found)
    return found, head


async def tell(
    c: Connection,
    actor: Actor,
    activity: Activity,
    head: Head,
    name: str,
    details: Mapping[str, Any],
) -> Head:
    """Return the head after an event of an activity, which both parties read."""
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=activity.readers,
        happened=Moment.time(head.now, actor.zone),
        details=details,
    )
    _, following = await record(c, head, event)
    return following


async def put(
    c: Connection, actor: Actor, activity: Activity, head: Head, way: Way, placed: Placed
) -> Head:
    """Return the head after people were put on the list; no unit is counted less than named."""
    await store.add_people(c, activity, way, placed.added, head.now)
    await store.count(c, activity.id, placed.raised)
    details = {
        "way": way.value,
        "added": len(placed.added),
        "guests": sum(one.unit is None for one in placed.added),
        **await counted(c, activity.id),
    }
    return await tell(c, actor, activity, head, NOTED, details)


async def counted(c: Connection, activity: int) -> dict[str, Any]:
    """Return the counts by unit as every event keeps them that changes one: numbers only.

    So the figures of an activity at a position of the log are those of its last event with them.
    """
    standing = await store.present(c, activity)
    return {
        "attendance": [{"unit": unit, "present": present} for unit, present in standing.items()]
    }

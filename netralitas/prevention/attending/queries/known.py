"""What a list of presence is checked against: who is on it, the units, the counts."""

from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection
from netralitas.prevention import policy as activity_policy
from netralitas.prevention.attending import policy, store
from netralitas.prevention.attending.policy import Known
from netralitas.prevention.queries.opened import open_activity


async def hold_notes(c: Connection, actor: Actor, activity: int) -> None:
    """Hold that an actor notes who was present; NotVisible, NotAllowed, RuleBroken (cancelled)."""
    opened = await open_activity(c, actor, activity)
    may(actor, Permission.RECORD_ACTIVITY)
    activity_policy.hold_recorder(actor, opened.chain, opened.activity)
    policy.hold_day_come(opened.activity, clock.today(ZoneInfo(actor.zone)))


async def known_for(c: Connection, actor: Actor, activity: int) -> Known:
    """Return it for an activity; NotVisible for one that is not the actor's."""
    opened = await open_activity(c, actor, activity)
    return await store.known(c, activity, opened.offer.units)

"""Telling the public of an activity, and putting it on another day."""

from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.database.transactions import writing
from netralitas.prevention import policy, store
from netralitas.prevention.commands.opening import (
    Target,
    hold_fresh,
    note,
    opened_by_organiser,
    refuse,
)
from netralitas.prevention.domain import ActivityState, Move
from netralitas.refusals import Invalid


async def announce_activity(actor: Actor, target: Target, notice: str | None) -> None:
    """Tell the public of a planned activity, with a notice; the public agenda shows it then.

    Raises NotVisible, NotAllowed (not the organiser), RuleBroken (announced, held or cancelled
    before), Stale, or Invalid by field: its day has passed, or is too near for a change of hours.
    """
    async with writing(actor) as c:
        activity, head = await opened_by_organiser(c, actor, target.activity)
        policy.hold_unannounced(activity)
        await hold_fresh(c, head, target)
        refuse(policy.announce_problems(activity, notice, clock.today(ZoneInfo(actor.zone))))
        await store.announced(c, activity.id, head.now, notice)
        details = {"planned_on": activity.planned_on.isoformat()}
        await note(c, actor, head, "activity.announced", activity.readers, details)


async def move_activity(actor: Actor, target: Target, to: Move) -> None:
    """Put an activity on another day, hour or place, before it was held; both days stay known.

    Raises NotVisible, NotAllowed (not the organiser), RuleBroken (held or cancelled), Stale, or
    Invalid by field.
    """
    async with writing(actor) as c:
        activity, head = await opened_by_organiser(c, actor, target.activity)
        policy.hold_movable(activity)
        await hold_fresh(c, head, target)
        refuse(policy.move_problems(activity, to, clock.today(ZoneInfo(actor.zone))))
        before = Move(
            planned_on=activity.planned_on,
            begins_at=activity.begins_at,
            ends_at=activity.ends_at,
            place=await store.place_of(c, activity.id),
        )
        if to == before:
            raise Invalid({"planned_on": ["Hari, jam, dan tempatnya masih sama. Ubah salah satu."]})
        await store.moved(c, activity.id, to)
        details = {
            "planned_on": to.planned_on.isoformat(),
            "from": activity.planned_on.isoformat(),
            "begins_at": to.begins_at.isoformat("minutes") if to.begins_at else None,
            "ends_at": to.ends_at.isoformat("minutes") if to.ends_at else None,
            "announced": activity.state is ActivityState.ANNOUNCED,
        }
        await note(c, actor, head, "activity.moved", activity.readers, details)

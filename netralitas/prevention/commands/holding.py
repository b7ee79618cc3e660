"""What became of an activity: held with those who came, corrected, or not held."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.database.transactions import writing
from netralitas.prevention import policy, store
from netralitas.prevention.commands.opening import (
    Target,
    hold_fresh,
    note,
    opened,
    opened_by_organiser,
    refuse,
)
from netralitas.prevention.domain import CancelReason, Record
from netralitas.prevention.queries.offer import offer_for


async def hold_activity(actor: Actor, target: Target, held_on: date, said: Record) -> None:
    """Record that an activity was held on a day, who came and which duties were done.

    Raises NotVisible, NotAllowed, RuleBroken (held before, cancelled), Stale, or Invalid by field.
    """
    async with writing(actor) as c:
        activity, head = await opened(c, actor, target.activity)
        policy.hold_open(activity)
        await hold_fresh(c, head, target)
        problems = dict(policy.held_on_problems(held_on, clock.today(ZoneInfo(actor.zone))))
        problems.update(policy.record_problems(activity, said, await offer_for(c, activity)))
        refuse(problems)
        await store.held(c, activity.id, held_on)
        await store.replace_record(c, activity.id, said)
        happened = Moment.day(held_on, actor.zone)
        details = {**_recorded(said), "theme": activity.theme.value if activity.theme else None}
        readers = activity.readers
        await note(c, actor, head, "activity.held", readers, details, happened=happened)


async def correct_record(actor: Actor, target: Target, said: Record) -> None:
    """Replace attendance and duties of an activity that was held; nothing new is no event.

    Raises NotVisible, NotAllowed, RuleBroken (not held), Stale, or Invalid by field.
    """
    async with writing(actor) as c:
        activity, head = await opened(c, actor, target.activity)
        policy.hold_held(activity)
        await hold_fresh(c, head, target)
        refuse(policy.record_problems(activity, said, await offer_for(c, activity)))
        if _recorded(said) == _recorded(await store.recorded(c, activity.id)):
            return
        await store.replace_record(c, activity.id, said)
        name = "activity.attendance_recorded"
        await note(c, actor, head, name, activity.readers, _recorded(said))


async def cancel_activity(actor: Actor, target: Target, reason: CancelReason) -> None:
    """Cancel an activity for a reason, announced or not; it stays in the plan as not held.

    Raises NotVisible, NotAllowed (not the organiser), RuleBroken (held or cancelled), Stale.
    """
    async with writing(actor) as c:
        activity, head = await opened_by_organiser(c, actor, target.activity)
        policy.hold_open(activity)
        await hold_fresh(c, head, target)
        await store.cancelled(c, activity.id)
        details = {"reason": reason.value}
        await note(c, actor, head, "activity.cancelled", activity.readers, details)


def _recorded(said: Record) -> dict[str, Any]:
    """Return a record as an event keeps it: numbers only, in one order."""
    counted = sorted((one.unit, one.present) for one in said.attendance)
    return {
        "attendance": [{"unit": unit, "present": present} for unit, present in counted],
        "duties": sorted(said.duties),
    }

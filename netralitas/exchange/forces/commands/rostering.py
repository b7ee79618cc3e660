"""Who is on duty on which day."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.exchange.forces import policy, store
from netralitas.exchange.forces.commands.opening import Place, opened, refuse
from netralitas.exchange.forces.domain import NewDuty
from netralitas.exchange.words import plain_day
from netralitas.law.calendar import Calendar
from netralitas.law.refusals import CannotCompute
from netralitas.refusals import Invalid, NotVisible


async def set_duty(actor: Actor, place: Place, new: NewDuty, *, calendar: Calendar) -> int:
    """Return on how many days somebody is on duty from now on, of working days where asked.

    Raises what `opened` raises; Invalid by field, also where they are on duty already on a day.
    """
    async with opened(actor, place) as now:
        c = now.connection
        member = await store.member_of(c, place.force, new.member)
        days = policy.days_of(new)
        if new.workdays:
            try:
                days = tuple(day for day in days if calendar.is_workday(day))
            except CannotCompute as unknown:
                raise Invalid({"last": [unknown.reason]}) from None
        refuse(policy.duty_problems(new, days, now.force, member))
        taken = policy.twice(days, await store.taken(c, new.member, days))
        if taken:
            said = ", ".join(plain_day(day) for day in taken)
            raise Invalid({"first": [f"Petugas ini sudah piket pada {said}."]})
        await store.set_duty(c, now.force, new, days, actor.officer)
        await now.happened(
            *("task_force.duty_set", now.today),
            member=new.member,
            first=new.first.isoformat(),
            last=new.last.isoformat(),
            days=len(days),
        )
    return len(days)


async def cancel_duty(actor: Actor, place: Place, shift: int) -> None:
    """Take a day of duty back; raises what `opened` raises, NotVisible where there is none."""
    async with opened(actor, place) as now:
        if not await store.cancel(now.connection, place.force, shift, clock.now()):
            raise NotVisible
        await now.happened("task_force.duty_cancelled", now.today, shift=shift)

"""Forming a task force by decree, naming its people, ending either."""

from datetime import date
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.record import open_stream
from netralitas.database.transactions import writing
from netralitas.exchange.forces import policy, store
from netralitas.exchange.forces.commands.opening import Place, note, opened, refuse
from netralitas.exchange.forces.domain import NewForce, NewMember
from netralitas.exchange.policy import hold_in_force, hold_party
from netralitas.exchange.queries import ground_of, offices_under
from netralitas.refusals import NotVisible


async def form_force(actor: Actor, new: NewForce) -> int:
    """Return the id of a task force, or of the liaison officers that a party names.

    All who read the agreement read it. Raises NotVisible; NotAllowed for who keeps none or acts for
    no party; RuleBroken under an agreement that is not in force; Invalid by field.
    """
    may(actor, Permission.KEEP_EXCHANGE)
    async with writing(actor) as c:
        ground = await ground_of(c, new.agreement)
        hold_party(ground, await readers_for(c, actor.organisation))
        hold_in_force(ground)
        refuse(policy.force_problems(new, ground, clock.today(ZoneInfo(actor.zone))))
        head = await open_stream(c, "task_force")
        await store.add(c, head.stream, new, actor.officer, ground.readers)
        await note(
            *(c, actor, head, ground.readers, "task_force.formed", new.decree_on),
            agreement=ground.id,
            kind=new.kind.value,
            since=new.since.isoformat(),
            until=new.until.isoformat() if new.until else None,
        )
    return head.stream


async def name_member(actor: Actor, place: Place, new: NewMember) -> int:
    """Return the id of somebody who is named; raises what `opened` raises, Invalid by field."""
    async with opened(actor, place) as now:
        c = now.connection
        offices = await offices_under(c, now.ground)
        refuse(policy.member_problems(new, now.force, offices))
        added = await store.join(c, now.force, new, actor.officer)
        await now.happened(
            *("task_force.joined", new.since),
            member=added,
            organisation=new.organisation,
            post=new.post.value,
            until=new.until.isoformat() if new.until else None,
        )
    return added


async def end_member(actor: Actor, place: Place, member: int, on: date) -> None:
    """Let somebody's days end after this one; days of duty after it are taken back.

    Raises what `opened` raises, NotVisible for nobody of the task force, Invalid by field.
    """
    async with opened(actor, place) as now:
        c = now.connection
        found = await store.member_of(c, place.force, member)
        if found is None:
            raise NotVisible
        refuse(policy.end_problems(on, found.since, found.until))
        await store.leave(c, place.force, member, on, clock.now())
        await now.happened("task_force.left", on, member=member)


async def end_force(actor: Actor, place: Place, on: date) -> None:
    """Let a task force end after a day, before its decree says; days of duty after it are none.

    Raises what `opened` raises, Invalid by field.
    """
    async with opened(actor, place) as now:
        refuse(policy.end_problems(on, now.force.since, now.force.until))
        await store.end(now.connection, place.force, on, clock.now())
        await now.happened("task_force.ended", on)

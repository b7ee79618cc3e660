"""Periods: proposed by one administrator, put into force by another."""

from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, hold_stepped_up, may
from netralitas.accounts.events import happened
from netralitas.database.transactions import writing
from netralitas.disposal import store_schedule as store
from netralitas.disposal import words
from netralitas.disposal.domain import NewRule
from netralitas.refusals import RuleBroken


async def propose_rule(actor: Actor, new: NewRule) -> int:
    """Return the id of a period that waits for another administrator; NotAllowed."""
    may(actor, Permission.SET_RETENTION)
    async with writing(actor) as c:
        rule = await store.add_rule(c, actor, new, clock.now())
        await happened(c, actor, "retention.proposed", rule=rule, kept=new.kept.value)
        return rule


async def put_in_force(actor: Actor, rule: int) -> None:
    """Hold that the period is in force from today on, never for a day before.

    Raises NotVisible, NotAllowed, StepUpNeeded, RuleBroken (own proposal, in force already).
    """
    may(actor, Permission.SET_RETENTION)
    now = clock.now()
    async with writing(actor) as c:
        proposer, in_force = await store.locked_rule(c, rule)
        if in_force:
            raise RuleBroken(words.IN_FORCE_ALREADY, rule="retention.in_force")
        if proposer == actor.officer:
            raise RuleBroken(words.SELF, rule="retention.two_people")
        hold_stepped_up(actor, now)
        today = clock.today(ZoneInfo(actor.zone))
        await store.put_in_force(c, rule, actor.officer, now, today)
        await happened(c, actor, "retention.in_force", rule=rule)

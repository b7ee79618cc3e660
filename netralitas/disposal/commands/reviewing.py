"""A list is reviewed and submitted by one officer, approved by another."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, hold_stepped_up, may
from netralitas.accounts.events import happened
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.disposal import store, words
from netralitas.disposal.commands.carrying_out import CARRY_OUT
from netralitas.disposal.domain import Consent, Disposable, DisposalState, Listed
from netralitas.jobs.queue import ENQUEUE
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken, Stale


async def leave_out(actor: Actor, disposal: int, item: int, reason: str) -> None:
    """Hold that a line stays as it is, for a reason; it comes again under another period.

    Raises NotVisible, NotAllowed, RuleBroken (submitted already).
    """
    may(actor, Permission.KEEP_DISPOSAL)
    async with writing(actor) as c:
        await _own(c, actor, disposal, DisposalState.PROPOSED)
        if not await store.leave_out(c, disposal, item, reason, actor.officer):
            raise NotVisible
        await happened(c, actor, "disposal.left_out", disposal=disposal, item=item)


async def submit(actor: Actor, disposal: int, lines: int) -> None:
    """Hold that the list waits for another officer; `lines` is how many it had when it was read.

    Raises NotVisible, NotAllowed, Stale (it grew), RuleBroken (submitted, nothing left in it).
    """
    may(actor, Permission.KEEP_DISPOSAL)
    async with writing(actor) as c:
        found = await _own(c, actor, disposal, DisposalState.PROPOSED)
        if found.lines != lines:
            raise Stale(words.GREW)
        if not found.left:
            raise RuleBroken(words.NOTHING_LEFT, rule="disposal.empty")
        await store.submit(c, disposal, actor.officer, clock.now())
        await happened(c, actor, "disposal.submitted", disposal=disposal)


async def give_back(actor: Actor, disposal: int) -> None:
    """Hold that the list is reviewed once more; raises what `approve` does but for step-up."""
    may(actor, Permission.APPROVE_DISPOSAL)
    async with writing(actor) as c:
        await _own(c, actor, disposal, DisposalState.SUBMITTED)
        await store.give_back(c, disposal)
        await happened(c, actor, "disposal.returned", disposal=disposal)


async def approve(actor: Actor, disposal: int, consent: Consent | None) -> None:
    """Hold that the list is carried out by the worker: what was erased does not come back.

    Raises NotVisible, NotAllowed, StepUpNeeded, Invalid (dossiers without the consent that archives
    need), RuleBroken (not submitted, or by the actor).
    """
    may(actor, Permission.APPROVE_DISPOSAL)
    now = clock.now()
    async with writing(actor) as c:
        found = await _own(c, actor, disposal, DisposalState.SUBMITTED)
        if found.submitted_by == actor.officer:
            raise RuleBroken(words.SUBMITTED_BY_SELF, rule="disposal.two_people")
        if found.kept is Disposable.CASE and consent is None:
            raise Invalid({"consent": [words.NEEDS_CONSENT]})
        hold_stepped_up(actor, now)
        lines = await store.approve(c, disposal, actor.officer, now, consent)
        jobs = [(CARRY_OUT, {"item": line}, f"{CARRY_OUT}:{line}", None) for line in lines]
        await c.executemany(ENQUEUE, jobs)
        await happened(c, actor, "disposal.approved", disposal=disposal)


async def _own(c: Connection, actor: Actor, disposal: int, state: DisposalState) -> Listed:
    found = await store.locked(c, disposal)
    if found.organisation != actor.organisation:
        raise NotAllowed(words.OWN_OFFICE)
    if found.state is not state:
        said = words.OUT_OF_TURN.format(state=words.STATES[found.state])
        raise RuleBroken(said, rule="disposal.order", remedy=words.RELOAD)
    return found

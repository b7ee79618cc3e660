"""Holds: placed with a reason and its basis, lifted by another person."""

from dataclasses import replace
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.events import happened
from netralitas.accounts.queries import readers_for
from netralitas.cases.commands import tell_in
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.disposal import store_schedule as store
from netralitas.disposal import words
from netralitas.disposal.domain import NewHold
from netralitas.refusals import Invalid, NotAllowed, RuleBroken

PLACED: Final = "case.held"
LIFTED: Final = "case.hold_lifted"
_CASE: Final = "SELECT readers FROM case_file WHERE id = $1 AND owner = $2"
_ID: Final = "SELECT id FROM respondent WHERE case_file = $1 AND ordinal = $2"


async def place_hold(actor: Actor, new: NewHold) -> int:
    """Return the id of a hold: nothing that it is about is disposed of until it is lifted.

    `respondent` is their number in the case. Raises NotAllowed, Invalid (no such case of the
    office, no such respondent).
    """
    may(actor, Permission.KEEP_DISPOSAL)
    async with writing(actor) as c:
        readers = await readers_for(c, actor.organisation)
        if new.case_file is not None:
            new = await _of_case(c, actor, new)
        hold = await store.add_hold(c, actor, new, clock.now(), readers)
        if new.case_file is not None:
            await tell_in(c, actor, new.case_file, PLACED, readers, {"hold": hold})
        await happened(c, actor, "disposal.held", hold=hold)
        return hold


async def lift_hold(actor: Actor, hold: int, reason: str) -> None:
    """Hold that the hold is lifted, for a reason, by somebody else than who placed it.

    Raises NotVisible, NotAllowed (of another office), RuleBroken (own, lifted already).
    """
    may(actor, Permission.KEEP_DISPOSAL)
    async with writing(actor) as c:
        organisation, case, placer, lifted = await store.locked_hold(c, hold)
        if organisation != actor.organisation:
            raise NotAllowed(words.OWN_OFFICE)
        if lifted:
            raise RuleBroken(words.LIFTED_ALREADY, rule="hold.lifted")
        if placer == actor.officer:
            raise RuleBroken(words.PLACED_BY_SELF, rule="hold.two_people")
        await store.lift(c, hold, actor.officer, clock.now(), reason)
        if case is not None:
            readers = await readers_for(c, actor.organisation)
            await tell_in(c, actor, case, LIFTED, readers, {"hold": hold})
        await happened(c, actor, "disposal.hold_lifted", hold=hold)


async def _of_case(c: Connection, actor: Actor, new: NewHold) -> NewHold:
    if await c.fetchval(_CASE, new.case_file, actor.organisation) is None:
        raise Invalid({"case_file": [words.NO_CASE]})
    if new.respondent is None:
        return new
    found = await c.fetchval(_ID, new.case_file, new.respondent)
    if found is None:
        raise Invalid({"respondent": [words.NO_RESPONDENT]})
    return replace(new, respondent=found)

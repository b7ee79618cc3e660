"""How linked proceedings stand at the partner now: what the sender did since is seen here too."""

from datetime import timedelta
from typing import Final

from netralitas import clock
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.partners import claims, inbox, outlook
from netralitas.partners.calling import Caller
from netralitas.partners.claims import Claimed
from netralitas.partners.domain import Problem
from netralitas.partners.inbox import Joined
from netralitas.partners.wire import FailedError, Handed, Package, read

LOOK_EVERY: Final = timedelta(minutes=15)


async def look(partner: Claimed, caller: Caller) -> None:
    """Note how proceedings stand there that were not looked at for a while; raises FailedError."""
    async with writing(EVERYTHING) as c:
        waiting = await outlook.to_look_at(c, partner, clock.now() - LOOK_EVERY)
    for package, case in waiting:
        await look_at(partner, caller, package, case)


async def look_at(partner: Claimed, caller: Caller, package: int, case: int) -> None:
    """Note how the proceedings of one case stand there, and link what came about since."""
    try:
        answer = await caller.get(f"/packages/{package}")
        found: tuple[Handed, ...] | None = read(answer.body, Package).proceedings
    except FailedError as failed:
        if failed.problem is not Problem.NOT_THERE:
            raise
        found = None  # withdrawn, or handed to somebody else
    now = clock.now()
    async with writing(EVERYTHING) as c:
        await claims.keep(c, partner)
        for one in found or ():
            await inbox.seen(c, partner, one.id, one.state, one.version, now)
        known = await inbox.links(c, partner, [one.id for one in found or ()])
        new = [one for one in found or () if one.id not in known]
        for here in await outlook.unlinked(c, partner, case):
            like = [one for one in new if (one.respondent, one.workflow) == here.like]
            if like:
                new.remove(like[0])
                joined = Joined(case=case, package=here.package, proceeding=here.id)
                await inbox.link(c, partner, like[0], joined, now)
        await outlook.looked(c, partner, case, now, gone=found is None)

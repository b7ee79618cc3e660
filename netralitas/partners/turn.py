"""The turn of one partner: what it handed over comes in, what the office did goes back."""

from dataclasses import dataclass

import structlog

from netralitas import clock
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.domain import NotKept
from netralitas.partners import claims, policy
from netralitas.partners.answering import Answering
from netralitas.partners.calling import Caller
from netralitas.partners.claims import Claimed
from netralitas.partners.domain import Problem
from netralitas.partners.looking import look
from netralitas.partners.pulling import Pulling
from netralitas.partners.wire import FailedError

_log = structlog.get_logger("netralitas.partners")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What is done with one partner while this worker has it."""

    partner: Claimed
    caller: Caller
    pulling: Pulling

    async def take(self) -> None:
        """Answer, pull, look, and let the partner go; what fails is noted. Raises LostError."""
        try:
            await Answering(
                partner=self.partner, caller=self.caller, storage=self.pulling.fetching.storage
            ).answer()
            if self.pulling.is_due(clock.now()):
                await self.pulling.pull()
            await look(self.partner, self.caller)
        except FailedError as failed:
            await fail(self.partner, failed)
        except NotKept:
            # Ours is the trouble, not the partner's: there is no room, or no store.
            await fail(self.partner, FailedError(Problem.FAULT))
            raise
        else:
            async with writing(EVERYTHING) as c:
                await claims.release(c, self.partner)


async def fail(partner: Claimed, failed: FailedError) -> None:
    """Let a partner go for a while, or stop it where no waiting mends it."""
    stops = failed.problem in policy.STOPS
    wait = policy.wait(partner.failures + 1, failed.retry_after)
    async with writing(EVERYTHING) as c:
        await claims.failed(c, partner, failed.problem, wait, stops=stops)
    _log.warning(
        "partner_failed",
        partner=partner.id,
        problem=failed.problem,
        status=failed.status,
        stopped=stops,
    )


async def alive(partner: Claimed) -> None:
    """Hold the lease of a partner a while longer; raises LostError."""
    async with writing(EVERYTHING) as c:
        await claims.keep(c, partner)

"""The second step of signing in: from half a session to a whole one."""

from dataclasses import dataclass

from netralitas import clock
from netralitas.accounts import half_sessions
from netralitas.accounts.commands.signing import Admitted, Doorway, begin_in
from netralitas.accounts.domain import Step
from netralitas.accounts.events import happened
from netralitas.accounts.half_sessions import HalfSession
from netralitas.accounts.queries import desks_of
from netralitas.accounts.second_factor.commands.enrolling import add_codes
from netralitas.accounts.second_factor.commands.judging import judged, tell_if_recovered
from netralitas.accounts.second_factor.commands.shown import Shower, Shown
from netralitas.accounts.second_factor.domain import Factor
from netralitas.accounts.second_factor.queries import held_by
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.accounts.telling import tell_officer
from netralitas.database.connection import Connection
from netralitas.database.transactions import NOBODY, reading, writing
from netralitas.web.refusals import NotSignedIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Whoever stands between both steps of signing in, and in which browser."""

    half: HalfSession
    doorway: Doorway
    sealer: FactorSealer

    @property
    def shower(self) -> Shower:
        """The same, who shows a second factor there."""
        return Shower(
            officer=self.half.officer,
            place=self.half.digest,
            address=self.doorway.address,
            settings=self.doorway.settings,
            sealer=self.sealer,
        )


async def step_of(passage: Passage) -> Step:
    """Return what follows for whoever stands there: to show a second factor, or to get one."""
    async with reading(NOBODY) as c:
        return Step.PROVE if (await held_by(c, passage.half.officer)).any else Step.ENROL


async def prove(passage: Passage, shown: Shown) -> Admitted:
    """Return the session of whoever shows it; half a session is no more.

    Raises Invalid, TooMany and RuleBroken as a step-up does, and NotSignedIn when the half session
    has ended meanwhile.
    """
    async with writing(NOBODY) as c:
        verdict = await judged(c, passage.shower, shown, clock.now())
        if verdict.factor is not None:
            return await _through(c, passage, verdict.factor)
    raise verdict.refusal or NotSignedIn


async def enrol(passage: Passage, *, offer: str, code: str) -> Admitted:
    """Return the session of whoever had to get a second factor first, and has it now.

    Raises Invalid (the code is none of the offered secret), RuleBroken when they have one already,
    which they must show, and NotSignedIn as `prove` does.
    """
    async with writing(NOBODY) as c:
        if (await held_by(c, passage.half.officer)).any:
            raise NotSignedIn
        await add_codes(c, passage.shower, offer=offer, code=code)
        return await _through(c, passage, Factor.CODE, enrolled=True)


async def _through(
    c: Connection, passage: Passage, factor: Factor, *, enrolled: bool = False
) -> Admitted:
    """Return the session; NotSignedIn when there is no half session or no desk any more."""
    now = clock.now()
    desks = await desks_of(c, passage.half.officer, now)
    if not await half_sessions.finish(c, passage.half, now) or not desks:
        raise NotSignedIn
    await tell_if_recovered(c, desks[0], factor, passage.doorway.settings)
    if enrolled:
        await happened(c, desks[0], "account.second_factor_set")
        await tell_officer(c, passage.half.officer, passage.doorway.settings)
    return await begin_in(c, passage.half.way, desks, passage.doorway, factor.value)

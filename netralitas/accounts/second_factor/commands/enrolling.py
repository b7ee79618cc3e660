"""Get codes by time, show a second factor, replace it, lose it: recorded, with no secret in it."""

from dataclasses import dataclass
from datetime import datetime

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, hold_stepped_up, may
from netralitas.accounts import sessions
from netralitas.accounts.commands.charge import officer_in_charge
from netralitas.accounts.domain import Problem
from netralitas.accounts.events import happened
from netralitas.accounts.second_factor import codes, store, words
from netralitas.accounts.second_factor.commands.judging import judged, tell_if_recovered
from netralitas.accounts.second_factor.commands.shown import Shower, Shown
from netralitas.accounts.second_factor.queries import held_by
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.accounts.sessions import Session
from netralitas.accounts.telling import tell_officer
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import Settings
from netralitas.vault.cipher import SealError


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whoever has a session: which one, from which address, and what judges their codes."""

    session: Session
    address: str
    settings: Settings
    sealer: FactorSealer

    @property
    def officer(self) -> int:
        """The id of the officer."""
        return self.session.actor.officer

    @property
    def shower(self) -> Shower:
        """The bearer, who shows a second factor in their session."""
        return Shower(
            officer=self.officer,
            place=self.session.digest,
            address=self.address,
            settings=self.settings,
            sealer=self.sealer,
        )


async def enrol(bearer: Bearer, *, offer: str, code: str) -> None:
    """Give the bearer the codes by time that were offered, and count them as shown just now.

    Their other sessions end. Raises Invalid (the code is none of the offered secret, the offer is
    not of this session), RuleBroken when they have codes, StepUpNeeded when they have another
    second factor and did not show it lately.
    """
    now, actor = clock.now(), bearer.session.actor
    async with writing(actor) as c:
        await hold_shown(c, bearer, now)
        await add_codes(c, bearer.shower, offer=offer, code=code)
        await stand_alone(c, bearer, now)
        await happened(c, actor, "account.second_factor_set")
        await tell_officer(c, bearer.officer, bearer.settings)


async def replace(bearer: Bearer, *, offer: str, code: str, present: str) -> None:
    """Put the offered codes in the place of the present ones, of which one is shown.

    A recovery code does as well. Their other sessions end. Raises what `enrol` and `step_up` raise.
    """
    now = clock.now()
    secret, step = taken(bearer.shower, offer, code, now)
    async with writing(bearer.session.actor) as c:
        verdict = await judged(c, bearer.shower, Shown(code=present), now, field="present")
        if verdict.factor is not None:
            sealed = bearer.sealer.seal(secret, bearer.officer)
            await store.replace(c, bearer.officer, sealed, step)
            await stand_alone(c, bearer, now)
            actor = bearer.session.actor
            await tell_if_recovered(c, actor, verdict.factor, bearer.settings)
            await happened(c, actor, "account.second_factor_replaced")
            await tell_officer(c, actor.officer, bearer.settings)
    if verdict.refusal is not None:
        raise verdict.refusal


async def step_up(bearer: Bearer, shown: Shown) -> None:
    """Note in the bearer's session that their second factor was shown just now.

    Raises Invalid (nothing of theirs, or a code that was used), TooMany after too many wrong ones,
    RuleBroken when they have no second factor.
    """
    now = clock.now()
    async with writing(bearer.session.actor) as c:
        verdict = await judged(c, bearer.shower, shown, now)
        if verdict.factor is not None:
            await sessions.step_up(c, bearer.session.digest, now)
            actor, factor = bearer.session.actor, verdict.factor
            await tell_if_recovered(c, actor, factor, bearer.settings)
            await happened(c, actor, "account.stepped_up", factor=factor.value)
    if verdict.refusal is not None:
        raise verdict.refusal


async def remove(*, login: str, actor: Actor) -> None:
    """Take the second factor of another person away, who has lost their device: all that they have.

    Their sessions end. Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        if officer == actor.officer:
            raise refused(Problem.OWN_FACTOR)
        if not await store.remove(c, officer):
            raise refused(Problem.FACTOR_MISSING)
        await sessions.end_all(c, officer, clock.now())
        await happened(c, actor, "account.second_factor_removed", officer=officer)


async def hold_shown(c: Connection, bearer: Bearer, now: datetime) -> None:
    """Hold that whoever has a second factor has shown it lately; StepUpNeeded otherwise."""
    if (await held_by(c, bearer.officer)).any:
        hold_stepped_up(bearer.session.actor, now)


async def stand_alone(c: Connection, bearer: Bearer, now: datetime) -> None:
    """End every other session of the bearer; in this one their second factor was shown now."""
    await sessions.end_all(c, bearer.officer, now, but=bearer.session.digest)
    await sessions.step_up(c, bearer.session.digest, now)


async def add_codes(c: Connection, shower: Shower, *, offer: str, code: str) -> None:
    """Keep the codes by time that were offered; raises Invalid, RuleBroken when there are some."""
    secret, step = taken(shower, offer, code, clock.now())
    sealed = shower.sealer.seal(secret, shower.officer)
    if not await store.add(c, shower.officer, sealed, step):
        raise RuleBroken(words.ENROLLED_ALREADY)


def taken(shower: Shower, offer: str, code: str, now: datetime) -> tuple[str, int]:
    """Return the secret that was offered there and the step of its code; Invalid otherwise."""
    try:
        secret = shower.sealer.accept(offer, shower.place)
    except SealError as error:
        raise Invalid({"": [words.OFFER_GONE]}) from error
    step = codes.step_of(secret, code, now)
    if step is None:
        raise Invalid({"code": [words.WRONG_NEW_CODE]})
    return secret, step

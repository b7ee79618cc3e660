"""Get a second factor, show it, replace it, lose it: each recorded, none with a secret in it."""

from dataclasses import dataclass
from datetime import datetime

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts import sessions, throttle
from netralitas.accounts.commands.charge import officer_in_charge
from netralitas.accounts.domain import Problem
from netralitas.accounts.events import happened
from netralitas.accounts.second_factor import codes, store, words
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.accounts.sessions import Session
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import Settings
from netralitas.vault.cipher import SealError
from netralitas.web.refusals import TooMany


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whoever shows a code: in which session, from which address, and what judges the code."""

    session: Session
    address: str
    settings: Settings
    sealer: FactorSealer

    @property
    def officer(self) -> int:
        """The id of the officer."""
        return self.session.actor.officer


async def enrol(bearer: Bearer, *, offer: str, code: str) -> None:
    """Give the bearer the second factor that was offered, and count it as shown just now.

    Raises Invalid (the code is none of the offered secret, the offer is not of this session),
    RuleBroken when they have a second factor.
    """
    now = clock.now()
    secret, step = _taken(bearer, offer, code, now)
    async with writing(bearer.session.actor) as c:
        sealed = bearer.sealer.seal(secret, bearer.officer)
        if not await store.add(c, bearer.officer, sealed, step):
            raise RuleBroken(words.ENROLLED_ALREADY)
        await sessions.step_up(c, bearer.session.digest, now)
        await happened(c, bearer.session.actor, "account.second_factor_set")


async def replace(bearer: Bearer, *, offer: str, code: str, present: str) -> None:
    """Put the offered second factor in the place of the present one, of which a code is shown.

    Raises what `enrol` and `step_up` raise.
    """
    now = clock.now()
    secret, step = _taken(bearer, offer, code, now)
    async with writing(bearer.session.actor) as c:
        refusal = await _judged(c, bearer, present, now, field="present")
        if refusal is None:
            sealed = bearer.sealer.seal(secret, bearer.officer)
            await store.replace(c, bearer.officer, sealed, step)
            await sessions.step_down(c, bearer.officer)
            await sessions.step_up(c, bearer.session.digest, now)
            await happened(c, bearer.session.actor, "account.second_factor_replaced")
    if refusal is not None:
        raise refusal


async def step_up(bearer: Bearer, *, code: str) -> None:
    """Note in the bearer's session that their second factor was shown just now.

    Raises Invalid (no code of theirs, or one that was used), TooMany after too many wrong ones,
    RuleBroken when they have no second factor.
    """
    now = clock.now()
    async with writing(bearer.session.actor) as c:
        refusal = await _judged(c, bearer, code, now, field="code")
        if refusal is None:
            await sessions.step_up(c, bearer.session.digest, now)
            await happened(c, bearer.session.actor, "account.stepped_up")
    if refusal is not None:
        raise refusal


async def remove(*, login: str, actor: Actor) -> None:
    """Take the second factor of another person away, who has lost their device.

    What they showed lately counts no more. Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        if officer == actor.officer:
            raise refused(Problem.OWN_FACTOR)
        if not await store.remove(c, officer):
            raise refused(Problem.FACTOR_MISSING)
        await sessions.step_down(c, officer)
        await happened(c, actor, "account.second_factor_removed", officer=officer)


def _taken(bearer: Bearer, offer: str, code: str, now: datetime) -> tuple[str, int]:
    """Return the secret that was offered and the step of its code; Invalid otherwise."""
    try:
        secret = bearer.sealer.accept(offer, bearer.session.digest)
    except SealError as error:
        raise Invalid({"": [words.OFFER_GONE]}) from error
    step = codes.step_of(secret, code, now)
    if step is None:
        raise Invalid({"code": [words.WRONG_NEW_CODE]})
    return secret, step


async def _judged(
    c: Connection, bearer: Bearer, code: str, now: datetime, *, field: str
) -> Invalid | TooMany | RuleBroken | None:
    """Return why a code is refused, None when it is used up now.

    It is returned, not raised, so that the caller commits the count of tries first.
    """
    tried = throttle.Try.with_factor(
        officer=bearer.officer, address=bearer.address, settings=bearer.settings
    )
    refusal = await throttle.count(c, tried, now)
    if refusal is not None:
        return TooMany(words.TOO_MANY, retry_after=refusal.retry_after)
    sealed = await store.secret_of(c, bearer.officer)
    if sealed is None:
        return RuleBroken(words.NOT_ENROLLED)
    step = codes.step_of(bearer.sealer.open(sealed, bearer.officer), code, now)
    if step is None:
        return Invalid({field: [words.WRONG_CODE]})
    if not await store.use_up(c, bearer.officer, step):
        return Invalid({field: [words.USED_CODE]})
    await throttle.succeeded(c, tried, now)
    return None

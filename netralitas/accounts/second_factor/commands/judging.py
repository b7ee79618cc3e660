"""Judging what somebody shows as their second factor: counted, used up, answered alike."""

from datetime import datetime

from netralitas.accounts import throttle
from netralitas.accounts.events import Doer, happened
from netralitas.accounts.refusing import sign_in_refused
from netralitas.accounts.second_factor import codes, recovery, store, words
from netralitas.accounts.second_factor.commands.answering import Given, judge_answer
from netralitas.accounts.second_factor.commands.shown import Shower, Shown, Verdict
from netralitas.accounts.second_factor.domain import Factor
from netralitas.accounts.second_factor.passkeys import Asking
from netralitas.accounts.second_factor.queries import held_by
from netralitas.accounts.telling import tell_officer
from netralitas.database.connection import Connection
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import Settings
from netralitas.web.refusals import TooMany

_NO_STEP = -1
"""A step of time that never was, so that a wrong code costs the statement a right one does."""


async def judged(
    c: Connection, shower: Shower, shown: Shown, now: datetime, *, field: str = "code"
) -> Verdict:
    """Return the verdict on what is shown, used up now if it is right; the log tells of a no.

    A refusal is returned, not raised, so that the caller commits the count of tries first. A wrong
    code, one that was used and one of another time are answered in the same words.
    """
    verdict = await _judged(c, shower, shown, now, field)
    if verdict.refusal is not None:
        sign_in_refused("second factor", verdict.refusal, shower.officer)
    return verdict


async def _judged(
    c: Connection, shower: Shower, shown: Shown, now: datetime, field: str
) -> Verdict:
    if shown.answer:
        given = Given(
            answer=shown.answer,
            asking=Asking.SHOW,
            place=shower.place,
            address=shower.address,
            settings=shower.settings,
            officer=shower.officer,
        )
        return (await judge_answer(c, given, now)).verdict
    return await _judged_code(c, shower, shown.code, now, field)


async def _judged_code(
    c: Connection, shower: Shower, code: str, now: datetime, field: str
) -> Verdict:
    tried = throttle.Try.with_factor(
        officer=shower.officer, address=shower.address, settings=shower.settings
    )
    refusal = await throttle.count(c, tried, now)
    if refusal is not None:
        return Verdict(refusal=TooMany(words.TOO_MANY, retry_after=refusal.retry_after))
    if not (await held_by(c, shower.officer)).any:
        return Verdict(refusal=RuleBroken(words.NOT_ENROLLED))
    factor = await _used_up(c, shower, code, now)
    if factor is None:
        return Verdict(refusal=Invalid({field: [words.WRONG_CODE]}))
    await throttle.succeeded(c, tried, now)
    return Verdict(factor=factor)


async def _used_up(c: Connection, shower: Shower, code: str, now: datetime) -> Factor | None:
    sealed = await store.secret_of(c, shower.officer)
    secret = shower.sealer.open(sealed, shower.officer) if sealed else codes.new_secret()
    step = codes.step_of(secret, code, now) if sealed else None
    if await store.use_up(c, shower.officer, _NO_STEP if step is None else step):
        return Factor.CODE
    digest = recovery.digest_of(code, shower.settings)
    if await store.use_recovery(c, shower.officer, digest, now):
        return Factor.RECOVERY
    return None


async def tell_if_recovered(
    c: Connection, doer: Doer, factor: Factor | None, settings: Settings
) -> None:
    """Record that a recovery code was used, if it was one, and have its person told."""
    if factor is Factor.RECOVERY:
        await tell_officer(c, doer.officer, settings)
        await happened(c, doer, "account.recovery_code_used")

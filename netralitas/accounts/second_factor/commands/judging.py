"""Judging what somebody shows as their second factor: counted, used up, answered alike."""

from dataclasses import dataclass
from datetime import datetime

from netralitas.accounts import throttle
from netralitas.accounts.second_factor import codes, recovery, store, words
from netralitas.accounts.second_factor.domain import Factor
from netralitas.accounts.second_factor.queries import held_by
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.database.connection import Connection
from netralitas.refusals import Invalid, RuleBroken
from netralitas.settings import Settings
from netralitas.web.refusals import TooMany

_NO_STEP = -1
"""A step of time that never was, so that a wrong code costs the statement a right one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shower:
    """Whoever shows a second factor: where, from which address, and what judges it.

    `place` is the digest of the session or the half session in which they do.
    """

    officer: int
    place: bytes
    address: str
    settings: Settings
    sealer: FactorSealer


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Which second factor was shown, or why it does not count."""

    factor: Factor | None = None
    refusal: Invalid | TooMany | RuleBroken | None = None


async def judged(
    c: Connection, shower: Shower, code: str, now: datetime, *, field: str = "code"
) -> Verdict:
    """Return the verdict on a code by time or a recovery code, which is used up now if it is right.

    A refusal is returned, not raised, so that the caller commits the count of tries first. A wrong
    code, one that was used and one of another time are answered in the same words.
    """
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

"""Judging the answer of a passkey: counted, its challenge spent, its device's count kept."""

from dataclasses import dataclass
from datetime import datetime

from netralitas.accounts import throttle
from netralitas.accounts.second_factor import passkeys, store_passkeys, words
from netralitas.accounts.second_factor.commands.shown import Verdict
from netralitas.accounts.second_factor.domain import Factor
from netralitas.accounts.second_factor.passkeys import AnswerRefusedError, Asking
from netralitas.database.connection import Connection
from netralitas.refusals import Invalid
from netralitas.settings import Settings
from netralitas.web.refusals import TooMany


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer, and where it was given; `officer` is None where nobody is known before."""

    answer: str
    asking: Asking
    place: bytes
    address: str
    settings: Settings
    officer: int | None = None

    def may_be(self, officer: int, handle: bytes | None) -> bool:
        """Say whether a passkey of this officer, whose device names its person so, is expected."""
        expected = self.officer in {None, officer}
        return expected and handle in {None, passkeys.user_handle(officer, self.settings)}

    def tried(self, credential: bytes) -> throttle.Try:
        """Return how it is counted: by the person, else by the passkey it claims to be."""
        if self.officer is None:
            return throttle.Try.with_passkey(
                credential=credential, address=self.address, settings=self.settings
            )
        return throttle.Try.with_factor(
            officer=self.officer, address=self.address, settings=self.settings
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The verdict on an answer, and whose passkey it is that answered rightly."""

    verdict: Verdict
    officer: int | None = None


async def judge_answer(c: Connection, given: Given, now: datetime) -> Judged:
    """Return the verdict, and whose passkey it is; counted before it is judged."""
    from netralitas.accounts.second_factor import ceremony  # noqa: PLC0415 - slow, seldom needed

    try:
        told = ceremony.told(given.answer)
    except AnswerRefusedError:
        if given.officer is None:  # it names no passkey by which it could be counted
            return Judged(verdict=Verdict(refusal=wrong()))
        told = ceremony.Told(credential=b"", handle=None)
    tried = given.tried(told.credential)
    refusal = await throttle.count(c, tried, now)
    if refusal is not None:
        too_many = TooMany(words.TOO_MANY, retry_after=refusal.retry_after)
        return Judged(verdict=Verdict(refusal=too_many))
    asked = passkeys.question(given.settings, given.asking, given.place)
    known = await store_passkeys.find(c, told.credential)
    if asked is None or known is None or not given.may_be(known.officer, told.handle):
        return Judged(verdict=Verdict(refusal=wrong()))
    try:
        done = ceremony.answered(
            *(asked, given.answer, now),
            public_key=known.public_key,
            sign_count=known.sign_count,
            sure=given.asking is Asking.SIGN_IN,
        )
    except AnswerRefusedError:
        return Judged(verdict=Verdict(refusal=wrong()))
    if not await store_passkeys.spend(c, done.spent.digest, done.spent.until, now):
        return Judged(verdict=Verdict(refusal=wrong()))
    await store_passkeys.used(c, known.id, done.sign_count, now)
    await throttle.succeeded(c, tried, now)
    return Judged(verdict=Verdict(factor=Factor.PASSKEY), officer=known.officer)


def wrong() -> Invalid:
    """Return what is said of every answer of a passkey that does not count."""
    return Invalid({"": [words.WRONG_PASSKEY]})

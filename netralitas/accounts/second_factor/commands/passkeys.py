"""Passkeys: shown at sign-in or for a step-up, set up, taken away."""

from datetime import datetime
from typing import TYPE_CHECKING

from netralitas import clock
from netralitas.accounts.commands.signing import Admitted, Doorway, admit_in
from netralitas.accounts.domain import Way
from netralitas.accounts.events import happened
from netralitas.accounts.queries import desks_of
from netralitas.accounts.second_factor import passkeys, store, store_passkeys, words
from netralitas.accounts.second_factor.commands.answering import Given, judge_answer, wrong
from netralitas.accounts.second_factor.commands.enrolling import (
    Bearer,
    hold_shown,
    stand_alone,
)
from netralitas.accounts.second_factor.passkeys import AnswerRefusedError, Asking, Question
from netralitas.accounts.second_factor.queries import Held, held_by
from netralitas.accounts.second_factor.required import is_required
from netralitas.accounts.second_factor.store_passkeys import NewPasskey
from netralitas.accounts.telling import tell_officer
from netralitas.database.connection import Connection
from netralitas.database.transactions import NOBODY, writing
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.settings import Settings

if TYPE_CHECKING:
    from netralitas.accounts.second_factor.ceremony import Registered

MOST = 20
"""So many passkeys a person may have."""


async def sign_in(*, answer: str, doorway: Doorway) -> Admitted:
    """Return a new session of whoever's passkey answered, without a password.

    Raises Invalid in the same words for every answer that does not count, TooMany after too many.
    """
    now = clock.now()
    async with writing(NOBODY) as c:
        given = Given(
            answer=answer,
            asking=Asking.SIGN_IN,
            place=b"",
            address=doorway.address,
            settings=doorway.settings,
        )
        judged = await judge_answer(c, given, now)
        if judged.officer is not None:
            admitted = await admit_in(c, judged.officer, Way.PASSKEY, doorway)
            if admitted is not None:
                return admitted
    raise judged.verdict.refusal or wrong()


async def add(bearer: Bearer, *, name: str, answer: str) -> None:
    """Give the bearer the passkey that their device has made, and count it as shown just now.

    Their other sessions end. Raises Invalid for an answer that does not count, RuleBroken for a
    passkey that is known or one too many, StepUpNeeded when they have a second factor and did not
    show it lately.
    """
    now, actor = clock.now(), bearer.session.actor
    asked = passkeys.question(bearer.settings, Asking.REGISTER, bearer.session.digest)
    if asked is None:
        raise RuleBroken(words.NO_PASSKEYS_HERE)
    async with writing(actor) as c:
        await hold_shown(c, bearer, now)
        made = _made(asked, answer, now)
        if (await held_by(c, bearer.officer)).passkeys >= MOST:
            raise RuleBroken(words.TOO_MANY_PASSKEYS.format(MOST))
        if not await store_passkeys.spend(c, made.spent.digest, made.spent.until, now):
            raise Invalid({"": [words.WRONG_NEW_PASSKEY]})
        new = NewPasskey(
            officer=bearer.officer,
            credential=made.credential,
            public_key=made.public_key,
            sign_count=made.sign_count,
            verifying=made.verifying,
            name=name,
        )
        if not await store_passkeys.add(c, new, now):
            raise RuleBroken(words.KNOWN_PASSKEY)
        await stand_alone(c, bearer, now)
        await happened(c, actor, "account.passkey_added")
        await tell_officer(c, bearer.officer, bearer.settings)


async def remove(bearer: Bearer, passkey: int) -> None:
    """Take a passkey of the bearer away; their other sessions end.

    With the last second factor their recovery codes go. Raises NotVisible for no passkey of theirs,
    StepUpNeeded when none was shown lately, RuleBroken for the last one of whoever must have one.
    """
    now, actor = clock.now(), bearer.session.actor
    async with writing(actor) as c:
        await hold_shown(c, bearer, now)
        if not await store_passkeys.remove(c, passkey, bearer.officer):
            raise NotVisible
        left = await held_by(c, bearer.officer)
        if not left.any and await must_have(c, bearer.officer, bearer.settings):
            raise RuleBroken(words.LAST_PASSKEY, remedy=words.LAST_PASSKEY_REMEDY)
        await _alone_with(c, bearer, left, now)
        await happened(c, actor, "account.passkey_removed")
        await tell_officer(c, bearer.officer, bearer.settings)


async def must_have(c: Connection, officer: int, settings: Settings) -> bool:
    """Say whether a second factor is demanded of an officer, by their roles at any desk."""
    desks = await desks_of(c, officer, clock.now())
    return is_required((desk.roles for desk in desks), settings)


def _made(asked: Question, answer: str, now: datetime) -> "Registered":
    from netralitas.accounts.second_factor import ceremony  # noqa: PLC0415 - slow, seldom needed

    try:
        return ceremony.registered(asked, answer, now)
    except AnswerRefusedError as error:
        raise Invalid({"": [words.WRONG_NEW_PASSKEY]}) from error


async def _alone_with(c: Connection, bearer: Bearer, left: Held, now: datetime) -> None:
    if not left.any:
        await store.remove(c, bearer.officer)
    await stand_alone(c, bearer, now)

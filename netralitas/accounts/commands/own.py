"""What a person does to their own sessions and password: see them, end them, change it."""

from netralitas import clock
from netralitas.accounts import (
    own_sessions,
    passwords,
    sessions,
    store,
    throttle,
    words,
)
from netralitas.accounts.events import happened
from netralitas.accounts.sessions import Session
from netralitas.accounts.telling import tell_officer
from netralitas.database.transactions import writing
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from netralitas.settings import Settings


async def end_session(mine: Session, handle: str) -> None:
    """End another session of the same person; NotVisible when they have no such one."""
    now = clock.now()
    async with writing(mine.actor) as c:
        if not await own_sessions.end_one(c, mine.actor.officer, handle, now):
            raise NotVisible
        await happened(c, mine.actor, "account.session_ended")


async def end_other_sessions(mine: Session) -> None:
    """End every session of the same person but this one, and whatever is half signed in."""
    now, actor = clock.now(), mine.actor
    async with writing(actor) as c:
        await sessions.end_all(c, actor.officer, now, but=mine.digest)
        await happened(c, actor, "account.sessions_ended")


async def change_password(
    mine: Session, *, present: str, new: str, address: str, settings: Settings
) -> None:
    """Give the person another password, who knows the present one; their other sessions end.

    Raises Invalid (by field), TooMany after too many wrong ones, RuleBroken for an account without
    a password.
    """
    now, actor = clock.now(), mine.actor
    problem = passwords.problem_with(new)
    if problem is not None:
        raise Invalid({"new": [words.PROBLEMS[problem]]})
    tried = throttle.Try.with_password(officer=actor.officer, address=address, settings=settings)
    async with writing(actor) as c:
        refusal = await throttle.count(c, tried, now)
        known = await store.credentials_of(c, actor.officer)
    if refusal is not None:
        raise refusal
    if known is None or known.password is None:
        raise RuleBroken(words.NOTHING_TO_CHANGE)
    if not await passwords.matches(known.password, present):
        raise Invalid({"present": [words.WRONG_PRESENT]})
    hashed = await passwords.hashed(new)
    async with writing(actor) as c:
        if not await store.still_valid(c, known):
            raise Invalid({"present": [words.WRONG_PRESENT]})
        await throttle.succeeded(c, tried, now)
        await store.replace_password(c, actor.officer, hashed)
        await sessions.end_all(c, actor.officer, now, but=mine.digest)
        await happened(c, actor, "account.password_changed")
        await tell_officer(c, actor.officer, settings)

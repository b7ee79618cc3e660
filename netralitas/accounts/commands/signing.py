"""Sign in, sign out, change the desk: every door to a session, each recorded."""

from dataclasses import dataclass
from datetime import timedelta

from netralitas import clock
from netralitas.accounts import passwords, sessions, store, throttle, words
from netralitas.accounts.domain import plain_login
from netralitas.accounts.events import happened
from netralitas.accounts.queries import desks_of
from netralitas.accounts.sessions import Session
from netralitas.database.transactions import NOBODY, writing
from netralitas.refusals import Invalid, NotAllowed, NotVisible
from netralitas.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """The token of a new session, and whether the person has a choice of desks."""

    token: str
    several_desks: bool


async def sign_in(
    *,
    login: str,
    password: str,
    address: str,
    settings: Settings,
    before: Session | None = None,
) -> SignedIn:
    """Return a new session at the officer's first desk; the one `before` in this browser ends.

    Raises TooMany when account or address failed too often, and Invalid (on the form as a whole)
    in the same words for an unknown login, a wrong password, a disabled account and an officer
    without a desk today.
    The password is judged between two transactions, because that takes a tenth of a second.
    """
    now = clock.now()
    tried = throttle.Try.of(login=login, address=address, settings=settings)
    async with writing(NOBODY) as c:
        refusal = await throttle.count(c, tried, now)
        known = await store.credentials(c, plain_login(login))
    if refusal is not None:
        raise refusal
    stored = known.password if known is not None else None
    if not await passwords.matches(stored, password) or known is None or stored is None:
        raise _wrong()
    renewed = await passwords.hashed(password) if passwords.outdated(stored) else None
    async with writing(NOBODY) as c:
        desks = await desks_of(c, known.officer, now)
        if not desks or not await store.still_valid(c, known):
            raise _wrong()
        await throttle.succeeded(c, tried, now)
        if before is not None:
            await sessions.end(c, before.digest, now)
        if renewed is not None:
            await store.replace_password(c, known.officer, renewed)
        ends = now + timedelta(hours=settings.session_hours)
        token = await sessions.begin(c, desk=desks[0].id, now=now, expires_at=ends)
        await happened(c, desks[0], "account.signed_in", desk=desks[0].id)
    return SignedIn(token=token, several_desks=len(desks) > 1)


async def sign_out(session: Session) -> None:
    """End the session; its cookie means nothing any more."""
    async with writing(session.actor) as c:
        await sessions.end(c, session.digest, clock.now())
        await happened(c, session.actor, "account.signed_out", desk=session.actor.desk)


async def choose_desk(session: Session, desk: int) -> str:
    """Return the token of a new session at another desk of the same officer; the old one ends.

    The new session ends when the old one would have. Raises NotAllowed for any other desk.
    """
    now = clock.now()
    async with writing(NOBODY) as c:
        desks = await desks_of(c, session.actor.officer, now)
        chosen = next((each for each in desks if each.id == desk), None)
        if chosen is None:
            raise NotAllowed(words.NOT_YOUR_DESK)
        await sessions.end(c, session.digest, now)
        token = await sessions.begin(c, desk=desk, now=now, expires_at=session.expires_at)
        await happened(c, chosen, "account.desk_chosen", desk=desk, before=session.actor.desk)
    return token


async def become(desk: int, *, before: Session | None, settings: Settings) -> str:
    """Return the token of a session at any desk, without a password: in the demo only.

    Raises NotVisible outside the demo, and for a desk that nobody holds today.
    """
    if not settings.demo:
        raise NotVisible
    now = clock.now()
    async with writing(NOBODY) as c:
        officer = await store.officer_at(c, desk)
        desks = await desks_of(c, officer, now) if officer is not None else ()
        chosen = next((each for each in desks if each.id == desk), None)
        if chosen is None:
            raise NotVisible
        if before is not None:
            await sessions.end(c, before.digest, now)
        ends = now + timedelta(hours=settings.session_hours)
        token = await sessions.begin(c, desk=desk, now=now, expires_at=ends)
        await happened(c, chosen, "account.person_switched", desk=desk)
    return token


def _wrong() -> Invalid:
    return Invalid({"": [words.WRONG_PASSWORD]})

"""Sign in, sign out, change the desk: every door to a session, each recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from netralitas import clock
from netralitas.accounts import half_sessions, passwords, sessions, store, throttle, words
from netralitas.accounts.domain import Desk, Step, Way, plain_login
from netralitas.accounts.events import happened
from netralitas.accounts.queries import desks_of
from netralitas.accounts.refusing import sign_in_refused
from netralitas.accounts.second_factor.queries import held_by
from netralitas.accounts.second_factor.required import is_required
from netralitas.accounts.sessions import Session
from netralitas.database.connection import Connection
from netralitas.database.transactions import NOBODY, writing
from netralitas.refusals import Invalid, NotAllowed, NotVisible
from netralitas.settings import Settings

_FACTORS: Final = {Way.PASSKEY: "passkey"}
"""Ways that are a second factor too: the device made sure who holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorway:
    """The browser in which somebody signs in: from which address, and which one, roughly.

    `before` is the session that it has so far, which ends with the next one.
    """

    address: str
    settings: Settings
    before: Session | None = None
    agent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """The token of a session, or that of half a session and which step follows.

    `several_desks`: the person has a choice of desks.
    """

    token: str
    step: Step
    several_desks: bool = False


async def admit(officer: int, way: Way, doorway: Doorway) -> Admitted:
    """Return the session of an officer who showed who they are, or the way to their second factor.

    Raises NotAllowed for a disabled account, and for an officer without a desk today.
    """
    async with writing(NOBODY) as c:
        admitted = await admit_in(c, officer, way, doorway)
        if admitted is None:
            raise NotAllowed(words.NO_DESK)
    return admitted


async def admit_in(c: Connection, officer: int, way: Way, doorway: Doorway) -> Admitted | None:
    """Do the same as the last thing of the caller's transaction; None where `admit` raises."""
    now = clock.now()
    desks = await desks_of(c, officer, now)
    if not desks:
        return None
    step = await _step(c, officer, way, desks, doorway.settings)
    if step is not Step.SESSION:
        token = await half_sessions.begin(c, officer=officer, way=way, now=now)
        return Admitted(token=token, step=step)
    return await begin_in(c, way, desks, doorway, _FACTORS.get(way))


async def begin_in(
    c: Connection, way: Way, desks: Sequence[Desk], doorway: Doorway, factor: str | None = None
) -> Admitted:
    """Return a session at the first of an officer's desks; the browser's one before it ends.

    `factor` is the second factor that was shown just now: it counts in the session for a while.
    The last thing of the caller's transaction.
    """
    now, desk = clock.now(), desks[0]
    if doorway.before is not None:
        await sessions.end(c, doorway.before.digest, now)
    token = await sessions.begin(
        c,
        desk=desk.id,
        now=now,
        expires_at=now + timedelta(hours=doorway.settings.session_hours),
        stepped_up_at=now if factor else None,
        agent=doorway.agent,
    )
    shown = {"factor": factor} if factor else {}
    name = "account.person_switched" if way is Way.DEMO else "account.signed_in"
    await happened(c, desk, name, desk=desk.id, way=way.value, **shown)
    return Admitted(token=token, step=Step.SESSION, several_desks=len(desks) > 1)


async def sign_in(*, login: str, password: str, doorway: Doorway) -> Admitted:
    """Return a new session at the officer's first desk, or the way to their second factor.

    Raises TooMany when account or address failed too often, and Invalid (on the form as a whole)
    in the same words for an unknown login, a wrong password, a disabled account and an officer
    without a desk today.
    The password is judged between two transactions, because that takes a tenth of a second.
    """
    now = clock.now()
    tried = throttle.Try.of(login=login, address=doorway.address, settings=doorway.settings)
    async with writing(NOBODY) as c:
        refusal = await throttle.count(c, tried, now)
        known = await store.credentials(c, plain_login(login))
    if refusal is not None:
        sign_in_refused("password", refusal, known.officer if known else None)
        raise refusal
    stored = known.password if known is not None else None
    if not await passwords.matches(stored, password) or known is None or stored is None:
        raise _wrong(known)
    renewed = await passwords.hashed(password) if passwords.outdated(stored) else None
    async with writing(NOBODY) as c:
        if not await store.still_valid(c, known):
            raise _wrong(known)
        await throttle.succeeded(c, tried, now)
        if renewed is not None:
            await store.replace_password(c, known.officer, renewed)
        admitted = await admit_in(c, known.officer, Way.TYPED, doorway)
        if admitted is None:
            raise _wrong(known)
    return admitted


async def sign_out(session: Session) -> None:
    """End the session; its cookie means nothing any more."""
    async with writing(session.actor) as c:
        await sessions.end(c, session.digest, clock.now())
        await happened(c, session.actor, "account.signed_out", desk=session.actor.desk)


async def choose_desk(session: Session, desk: int, agent: str | None = None) -> str:
    """Return the token of a new session at another desk of the same officer; the old one ends.

    The new session ends when the old one would have, and a second factor counts in it as long.
    Raises NotAllowed for any other desk.
    """
    now = clock.now()
    async with writing(NOBODY) as c:
        desks = await desks_of(c, session.actor.officer, now)
        chosen = next((each for each in desks if each.id == desk), None)
        if chosen is None:
            raise NotAllowed(words.NOT_YOUR_DESK)
        await sessions.end(c, session.digest, now)
        token = await sessions.begin(
            c,
            desk=desk,
            now=now,
            expires_at=session.expires_at,
            stepped_up_at=session.actor.stepped_up_at,
            agent=agent,
        )
        await happened(c, chosen, "account.desk_chosen", desk=desk, before=session.actor.desk)
    return token


async def become(desk: int, doorway: Doorway) -> Admitted:
    """Return a session at any desk, without a password: in the demo only.

    Who has a second factor is asked for it. Raises NotVisible outside the demo, and for a desk that
    nobody holds today.
    """
    if not doorway.settings.demo:
        raise NotVisible
    async with writing(NOBODY) as c:
        officer = await store.officer_at(c, desk)
        desks = await desks_of(c, officer, clock.now()) if officer is not None else ()
        chosen = next((each for each in desks if each.id == desk), None)
        if chosen is None:
            raise NotVisible
        step = await _step(c, chosen.officer, Way.DEMO, desks, doorway.settings)
        if step is Step.SESSION:
            return await begin_in(c, Way.DEMO, (chosen,), doorway)
        now = clock.now()
        token = await half_sessions.begin(c, officer=chosen.officer, way=Way.DEMO, now=now)
        return Admitted(token=token, step=step)


async def _step(
    c: Connection, officer: int, way: Way, desks: Sequence[Desk], settings: Settings
) -> Step:
    """Return what follows the first step; a passkey that knows its person is both steps in one."""
    if way in _FACTORS:
        return Step.SESSION
    if (await held_by(c, officer)).any:
        return Step.PROVE
    required = is_required((desk.roles for desk in desks), settings)
    return Step.ENROL if required else Step.SESSION


def _wrong(known: store.Credentials | None) -> Invalid:
    wrong = Invalid({"": [words.WRONG_PASSWORD]})
    sign_in_refused("password", wrong, known.officer if known else None)
    return wrong

"""Tokens are made and ended by administrators, and each is an event."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.commands.charge import hold_in_charge
from netralitas.accounts.commands.machines import seat_machine_in
from netralitas.accounts.domain import Seat
from netralitas.accounts.events import happened
from netralitas.api import store, words
from netralitas.api.domain import LONGEST, MACHINE_ROLES, MARK, PREFIX_LENGTH, NewToken
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.refusals import Invalid, NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A new token: its id, and the token itself, which nobody can read again."""

    id: int
    token: str
    expires_at: datetime


async def make_token(actor: Actor, organisation: int, new: NewToken) -> Made:
    """Return a new token of an organisation; only its digest is kept.

    Without a desk a new system is seated, which acts with the token from then on. Raises NotAllowed
    for who administers nothing, AccountRefused for an organisation out of their charge, Invalid for
    a day too late or gone by, roles that are left to people, a desk that is no system's.
    """
    may(actor, Permission.ADMINISTER)
    now, zone = clock.now(), ZoneInfo(actor.zone)
    today = now.astimezone(zone).date()
    _hold(new, today)
    token = MARK + secrets.token_urlsafe(32)
    expires_at = datetime.combine(new.until + timedelta(days=1), time.min, zone)
    async with writing(actor) as c:
        await hold_in_charge(c, actor, organisation)
        desk = await _desk(c, actor, organisation, new, today)
        added = await store.add_token(
            c,
            new,
            digest=sha256(token.encode("ascii")).digest(),
            prefix=token[:PREFIX_LENGTH],
            desk=desk,
            officer=actor.officer,
            now=now,
            expires_at=expires_at,
        )
        scopes = sorted(scope.value for scope in new.scopes)
        await happened(c, actor, "account.token_made", token=added, desk=desk, scopes=scopes)
    return Made(id=added, token=token, expires_at=expires_at)


async def end_token(actor: Actor, token: int) -> None:
    """End a token: from now on it opens nothing. NotVisible for one out of the actor's charge."""
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        office = await store.office_of(c, token) if 0 < token < 2**31 else None
        if office is None:
            raise NotVisible
        await hold_in_charge(c, actor, office)
        if await store.end_token(c, token, clock.now()):
            await happened(c, actor, "account.token_ended", token=token)


def _hold(new: NewToken, today: date) -> None:
    """Hold that a token is asked for that may be made; Invalid else."""
    errors: dict[str, list[str]] = {}
    if not new.name.strip():
        errors["name"] = [words.NAME_MISSING]
    if not new.scopes:
        errors["scopes"] = [words.SCOPES_MISSING]
    if not today < new.until <= today + LONGEST:
        errors["until"] = [words.TOO_LONG]
    if new.desk is None and not new.roles:
        errors["roles"] = [words.ROLES_MISSING]
    if not set(new.roles) <= set(MACHINE_ROLES):
        errors["roles"] = [words.LEFT_TO_PEOPLE]
    if errors:
        raise Invalid(errors)


async def _desk(c: Connection, actor: Actor, organisation: int, new: NewToken, today: date) -> int:
    """Return the desk whose officer acts with the token."""
    if new.desk is not None:
        if await store.system_at(c, new.desk, organisation) is None:
            raise Invalid({"desk": [words.NO_SYSTEM]})
        return new.desk
    seat = Seat(organisation=organisation, title=words.DESK_TITLE, roles=new.roles)
    return await seat_machine_in(c, name=new.name, seat=seat, begins=today, actor=actor)

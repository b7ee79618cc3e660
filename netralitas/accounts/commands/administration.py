"""Organisations, officers, roles: each change is recorded with ids only, and by whom.

An administrator changes their own organisation and those below it; the system itself, every one.
"""

from collections.abc import Iterable

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, may
from netralitas.accounts import passwords, sessions, store, throttle
from netralitas.accounts.commands.charge import hold_in_charge, officer_in_charge
from netralitas.accounts.commands.guarding import administered_by, hold_another_administrator
from netralitas.accounts.domain import (
    NewOrganisation,
    OrganisationKind,
    Problem,
    Seat,
    code_is_well_formed,
    login_is_well_formed,
    plain_login,
)
from netralitas.accounts.events import accounts_stream, happened
from netralitas.accounts.queries import SYSTEM, organisation_by_code, system_actor
from netralitas.accounts.telling import tell_officer
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.law.domain import Zone
from netralitas.settings import Settings


async def ensure_system(c: Connection) -> Actor:
    """Return the system as an actor; its organisation, its officer and the stream now exist.

    May be repeated; `migrate` calls it. The system's officer has no password and no desk.
    """
    if await organisation_by_code(c, SYSTEM) is None:
        await store.add_organisation(
            c, NewOrganisation(code=SYSTEM, name="Netralitas", kind=OrganisationKind.SYSTEM)
        )
    if await store.officer_by_login(c, SYSTEM) is None:
        await store.add_system(c, login=SYSTEM, name="Sistem")
    await accounts_stream(c)
    return await system_actor(c)


async def as_system() -> Actor:
    """Return the system as an actor, in a transaction of its own: for the command line."""
    async with writing(EVERYTHING) as c:
        return await ensure_system(c)


async def add_organisation(new: NewOrganisation, *, actor: Actor) -> int:
    """Return the id of a new organisation, which stands below the actor's own.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    if not code_is_well_formed(new.code):
        raise refused(Problem.CODE_MALFORMED)
    if not new.name.strip():
        raise refused(Problem.NAME_MISSING)
    if new.active_from and new.active_to and new.active_to <= new.active_from:
        raise refused(Problem.PERIOD_REVERSED)
    async with writing(actor) as c:
        if new.superior is not None:
            await hold_in_charge(c, actor, new.superior)
        elif not actor.everything:
            raise refused(Problem.ORGANISATION_UNKNOWN)
        added = await store.add_organisation(c, new)
        if added is None:
            raise refused(Problem.CODE_TAKEN)
        await happened(c, actor, "account.organisation_added", organisation=added)
    return added


async def add_officer(*, login: str, name: str, password: str, seat: Seat, actor: Actor) -> int:
    """Return the id of a new officer with a first desk.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    login = plain_login(login)
    if not login_is_well_formed(login):
        raise refused(Problem.LOGIN_MALFORMED)
    if not name.strip():
        raise refused(Problem.NAME_MISSING)
    hashed = await _hashed_new(password)
    async with writing(actor) as c:
        await hold_in_charge(c, actor, seat.organisation)
        officer = await store.add_officer(c, login=login, name=name.strip(), password=hashed)
        if officer is None:
            raise refused(Problem.LOGIN_TAKEN)
        desk = await seat_in(c, officer, seat)
        await happened(
            c,
            actor,
            "account.officer_added",
            officer=officer,
            desk=desk,
            organisation=seat.organisation,
            roles=_codes(seat.roles),
        )
    return officer


async def add_desk(*, login: str, seat: Seat, actor: Actor) -> int:
    """Return the id of a further desk of an officer.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        await hold_in_charge(c, actor, seat.organisation)
        officer = await officer_in_charge(c, actor, login)
        desk = await seat_in(c, officer, seat)
        await happened(
            c,
            actor,
            "account.desk_added",
            officer=officer,
            desk=desk,
            organisation=seat.organisation,
            roles=_codes(seat.roles),
        )
    return desk


async def set_roles(*, login: str, organisation: int, roles: Iterable[Role], actor: Actor) -> None:
    """Replace the roles of an officer at one desk; it counts from their next request on.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    codes = _codes(roles)
    if not codes:
        raise refused(Problem.ROLES_MISSING)
    async with writing(actor) as c:
        await hold_in_charge(c, actor, organisation)
        officer = await officer_in_charge(c, actor, login)
        today = clock.today(Zone.WIB.tz)
        administered = await administered_by(c, officer, today)
        if Role.ADMINISTRATOR not in codes and organisation in administered:
            await hold_another_administrator(c, actor, officer, organisation, today)
        await store.lend_no_more(c, officer, organisation, codes)
        desk = await store.set_roles(c, officer, organisation, codes)
        if desk is None:
            raise refused(Problem.DESK_MISSING)
        await happened(c, actor, "account.roles_set", officer=officer, desk=desk, roles=codes)


async def disable(*, login: str, actor: Actor) -> None:
    """Keep an officer from signing in, and end every session they have.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    now = clock.now()
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        today = now.astimezone(Zone.WIB.tz).date()
        for organisation in await administered_by(c, officer, today):
            await hold_another_administrator(c, actor, officer, organisation, today)
        await store.end_deputies(c, officer, today)
        await store.disable(c, officer, now)
        await sessions.end_all(c, officer, now)
        await happened(c, actor, "account.disabled", officer=officer)


async def reset_password(*, login: str, password: str, actor: Actor, settings: Settings) -> None:
    """Give an officer another password, end every session they have, forget failed sign-ins.

    Raises AccountRefused with the problem; a system never gets one, for nobody signs in as it.
    """
    may(actor, Permission.ADMINISTER)
    hashed = await _hashed_new(password)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        if await store.is_system(c, officer):
            raise refused(Problem.SYSTEM_ACCOUNT)
        await store.replace_password(c, officer, hashed)
        await sessions.end_all(c, officer, clock.now())
        await throttle.forget_account(c, login, settings)
        await happened(c, actor, "account.password_reset", officer=officer)
        await tell_officer(c, officer, settings)


async def _hashed_new(password: str) -> str:
    problem = passwords.problem_with(password)
    if problem is not None:
        raise refused(problem)
    return await passwords.hashed(password)


async def seat_in(c: Connection, officer: int, seat: Seat) -> int:
    """Return the id of a new desk, inside the caller's transaction; AccountRefused."""
    if not seat.roles:
        raise refused(Problem.ROLES_MISSING)
    if not seat.title.strip():
        raise refused(Problem.NAME_MISSING)
    first = seat.valid_from or clock.today(Zone.WIB.tz)
    if seat.valid_to is not None and seat.valid_to <= first:
        raise refused(Problem.PERIOD_REVERSED)
    desk = await store.add_desk(c, officer, seat, first)
    if desk is None:
        raise refused(Problem.DESK_TAKEN)
    return desk


def _codes(roles: Iterable[Role]) -> list[str]:
    return sorted({role.value for role in roles})

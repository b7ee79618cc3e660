"""Other systems as officers: without a password, at a desk of the office that answers for them."""

import secrets
from datetime import date

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts import store
from netralitas.accounts.commands.charge import hold_in_charge
from netralitas.accounts.domain import MACHINE, Problem, Seat
from netralitas.accounts.events import happened
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection


async def seat_machine_in(
    c: Connection, *, name: str, seat: Seat, begins: date, actor: Actor
) -> int:
    """Return the desk of a new officer who is a system, inside the caller's transaction.

    The seat's own days do not count: it begins on `begins` and has no end. Raises AccountRefused
    with the problem, NotAllowed for who administers nothing.
    """
    may(actor, Permission.ADMINISTER)
    await hold_in_charge(c, actor, seat.organisation)
    return await _seat(c, name, seat, begins, actor)


async def seat_stand_in_in(
    c: Connection, *, name: str, seat: Seat, begins: date, actor: Actor
) -> int:
    """Return the desk of a new system that stands in for an office out of the actor's charge.

    That nobody of that office works here is for the caller to hold. Raises as `seat_machine_in`.
    """
    may(actor, Permission.ADMINISTER)
    return await _seat(c, name, seat, begins, actor)


async def _seat(c: Connection, name: str, seat: Seat, begins: date, actor: Actor) -> int:
    if not name.strip():
        raise refused(Problem.NAME_MISSING)
    if not seat.roles:
        raise refused(Problem.ROLES_MISSING)
    login = MACHINE + secrets.token_hex(8)
    officer = await store.add_system(c, login=login, name=name.strip())
    desk = None if officer is None else await store.add_desk(c, officer, seat, begins)
    if desk is None:
        raise refused(Problem.LOGIN_TAKEN)
    await happened(
        c,
        actor,
        "account.officer_added",
        officer=officer,
        desk=desk,
        organisation=seat.organisation,
        roles=sorted(role.value for role in seat.roles),
    )
    return desk

"""Which accounts an administrator is in charge of: those of their own office and of those below."""

from netralitas.access.domain import Actor
from netralitas.accounts import store
from netralitas.accounts.domain import Problem, plain_login
from netralitas.accounts.queries import SYSTEM, readers_for
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection


async def hold_in_charge(c: Connection, actor: Actor, organisation: int) -> None:
    """Hold that the actor's organisation is this one or stands above it."""
    chain = await readers_for(c, organisation)
    if not chain or not (actor.everything or actor.organisation in chain):
        raise refused(Problem.ORGANISATION_UNKNOWN)


async def officer_in_charge(c: Connection, actor: Actor, login: str) -> int:
    """Return the officer of a login, at whose every desk the actor is in charge.

    Otherwise an administrator of one party could take over an account of the other by giving it a
    desk. The sentence is the same for a login that does not exist.
    """
    officer = await store.officer_by_login(c, plain_login(login))
    if officer is None:
        raise refused(Problem.LOGIN_UNKNOWN)
    if plain_login(login) == SYSTEM:
        raise refused(Problem.SYSTEM_ACCOUNT)
    for organisation in await store.desks_held(c, officer):
        chain = await readers_for(c, organisation)
        if not (actor.everything or actor.organisation in chain):
            raise refused(Problem.LOGIN_UNKNOWN)
    return officer

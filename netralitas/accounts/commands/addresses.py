"""Whom reminders reach: an officer's address for mail, and the superior told of what is late."""

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts import store
from netralitas.accounts.commands.charge import officer_in_charge
from netralitas.accounts.domain import Problem, mail_is_well_formed
from netralitas.accounts.events import happened
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading, writing


async def set_mail(*, login: str, address: str | None, actor: Actor) -> None:
    """Send an officer's reminders to this address, or to none; the record does not hold it.

    Nobody signs in by it through a provider before another administrator has confirmed it; what the
    system itself sets is confirmed. Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    if address is not None and not mail_is_well_formed(address):
        raise refused(Problem.MAIL_MALFORMED)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        alone = None if actor.everything else actor.officer
        await store.set_mail(c, officer, address, alone)
        await happened(c, actor, "account.mail_set", officer=officer)


async def set_superior(*, login: str, superior: str | None, actor: Actor) -> None:
    """Make the officer of another login, or nobody, the direct superior of an officer.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        above = await officer_in_charge(c, actor, superior) if superior else None
        await _set_above(c, actor, officer, above)


async def set_superior_by_id(*, login: str, superior: int | None, actor: Actor) -> None:
    """Make another officer, or nobody, the direct superior; as a page picks them.

    Raises AccountRefused with the problem.
    """
    named = None
    if superior is not None:
        async with reading(actor) as c:
            named = await store.login_of(c, superior)
    await set_superior(login=login, superior=named, actor=actor)


async def _set_above(c: Connection, actor: Actor, officer: int, above: int | None) -> None:
    if above == officer:
        raise refused(Problem.OWN_SUPERIOR)
    await store.set_superior(c, officer, above)
    await happened(c, actor, "account.superior_set", officer=officer, superior=above)

"""A desk ends on a day, an account is enabled again; roles and further desks are changed beside."""

from datetime import date, timedelta

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.commands.charge import hold_in_charge, officer_in_charge
from netralitas.accounts.commands.guarding import administered_by, hold_another_administrator
from netralitas.accounts.domain import Problem
from netralitas.accounts.events import happened
from netralitas.accounts.people import desk_store
from netralitas.accounts.words import refused
from netralitas.database.transactions import writing
from netralitas.law.domain import Zone
from netralitas.refusals import NotVisible


async def end_desk(actor: Actor, desk: int, last: date) -> None:
    """Let a desk be held up to and with its last day, which may be past; so do its deputies.

    Raises NotVisible, AccountRefused (the last administrator, one's own role, a last day before
    the first).
    """
    may(actor, Permission.ADMINISTER)
    after = last + timedelta(days=1)
    async with writing(actor) as c:
        found = await desk_store.desk_of(c, desk)
        if found is None or found["principal"] is not None:
            raise NotVisible
        await hold_in_charge(c, actor, found["organisation"])
        if after < found["valid_from"]:
            raise refused(Problem.PERIOD_REVERSED)
        today = clock.today(Zone.WIB.tz)
        administered = await administered_by(c, found["officer"], today)
        if found["organisation"] in administered:
            await hold_another_administrator(
                c, actor, found["officer"], found["organisation"], max(after, today)
            )
        await desk_store.end_desk(c, desk, after)
        await happened(
            c,
            actor,
            "account.desk_ended",
            officer=found["officer"],
            desk=desk,
            organisation=found["organisation"],
            last=last.isoformat(),
        )


async def enable(actor: Actor, login: str) -> None:
    """Let a disabled officer sign in again, with the password and the desks they had.

    Raises AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        if not await desk_store.enable(c, officer):
            raise refused(Problem.NOT_DISABLED)
        await happened(c, actor, "account.enabled", officer=officer)

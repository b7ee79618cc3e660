"""The end of an office: from which day on it has no authority, and who takes its place."""

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts import store
from netralitas.accounts.commands.charge import hold_in_charge
from netralitas.accounts.domain import Ending, Problem
from netralitas.accounts.events import happened
from netralitas.accounts.queries import organisation_by_code
from netralitas.accounts.words import refused
from netralitas.database.transactions import writing


async def end_organisation(code: str, ending: Ending, *, actor: Actor) -> None:
    """Let an organisation end on a day; what it was handed before stays where it is.

    Raises AccountRefused: no such organisation, days in the wrong order, its own successor.
    """
    may(actor, Permission.ADMINISTER)
    if ending.doubtful_to is not None and ending.doubtful_to <= ending.on:
        raise refused(Problem.PERIOD_REVERSED)
    async with writing(actor) as c:
        organisation = await organisation_by_code(c, code)
        if organisation is None or organisation == ending.successor:
            raise refused(Problem.ORGANISATION_UNKNOWN)
        await hold_in_charge(c, actor, organisation)
        await store.end_organisation(c, code, ending)
        await happened(
            c,
            actor,
            "account.organisation_ended",
            organisation=organisation,
            on=ending.on.isoformat(),
            successor=ending.successor,
        )

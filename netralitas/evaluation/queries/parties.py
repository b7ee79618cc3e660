"""With whom an office can meet."""

from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.domain import Organisation, OrganisationKind
from netralitas.accounts.queries import organisations, valid_receivers
from netralitas.database.connection import Connection


async def parties_for(c: Connection, actor: Actor) -> tuple[Organisation, ...]:
    """Return the other parties that the actor's office can meet today.

    For Bawaslu these are offices of local governments, for a local government those of Bawaslu;
    nobody else keeps meetings.
    """
    if actor.organisation_kind == OrganisationKind.GOVERNMENT:
        return await organisations(c, OrganisationKind.BAWASLU)
    if actor.organisation_kind != OrganisationKind.BAWASLU:
        return ()
    receivers = await valid_receivers(c, clock.today(ZoneInfo(actor.zone)))
    return tuple(each for each in receivers if each.kind is OrganisationKind.GOVERNMENT)

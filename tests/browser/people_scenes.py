"""Accounts to look at: an invitation, a reset that waits, somebody on leave with a deputy."""

from datetime import timedelta

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts.people.commands.deputies import name_deputy
from netralitas.accounts.people.commands.proposing import begin_reset, invite
from netralitas.accounts.people.domain import Deputyship, Invited
from tests.make import Town


async def bring_people(town: Town) -> dict[str, int]:
    """Commit them; return the requests, and who is away from which desk."""
    invited = await invite(
        town.hadi,
        Invited(
            login="baru",
            name="Baruna Wijaya",
            organisation=town.offices["kab"],
            title="Staf",
            roles=(Role.INVESTIGATOR,),
        ),
    )
    reset = await begin_reset(town.hadi, "wulan", password=True, factor=True)
    today = clock.now().date()
    away = Deputyship(
        principal_desk=town.rina.desk,
        deputy=town.actors["surya"].officer,
        roles=(Role.INVESTIGATOR,),
        first=today,
        last=today + timedelta(days=9),
    )
    await name_deputy(town.rina, away)
    return {
        "invited": invited,
        "reset": reset,
        "absent": town.rina.officer,
        "desk": town.rina.desk,
    }

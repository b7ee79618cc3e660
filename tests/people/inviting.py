"""An invitation as tests make one: Hadi proposes, Nadia confirms."""

from typing import Any

from netralitas.access.domain import Role
from netralitas.accounts.people.commands import confirming, proposing
from netralitas.accounts.people.domain import Invited
from netralitas.settings import Settings
from tests.make import Town


def invited(town: Town, **changes: Any) -> Invited:  # noqa: ANN401 - fields by name
    values: dict[str, Any] = {
        "login": "baru",
        "name": "Baruna Wijaya",
        "organisation": town.offices["kab"],
        "title": "Staf",
        "roles": (Role.INVESTIGATOR,),
    }
    return Invited(**{**values, **changes})


async def handed(town: Town, settings: Settings, email: str | None = None) -> confirming.Handed:
    """An invitation that Hadi proposed and Nadia confirmed."""
    request = await proposing.invite(town.hadi, invited(town, email=email))
    return await confirming.confirm(town.nadia, request, established=None, settings=settings)

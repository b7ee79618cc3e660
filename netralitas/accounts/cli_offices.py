"""The commands on offices: one that begins, and one that ends with another in its place."""

from datetime import datetime
from typing import Final

import click

from netralitas.access.domain import Actor
from netralitas.accounts.cli_running import run
from netralitas.accounts.commands import administration, authorities
from netralitas.accounts.domain import (
    Ending,
    Level,
    NewOrganisation,
    OrganisationKind,
    Problem,
    ReceiverRole,
)
from netralitas.accounts.queries import organisation_by_code
from netralitas.accounts.words import refused
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.law.domain import Zone
from netralitas.settings import Settings

_DAY: Final = click.DateTime(["%Y-%m-%d"])
_ROLES: Final = click.Choice([role.value for role in ReceiverRole])
_CERTAINTY: Final = click.Choice(["T", "S", "weak S", "M"])


@click.command()
@click.argument("code")
@click.argument("name")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in OrganisationKind][1:]), required=True
)
@click.option(
    "--zone", type=click.Choice([zone.name for zone in Zone]), default="WIB", show_default=True
)
@click.option("--superior", help="Code of the organisation above this one.")
@click.option("--level", type=click.Choice(list(Level)), help="Level of Bawaslu; in its numbers.")
@click.option("--region", help="Code of the region, such as 19.06; in its numbers.")
@click.option("--role", type=_ROLES, help="What it may receive.")
@click.option("--employer", help="Whose staff its official decides on.")
@click.option("--from", "begins", type=_DAY, help="First day of its authority.")
def organisation(
    code: str,
    name: str,
    kind: str,
    zone: str,
    superior: str | None,
    begins: datetime | None,
    **place: str | None,
) -> None:
    """Add the organisation CODE, called NAME."""

    async def work(actor: Actor, _: Settings) -> None:
        new = NewOrganisation(
            code=code,
            name=name,
            kind=OrganisationKind(kind),
            zone=Zone[zone],
            level=Level(place["level"]) if place["level"] else None,
            region=place["region"],
            superior=None if superior is None else await organisation_of(superior),
            role=ReceiverRole(place["role"]) if place["role"] else None,
            employer=place["employer"],
            active_from=begins.date() if begins else None,
        )
        await administration.add_organisation(new, actor=actor)

    run(work)
    click.echo(f"Organisation {code} added.")


@click.command()
@click.argument("code")
@click.option("--on", type=_DAY, required=True, help="First day without authority.")
@click.option("--successor", help="Code of the organisation that takes its place.")
@click.option("--doubtful-until", type=_DAY, help="First day on which nothing is in doubt again.")
@click.option("--certainty", type=_CERTAINTY, help="How sure the days are.")
@click.option("--source", help="Where they stand: decree, letter, ruling.")
def ended(
    code: str,
    on: datetime,
    successor: str | None,
    doubtful_until: datetime | None,
    certainty: str | None,
    source: str | None,
) -> None:
    """Let the organisation CODE end; what it was handed before stays where it is."""

    async def work(actor: Actor, _: Settings) -> None:
        ending = Ending(
            on=on.date(),
            successor=None if successor is None else await organisation_of(successor),
            doubtful_to=doubtful_until.date() if doubtful_until else None,
            certainty=certainty,
            source=source,
        )
        await authorities.end_organisation(code, ending, actor=actor)

    run(work)
    click.echo(f"Organisation {code} ends on {on.date()}.")


async def organisation_of(code: str) -> int:
    """Return the organisation of a code; AccountRefused: there is none."""
    async with reading(EVERYTHING) as c:
        found = await organisation_by_code(c, code)
    if found is None:
        raise refused(Problem.ORGANISATION_UNKNOWN)
    return found

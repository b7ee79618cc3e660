"""`netralitas account token …`: tokens from the command line, as the system itself."""

from datetime import datetime
from typing import Final

import click

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts.cli_running import run
from netralitas.accounts.queries import organisation_by_code
from netralitas.api.commands.tokens import Made, end_token, make_token
from netralitas.api.domain import MACHINE_ROLES, NewToken, Scope
from netralitas.api.queries.tokens import Token, tokens_of
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.refusals import Invalid, NotVisible
from netralitas.settings import Settings
from netralitas.stopping import Stopped

_DAY: Final = click.DateTime(["%Y-%m-%d"])
_ROLES: Final = click.Choice([role.value for role in MACHINE_ROLES])
_SCOPES: Final = click.Choice([scope.value for scope in Scope])
_REFUSED: Final = (
    "A token needs a name, a --role, a --scope, and a day --until after today, within a year."
)


@click.group()
def token() -> None:
    """Tokens of organisations for the machine API."""


@token.command("add")
@click.argument("name")
@click.option("--organisation", "code", required=True, help="Code of the organisation.")
@click.option("--role", "roles", type=_ROLES, multiple=True, required=True)
@click.option("--scope", "scopes", type=_SCOPES, multiple=True, required=True)
@click.option("--until", type=_DAY, required=True, help="Last day on which it holds.")
def add(
    name: str, code: str, roles: tuple[str, ...], scopes: tuple[str, ...], until: datetime
) -> None:
    """Make a token for the system NAME, which gets a desk of its own; it is printed once."""
    new = NewToken(
        name=name,
        scopes=tuple(map(Scope, scopes)),
        until=until.date(),
        roles=tuple(map(Role, roles)),
    )

    async def work(actor: Actor, _: Settings) -> Made:
        try:
            return await make_token(actor, await _organisation(code), new)
        except Invalid as refused:
            raise Stopped(_REFUSED) from refused

    made = run(work)
    click.echo(f"Token {made.id} added.")
    click.echo(f"Token (shown this once): {made.token}")


@token.command("list")
@click.option("--organisation", "code", required=True, help="Code of the organisation.")
def show(code: str) -> None:
    """List the tokens of an organisation: id, beginning, name, scopes, standing."""

    async def work(_: Actor, __: Settings) -> tuple[Token, ...]:
        organisation = await _organisation(code)
        async with reading(EVERYTHING) as c:
            return await tokens_of(c, organisation, clock.now())

    now = clock.now()
    for each in run(work):
        standing = f"until {each.expires_at:%Y-%m-%d}" if each.holds(now) else "holds no more"
        opens = ",".join(each.scopes)
        click.echo(f"{each.id}\t{each.prefix}…\t{each.name}\t{opens}\t{standing}")


@token.command("end")
@click.argument("identity", type=click.IntRange(1, 2**31 - 1))
def end(identity: int) -> None:
    """End the token of the id IDENTITY, as `list` shows it."""

    async def work(actor: Actor, _: Settings) -> None:
        try:
            await end_token(actor, identity)
        except NotVisible as refused:
            raise Stopped("There is no token with this id.") from refused

    run(work)
    click.echo(f"Token {identity} ended.")


async def _organisation(code: str) -> int:
    async with reading(EVERYTHING) as c:
        found = await organisation_by_code(c, code)
    if found is None:
        raise Stopped("There is no organisation with this code.")
    return found

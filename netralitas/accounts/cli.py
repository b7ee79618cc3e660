"""`netralitas account …`: accounts from the command line, as the system itself."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import click

from netralitas import settings as settings_module
from netralitas.access.domain import Actor, Role
from netralitas.accounts import passwords
from netralitas.accounts.cli_words import PROBLEMS
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import (
    AccountRefused,
    Level,
    NewOrganisation,
    OrganisationKind,
    Problem,
    Seat,
)
from netralitas.accounts.queries import organisation_by_code
from netralitas.accounts.words import refused
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.failures import sentence
from netralitas.law.domain import Zone
from netralitas.settings import Settings, SettingsError

_Result = TypeVar("_Result")

_ROLES: Final = click.Choice([role.value for role in Role])


class Stopped(click.ClickException):
    """What cannot be done, in one sentence; exit code 2."""

    exit_code = 2


@click.group()
def account() -> None:
    """Organisations, accounts, roles, passwords."""


@account.command()
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
def organisation(
    code: str, name: str, kind: str, zone: str, superior: str | None, **place: str | None
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
            superior=None if superior is None else await _organisation(superior),
        )
        await administration.add_organisation(new, actor=actor)

    _run(work)
    click.echo(f"Organisation {code} added.")


@account.command()
@click.argument("login")
@click.option("--name", required=True, help="Name of the person, as colleagues see it.")
@click.option("--organisation", "code", required=True, help="Code of the organisation.")
@click.option("--title", required=True, help="Title of the desk, as on letters.")
@click.option("--role", "roles", type=_ROLES, multiple=True, required=True)
@click.option("--ask", is_flag=True, help="Ask for the password instead of making one.")
def add(login: str, name: str, code: str, title: str, roles: tuple[str, ...], *, ask: bool) -> None:
    """Add the account LOGIN with a first desk; a generated password is printed once."""
    password = _password(ask=ask)

    async def work(actor: Actor, _: Settings) -> None:
        seat = Seat(
            organisation=await _organisation(code), title=title, roles=tuple(map(Role, roles))
        )
        await administration.add_officer(
            login=login, name=name, password=password, seat=seat, actor=actor
        )

    _run(work)
    click.echo(f"Account {login} added.")
    _show(password, ask=ask)


@account.command()
@click.argument("login")
@click.option("--organisation", "code", required=True, help="Code of the organisation.")
@click.option("--role", "roles", type=_ROLES, multiple=True, required=True)
@click.option("--title", help="Add a desk with this title, instead of changing one.")
def role(login: str, code: str, roles: tuple[str, ...], title: str | None) -> None:
    """Replace the roles of LOGIN at an organisation, or add a desk there."""

    async def work(actor: Actor, _: Settings) -> None:
        place, held = await _organisation(code), tuple(map(Role, roles))
        if title is None:
            await administration.set_roles(login=login, organisation=place, roles=held, actor=actor)
        else:
            seat = Seat(organisation=place, title=title, roles=held)
            await administration.add_desk(login=login, seat=seat, actor=actor)

    _run(work)
    click.echo(f"Roles of {login} set.")


@account.command()
@click.argument("login")
def disable(login: str) -> None:
    """Keep LOGIN from signing in and end all its sessions."""

    async def work(actor: Actor, _: Settings) -> None:
        await administration.disable(login=login, actor=actor)

    _run(work)
    click.echo(f"Account {login} disabled.")


@account.command()
@click.argument("login")
@click.option("--ask", is_flag=True, help="Ask for the password instead of making one.")
def reset(login: str, *, ask: bool) -> None:
    """Give LOGIN another password and end all its sessions."""
    password = _password(ask=ask)

    async def work(actor: Actor, settings: Settings) -> None:
        await administration.reset_password(
            login=login, password=password, actor=actor, settings=settings
        )

    _run(work)
    click.echo(f"Password of {login} replaced.")
    _show(password, ask=ask)


def _run(work: Callable[[Actor, Settings], Awaitable[_Result]]) -> _Result:
    """Return what `work` does as the system, or stop with one sentence."""
    try:
        return asyncio.run(_connected(work, settings_module.load()))
    except SettingsError as error:
        raise Stopped(str(error)) from error
    except AccountRefused as error:
        raise Stopped(PROBLEMS[error.problem]) from error
    except Exception as error:
        found = sentence(error)
        if found is None:
            raise
        raise Stopped(found) from error


async def _connected(
    work: Callable[[Actor, Settings], Awaitable[_Result]], settings: Settings
) -> _Result:
    if not settings.app_dsn:
        raise SettingsError("NETRALITAS_APP_DSN is not set.")
    await ENGINE.open(settings.app_dsn, size=1, application="netralitas account")
    try:
        return await work(await administration.as_system(), settings)
    finally:
        await ENGINE.close()


async def _organisation(code: str) -> int:
    async with reading(EVERYTHING) as c:
        found = await organisation_by_code(c, code)
    if found is None:
        raise refused(Problem.ORGANISATION_UNKNOWN)
    return found


def _password(*, ask: bool) -> str:
    if not ask:
        return passwords.generated()
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return typed


def _show(password: str, *, ask: bool) -> None:
    if not ask:
        click.echo(f"Password (shown this once): {password}")

"""`netralitas account …`: accounts from the command line, as the system itself."""

from typing import Final

import click

from netralitas.access.domain import Actor, Role
from netralitas.accounts import passwords
from netralitas.accounts.cli_offices import ended, organisation, organisation_of
from netralitas.accounts.cli_running import run
from netralitas.accounts.commands import addresses, administration, everybody
from netralitas.accounts.domain import (
    Seat,
)
from netralitas.accounts.people.commands import confirming
from netralitas.accounts.people.commands.confirming import Handed
from netralitas.accounts.second_factor import commands as second_factor
from netralitas.accounts.sso.cli import nip, unlink
from netralitas.api.cli import token
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.settings import Settings
from netralitas.stopping import Stopped

_ROLES: Final = click.Choice([role.value for role in Role])


@click.group()
def account() -> None:
    """Organisations, accounts, roles, passwords."""


account.add_command(organisation)
account.add_command(ended)
account.add_command(token)
account.add_command(nip)
account.add_command(unlink)


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
            organisation=await organisation_of(code), title=title, roles=tuple(map(Role, roles))
        )
        await administration.add_officer(
            login=login, name=name, password=password, seat=seat, actor=actor
        )

    run(work)
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
        place, held = await organisation_of(code), tuple(map(Role, roles))
        if title is None:
            await administration.set_roles(login=login, organisation=place, roles=held, actor=actor)
        else:
            seat = Seat(organisation=place, title=title, roles=held)
            await administration.add_desk(login=login, seat=seat, actor=actor)

    run(work)
    click.echo(f"Roles of {login} set.")


@account.command()
@click.argument("login")
@click.argument("address", required=False)
def email(login: str, address: str | None) -> None:
    """Send the reminders of LOGIN to ADDRESS, or to nowhere without one."""

    async def work(actor: Actor, _: Settings) -> None:
        await addresses.set_mail(login=login, address=address, actor=actor)

    run(work)
    click.echo(f"Address of {login} {'set' if address else 'taken away'}.")


@account.command()
@click.argument("login")
@click.argument("superior", required=False)
def superior(login: str, superior: str | None) -> None:
    """Tell SUPERIOR of what LOGIN is late with, or nobody without one."""

    async def work(actor: Actor, _: Settings) -> None:
        await addresses.set_superior(login=login, superior=superior, actor=actor)

    run(work)
    click.echo(f"Superior of {login} {'set' if superior else 'taken away'}.")


@account.command()
@click.argument("login")
def disable(login: str) -> None:
    """Keep LOGIN from signing in and end all its sessions."""

    async def work(actor: Actor, _: Settings) -> None:
        await administration.disable(login=login, actor=actor)

    run(work)
    click.echo(f"Account {login} disabled.")


@account.command("end-sessions")
def end_sessions() -> None:
    """Sign everybody out at once: whatever cookie was stolen opens nothing any more."""

    async def work(actor: Actor, _: Settings) -> int:
        return await everybody.end_sessions(actor=actor)

    click.echo(f"{run(work)} sessions ended.")


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

    run(work)
    click.echo(f"Password of {login} replaced.")
    _show(password, ask=ask)


@account.command("remove-factor")
@click.argument("login")
def remove_factor(login: str) -> None:
    """Take the second factor of LOGIN away, who has lost the device; they get another one."""

    async def work(actor: Actor, _: Settings) -> None:
        await second_factor.remove(login=login, actor=actor)

    run(work)
    click.echo(f"Second factor of {login} removed.")


@account.command()
@click.argument("request", type=int)
def confirm(request: int) -> None:
    """Confirm REQUEST as the second, where no other administrator can; print its code once.

    For a number that the page of the request names. Make sure who the person is first.
    """

    async def work(actor: Actor, settings: Settings) -> Handed:
        return await confirming.confirm(actor, request, established=None, settings=settings)

    try:
        handed = run(work)
    except (NotVisible, RuleBroken) as error:
        raise Stopped(f"Request {request} cannot be confirmed here.") from error
    click.echo(f"Request {request} of {handed.login} confirmed.")
    click.echo(f"One-time code (shown this once, good for 72 hours): {handed.code}")


def _password(*, ask: bool) -> str:
    if not ask:
        return passwords.generated()
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return typed


def _show(password: str, *, ask: bool) -> None:
    if not ask:
        click.echo(f"Password (shown this once): {password}")

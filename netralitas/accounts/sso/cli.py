"""`netralitas account nip` and `unlink`: by what a provider's word is recognised as an account."""

import click

from netralitas.access.domain import Actor
from netralitas.accounts.cli_running import run
from netralitas.accounts.sso import commands
from netralitas.cases.nip import NipSealer
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose


@click.command()
@click.argument("login")
@click.option("--remove", is_flag=True, help="Take the NIP away instead of asking for one.")
def nip(login: str, *, remove: bool) -> None:
    """Ask for the NIP of LOGIN, by which a provider's word is recognised; it is kept sealed."""
    if remove:
        run(lambda actor, _: commands.remove_nip(login=login, actor=actor))
        click.echo(f"NIP of {login} taken away.")
        return
    typed: str = click.prompt("NIP (18 digits)", hide_input=True)

    async def work(actor: Actor, settings: Settings) -> str:
        sealer = _sealer(settings)
        return await commands.set_nip(login=login, nip=typed, sealer=sealer, actor=actor)

    click.echo(f"NIP of {login} set: {'*' * 14}{run(work)}.")


@click.command()
@click.argument("login")
def unlink(login: str) -> None:
    """Forget the identity of LOGIN at the provider; the next sign-in there is like the first."""
    run(lambda actor, _: commands.unlink(login=login, actor=actor))
    click.echo(f"Identity of {login} forgotten.")


def _sealer(settings: Settings) -> NipSealer:
    keys = Keys.derive(Purpose.NIP, settings.vault_key_id, settings.vault_secrets())
    return NipSealer(keys=keys, secret=settings.secret("index"))

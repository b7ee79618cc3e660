"""`netralitas backup …`: keys, secrets, and what else is sealed on its way."""

import sys
from pathlib import Path
from typing import Final

import click

from netralitas import settings as settings_module
from netralitas.recovery import identities, keys, pipes
from netralitas.recovery.refusals import Damaged
from netralitas.stopping import Stopped, in_one_sentence

_PATH: Final = click.Path(path_type=Path)
_identity = click.option(
    "--identity", type=_PATH, required=True, help="File with the private key that opens it."
)


@click.command()
@click.argument("file", type=_PATH)
@in_one_sentence
def identity(file: Path) -> None:
    """Make a key pair: the private key into FILE, the public one printed for the settings."""
    click.echo(identities.new_identity(file))


@click.command("keys")
@click.option("--to", type=_PATH, required=True, help="File to write, apart from the backups.")
@click.option("--recipient", help="A public key other than those of the settings.")
@in_one_sentence
def save_keys(to: Path, recipient: str | None) -> None:
    """Seal the secrets of the settings into a file."""
    keys.save(settings_module.load(), to, recipient)


@click.command("open-keys")
@click.argument("file", type=_PATH)
@_identity
@click.option("--to", type=_PATH, required=True, help="File of settings to write.")
@in_one_sentence
def open_keys(file: Path, identity: Path, to: Path) -> None:
    """Open the sealed secrets into a file of settings."""
    keys.open_into(file, identities.identities_in(identity), to)


@click.command()
@click.option("--to", type=_PATH, required=True, help="File to write; it must not be there.")
@click.option("--recipient", help="Public keys, instead of those of the settings.")
@in_one_sentence
def seal(to: Path, recipient: str | None) -> None:
    """Seal standard input into a file: a base backup, a segment of the write-ahead log."""
    if recipient is None:
        given = identities.recipients_of(settings_module.load(secrets=()))
    else:
        given = identities.recipients_in(recipient)
    pipes.seal_into(sys.stdin.buffer, to, given)


@click.command("open")
@click.argument("file", type=_PATH)
@_identity
@click.option("--to", type=_PATH, help="File to write, instead of standard output.")
@in_one_sentence
def opened(file: Path, identity: Path, to: Path | None) -> None:
    """Open what `seal` sealed; what was changed or cut off ends with exit code 2."""
    try:
        pipes.open_from(file, identities.identities_in(identity), to, sys.stdout.buffer)
    except Damaged as error:
        raise Stopped(f"{error}.") from error


COMMANDS: Final = (identity, save_keys, open_keys, seal, opened)

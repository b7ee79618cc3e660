"""`netralitas audit …`: the proof that nothing was changed, and what leaves the house of it."""

import asyncio
from pathlib import Path
from typing import Final

import click

from netralitas import running
from netralitas import settings as settings_module
from netralitas.settings import Settings
from netralitas.stopping import in_one_sentence

# `audit verify` must not wait for what only others need.
# ruff: noqa: PLC0415

_FILE: Final = click.Path(path_type=Path)


@click.group()
def audit() -> None:
    """The proof that nothing was changed."""


@audit.command()
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as JSON.")
@click.option(
    "--head",
    "--checkpoint",
    "heads",
    type=_FILE,
    multiple=True,
    help="A signed head that left the house earlier: does the log still continue it?",
)
@in_one_sentence
def verify(heads: tuple[Path, ...], *, as_json: bool) -> None:
    """Check every event, chain, state and leaf: exit 0 whole, 1 broken and which row."""
    from netralitas.audit.report import verify_database

    told = settings_module.load()
    verdict, text = asyncio.run(verify_database(told, heads, as_json=as_json))
    click.echo(text)
    raise SystemExit(0 if verdict else 1)


@audit.command()
@in_one_sentence
def head() -> None:
    """Print the last signed head; keep it elsewhere, and give it to `verify --head` later."""
    from netralitas.audit.report import last_head

    click.echo(asyncio.run(last_head(settings_module.load())), nl=False)


@audit.command()
@in_one_sentence
def key() -> None:
    """Print the public key of the log: publish it, and anybody can check a signed head."""
    from netralitas.audit.heads import verifier_of

    told = settings_module.load()
    click.echo(str(verifier_of(told.secret("log"), told.log_name)))


@audit.command()
@click.option("--new", is_flag=True, required=True, help="Give the log a new name.")
@click.option("--reason", required=True, help="One line, which is signed and published.")
@click.option(
    "--checkpoint",
    type=_FILE,
    help="The last head of the present name that anybody has; without it the database's own.",
)
def origin(reason: str, checkpoint: Path | None, *, new: bool) -> None:
    """After a restore: go on under a new name, with a signed statement of what was public.

    The log grows from the backup a second time, which under one name would be a forgery.
    """
    from netralitas.audit.renaming import rename
    from netralitas.audit.report import read_note

    async def work(settings: Settings) -> str:
        known = None if checkpoint is None else read_note(checkpoint)
        *older, key = settings.log_secrets()
        done = await rename(key, settings.log_name, reason, known=known, older=older)
        return done.statement

    if new:
        click.echo(running.run(work, "netralitas audit", role="worker"), nl=False)


@audit.command("rotate-key")
@click.option("--reason", required=True, help="One line, which is signed and published.")
def rotate_key(reason: str) -> None:
    """Sign the log with the new secret from here on, announced under the one before.

    The one before stands in NETRALITAS_LOG_OLD_KEYS. The log gets a new name with the new key.
    """
    from netralitas.audit.renaming import rotate

    async def work(settings: Settings) -> str:
        *older, key = settings.log_secrets()
        return (await rotate(key, settings.log_name, reason, older)).statement

    click.echo(running.run(work, "netralitas audit", role="worker"), nl=False)

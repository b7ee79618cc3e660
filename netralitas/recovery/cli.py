"""`netralitas backup …`: what a burnt server is made again from."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import click
import msgspec

from netralitas import clock
from netralitas import settings as settings_module
from netralitas.audit.heads import Verifier, verifier_from
from netralitas.recovery import cli_keys, identities, manifest, telling
from netralitas.recovery.checking import check, opens
from netralitas.recovery.cli_wish import wished
from netralitas.recovery.creating import create as create_backup
from netralitas.recovery.drilling import drill as drill_backup
from netralitas.recovery.place import Place
from netralitas.recovery.pruning import prune as prune_backups
from netralitas.recovery.refusals import BackupRefused, Damaged
from netralitas.recovery.restoring import restore as restore_backup
from netralitas.recovery.restoring import verifiers_of
from netralitas.recovery.settling import settle_after
from netralitas.recovery.wishes import Wish
from netralitas.stopping import Stopped, in_one_sentence

A = TypeVar("A")
_PATH: Final = click.Path(path_type=Path)
_identity = click.option(
    "--identity", type=_PATH, required=True, help="File with the private key that opens it."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_from = click.argument("backup", type=_PATH, metavar="BACKUP")


@click.group()
def backup() -> None:
    """Backups: made, verified, restored, rehearsed, thrown away in time."""


@backup.command()
@click.option("--to", type=_PATH, required=True, help="The place of backups, a folder.")
@_json
@in_one_sentence
def create(to: Path, *, as_json: bool) -> None:
    """Write a backup of database and files; exit 1 when files were missing."""
    made = _proved(create_backup(settings_module.load(), to), as_json=as_json)
    _print(made, telling.made(made, to), as_json=as_json)
    raise SystemExit(1 if made.kept.missing else 0)


@backup.command("list")
@click.argument("place", type=_PATH)
@in_one_sentence
def list_backups(place: Path) -> None:
    """List the backups of a place, oldest first."""
    found = Place(place)
    for name in found.names():
        try:
            click.echo(telling.listed(manifest.read(found.root / name)))
        except Damaged as error:
            click.echo(f"{name}  DAMAGED: {error}")


@backup.command()
@_from
@click.option("--identity", type=_PATH, help="Open every part too, with this private key.")
@click.option("--key", help="The log's public key, where the settings are not at hand.")
@_json
@in_one_sentence
def verify(backup: Path, identity: Path | None, key: str | None, *, as_json: bool) -> None:
    """Read every byte again: exit 0 whole, 1 damaged and what."""
    folder = backup.resolve()
    checked = check(folder, _verifiers(key))
    damage = list(checked.damage)
    if identity is not None and not damage:
        damage += opens(folder, checked, identities.identities_in(identity))
    _print({"damage": damage}, telling.checked(checked, damage), as_json=as_json)
    raise SystemExit(1 if damage else 0)


@backup.command()
@_from
@wished
@_json
@in_one_sentence
def restore(backup: Path, *, wish: Wish, as_json: bool) -> None:
    """Restore into the empty database of the settings: exit 0 proved, 1 damaged and what."""
    given = settings_module.load()
    done = _proved(restore_backup(backup.resolve(), given, wish, _say(as_json)), as_json=as_json)
    _print(done, telling.restored(done), as_json=as_json)


@backup.command()
@in_one_sentence
def settle() -> None:
    """End and hold what a restore does, after one that PostgreSQL did."""
    done = asyncio.run(settle_after(settings_module.load()))
    click.echo("\n".join(telling.settled_lines(done)))


@backup.command()
@_from
@_identity
@click.option("--scratch", type=_PATH, help="Folder on a disk with room for all of it, unsealed.")
@_json
@in_one_sentence
def drill(backup: Path, identity: Path, scratch: Path | None, *, as_json: bool) -> None:
    """Restore into a scratch place and prove it there: exit 0 passed, 1 damaged and what."""
    given = settings_module.load()
    wish = Wish(keys=identities.identities_in(identity))
    work = drill_backup(backup.resolve(), given, wish, _say(as_json), scratch)
    done = _proved(work, as_json=as_json)
    _print(done, telling.drilled(done), as_json=as_json)


@backup.command()
@click.argument("place", type=_PATH)
@click.option("--days", type=click.IntRange(min=1), required=True, help="Keep so many days.")
@click.option("--least", type=click.IntRange(min=1), default=3, show_default=True)
@in_one_sentence
def prune(place: Path, days: int, least: int) -> None:
    """Remove backups older than --days, never the newest --least; what only they held goes too."""
    ours = _verifiers(None)
    try:
        done = prune_backups(Place(place), ours, clock.now(), days=days, least=least)
    except Damaged as error:
        raise Stopped(f"Nothing was removed: {error}.") from error
    click.echo(telling.pruned(done))


def _proved(work: Coroutine[Any, Any, A], *, as_json: bool) -> A:
    """Return the result; when something is damaged, say what, and exit 1."""
    try:
        return asyncio.run(work)
    except Damaged as error:
        _print({"damage": error.damage}, telling.damaged(error.damage), as_json=as_json)
        raise SystemExit(1) from error


def _verifiers(key: str | None) -> list[Verifier]:
    """Return whose backups count: those of the settings, or the one that was told."""
    if key is None:
        return verifiers_of(settings_module.load())
    try:
        return [verifier_from(key)]
    except ValueError as error:
        raise BackupRefused("--key is not what `netralitas audit key` prints.") from error


def _say(as_json: bool) -> Callable[[str], object]:  # noqa: FBT001 - a choice of one word
    """Return what tells of progress: on standard error, and not at all beside JSON."""
    return (lambda _: None) if as_json else lambda line: click.echo(line, err=True)


def _print(value: object, lines: Sequence[str], *, as_json: bool) -> None:
    text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False) if as_json else ""
    click.echo(text or "\n".join(lines))


for _each in cli_keys.COMMANDS:
    backup.add_command(_each)

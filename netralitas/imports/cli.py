"""`netralitas import …`: tables from the command line, for an office; a report for each row."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

import click

from netralitas import settings as settings_module
from netralitas.access.domain import Actor, Role
from netralitas.accounts.commands import administration
from netralitas.accounts.queries import organisation_by_code, organisations
from netralitas.cases.nip import NipSealer
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.failures import sentence
from netralitas.imports.commands import NewList, take_in_staff
from netralitas.imports.domain import Checked, FileNotTaken, ImportKind
from netralitas.imports.examining import Opened, open_table, unnamed
from netralitas.imports.queries import digests_of, less_known, remembered_columns
from netralitas.imports.reading import LARGEST
from netralitas.imports.staff import staff_lines
from netralitas.settings import Settings, SettingsError
from netralitas.vault.cipher import Keys, Purpose

_Result = TypeVar("_Result")
_SOME_REFUSED: Final = 1


class Stopped(click.ClickException):
    """What cannot be done, in one sentence; exit code 2."""

    exit_code = 2


@click.group("import")
def imports() -> None:
    """Tables from outside."""


@imports.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--office", required=True, help="Code of the office whose list it is.")
@click.option("--source", required=True, help="Where the list comes from, as pages show it.")
@click.option("--dry-run", is_flag=True, help="Check every row, take nothing in.")
def staff(file: Path, office: str, source: str, *, dry_run: bool) -> None:
    """Take in the staff list FILE; exit 1 when rows were refused, 2 when nothing can be done."""
    if len(source.strip()) < 3:
        raise Stopped("Give a --source of at least three letters.")
    opened = _open(file)

    async def work(settings: Settings) -> Checked:
        actor = await _at(office)
        sealer = _sealer(settings)
        checked, mapping = await _check(actor, opened, source.strip(), sealer)
        if checked.good and not dry_run:
            new = NewList(
                source=source.strip(),
                digest=opened.digest,
                columns=opened.heads(mapping),
                lines=staff_lines(checked.good, sealer),
                refused=checked.refused_rows,
            )
            await take_in_staff(actor, new)
        return checked

    checked = _run(work)
    for fault in checked.refused:
        click.echo(f"{fault.row}\t{fault.column}\t{fault.sentence}")
    done = "would be taken in" if dry_run else "taken in"
    click.echo(f"{len(checked.good)} rows {done}, {checked.refused_rows} refused.")
    if checked.refused:
        raise SystemExit(_SOME_REFUSED)


def _open(file: Path) -> Opened:
    try:
        with file.open("rb") as given:
            return open_table(given.read(LARGEST + 1), ImportKind.STAFF)
    except FileNotTaken as refused:
        raise Stopped(refused.sentence) from refused
    except OSError as error:
        raise Stopped(f"{error.strerror}: {file}.") from error


async def _check(
    actor: Actor, opened: Opened, source: str, sealer: NipSealer
) -> tuple[Checked, dict[str, int]]:
    """Return every row checked, with the columns as remembered of the source or guessed."""
    async with reading(actor) as c:
        mapping = opened.guessed(await remembered_columns(c, actor.organisation, source))
        missing = unnamed(mapping, opened.schema)
        if missing:
            raise Stopped(f"No column of the file is known as {', '.join(missing)}.")
        checked = opened.check(mapping)
        return await less_known(c, checked, digests_of(checked, sealer)), mapping


async def _at(code: str) -> Actor:
    """Return the system as it acts for an office: it sees that office's rows and no others."""
    system = await administration.as_system()
    async with reading(EVERYTHING) as c:
        number = await organisation_by_code(c, code)
        found = [one for one in await organisations(c) if one.id == number]
    if not found:
        raise Stopped(f"There is no organisation with the code {code!r}.")
    return replace(
        system,
        organisation=found[0].id,
        organisation_name=found[0].name,
        organisation_kind=found[0].kind.value,
        roles=frozenset({Role.INVESTIGATOR}),
        everything=False,
    )


def _sealer(settings: Settings) -> NipSealer:
    keys = Keys.derive(Purpose.NIP, settings.vault_key_id, settings.vault_secrets())
    return NipSealer(keys=keys, secret=settings.secret("index"))


def _run(work: Callable[[Settings], Awaitable[_Result]]) -> _Result:
    """Return what `work` does with the database open, or stop with one sentence."""
    try:
        return asyncio.run(_connected(work, settings_module.load()))
    except click.ClickException:
        raise
    except SettingsError as error:
        raise Stopped(str(error)) from error
    except Exception as error:
        found = sentence(error)
        if found is None:
            raise
        raise Stopped(found) from error


async def _connected(work: Callable[[Settings], Awaitable[_Result]], settings: Settings) -> _Result:
    if not settings.app_dsn:
        raise SettingsError("NETRALITAS_APP_DSN is not set.")
    await ENGINE.open(settings.app_dsn, size=1, application="netralitas import")
    try:
        return await work(settings)
    finally:
        await ENGINE.close()

"""`netralitas import …`: tables from the command line, for an office; a report for each row."""

from pathlib import Path

import click

from netralitas.access.domain import Actor
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports.cases.cli import export_cases, import_cases
from netralitas.imports.command_line import known_columns, opened_file, report, sealer_of
from netralitas.imports.commands import NewList, take_in_staff
from netralitas.imports.domain import Checked, ImportKind
from netralitas.imports.examining import Opened
from netralitas.imports.external_cli import import_external
from netralitas.imports.queries import digests_of, less_known
from netralitas.imports.running import acting_for, run
from netralitas.imports.staff import staff_lines
from netralitas.settings import Settings
from netralitas.stopping import Stopped


@click.group("import")
def imports() -> None:
    """Tables and registers from outside."""


@click.group("export")
def exports() -> None:
    """Registers for others."""


imports.add_command(import_cases)
imports.add_command(import_external)
exports.add_command(export_cases)


@imports.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--office", required=True, help="Code of the office whose list it is.")
@click.option("--source", required=True, help="Where the list comes from, as pages show it.")
@click.option("--dry-run", is_flag=True, help="Check every row, take nothing in.")
def staff(file: Path, office: str, source: str, *, dry_run: bool) -> None:
    """Take in the staff list FILE; exit 1 when rows were refused, 2 when nothing can be done."""
    if len(source.strip()) < 3:
        raise Stopped("Give a --source of at least three letters.")
    opened = opened_file(file, ImportKind.STAFF)

    async def work(settings: Settings) -> Checked:
        actor = await acting_for(office)
        sealer = sealer_of(settings)
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

    report(run(work), dry_run=dry_run)


async def _check(
    actor: Actor, opened: Opened, source: str, sealer: NipSealer
) -> tuple[Checked, dict[str, int]]:
    """Return every row checked, also against the list of the office."""
    mapping = await known_columns(actor, opened, source)
    checked = opened.check(mapping)
    async with reading(actor) as c:
        return await less_known(c, checked, digests_of(checked, sealer)), mapping

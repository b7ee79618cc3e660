"""`netralitas import external`: what other systems say, from the command line, with a report."""

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports.command_line import known_columns, opened_file, report, sealer_of
from netralitas.imports.commands import NewRecords, take_in_external
from netralitas.imports.domain import Checked, ImportKind
from netralitas.imports.examining import Opened
from netralitas.imports.external import Placed, place_rows
from netralitas.imports.running import acting_for, run
from netralitas.settings import Settings
from netralitas.stopping import Stopped


@click.command("external")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--office", required=True, help="Code of the office that records it.")
@click.option("--officer", help="Login of an officer there; needed for an office that receives.")
@click.option("--source", required=True, help="Who says it, for rows that do not.")
@click.option("--dry-run", is_flag=True, help="Check every row, take nothing in.")
def import_external(
    file: Path, office: str, officer: str | None, source: str, *, dry_run: bool
) -> None:
    """Take in the table FILE of what other systems say of respondents.

    Exit 1 when rows were refused, 2 when nothing can be done.
    """
    source = source.strip()
    if len(source) < 3:
        raise Stopped("Give a --source of at least three letters.")
    opened = opened_file(file, ImportKind.EXTERNAL)

    async def work(settings: Settings) -> Checked:
        actor = await acting_for(office, officer)
        placed, mapping = await _placed(actor, opened, source, sealer_of(settings))
        if placed.lines and not dry_run:
            new = NewRecords(
                source=source,
                digest=opened.digest,
                columns=opened.heads(mapping),
                lines=placed.lines,
                refused=placed.checked.refused_rows,
            )
            await take_in_external(actor, new)
        return placed.checked

    report(run(work), dry_run=dry_run)


async def _placed(
    actor: Actor, opened: Opened, source: str, sealer: NipSealer
) -> tuple[Placed, dict[str, int]]:
    """Return every row placed or refused."""
    mapping = await known_columns(actor, opened, source)
    checked = opened.check(mapping)
    async with reading(actor) as c:
        today = clock.today(ZoneInfo(actor.zone))
        return await place_rows(c, actor, checked, sealer, source, today), mapping

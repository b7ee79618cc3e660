"""`netralitas evaluation pack`: the pack of a meeting, written into a folder."""

from pathlib import Path

import click

from netralitas import clock
from netralitas.accounts.queries import organisation_by_code
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.cli_running import run
from netralitas.evaluation.packs.commands import gathered
from netralitas.evaluation.packs.domain import MANIFEST, Part
from netralitas.evaluation.packs.files import write_pack
from netralitas.evaluation.packs.queries import parties_of
from netralitas.refusals import NotVisible
from netralitas.settings import Settings
from netralitas.stopping import Stopped


@click.command()
@click.argument("meeting", type=click.IntRange(min=1))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="A new or empty folder.",
)
@click.option("--office", help="Code of the party whose view it is; the one that invited if none.")
def pack(meeting: int, out: Path, office: str | None) -> None:
    """Write the pack of MEETING: paper, workbook, CSV files, manifest.

    Nothing is kept in the record: what both parties sign is made by the button of the page.
    """
    if out.exists() and any(out.iterdir()):
        raise Stopped(f"{out} is not empty.")
    out.mkdir(parents=True, exist_ok=True)

    async def work(_: Settings) -> tuple[Part, ...]:
        async with reading(EVERYTHING) as c:
            whose = await _party(c, meeting, office)
            content, activities = await gathered(c, meeting, whose, now=clock.now())
        return await write_pack(out, content, activities, _say)

    for part in run(work):
        click.echo(f"{part.digest}  {part.name}")
    click.echo(f"The digest of {MANIFEST} is that of the pack.", err=True)


async def _party(c: Connection, meeting: int, code: str | None) -> int:
    """Return the office whose view is asked for; Stopped where it is no party of the meeting."""
    try:
        parties = await parties_of(c, meeting)
    except NotVisible:
        raise Stopped(f"There is no meeting {meeting}.") from None
    if code is None:
        return parties[0]
    office = await organisation_by_code(c, code)
    if office is None or office not in parties:
        raise Stopped(f"{code!r} is no party of meeting {meeting}.")
    return office


async def _say(progress: int) -> None:
    click.echo(f"{progress}%", err=True)

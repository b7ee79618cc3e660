"""`netralitas evaluation …`: the figures of meetings from the command line."""

from collections.abc import Iterator
from typing import Final

import click

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.cli_running import run
from netralitas.evaluation.domain import Difference
from netralitas.evaluation.packs.cli import pack
from netralitas.evaluation.queries.recounting import Recount, recounts
from netralitas.settings import Settings
from netralitas.stopping import Stopped

DIFFERENT: Final = 1
"""The exit code when figures are others than those that were frozen."""


@click.group()
def evaluation() -> None:
    """The figures of meetings counted again, and the pack of a meeting."""


evaluation.add_command(pack)


@evaluation.command()
@click.argument("meetings", type=click.IntRange(min=1), nargs=-1, metavar="[MEETING]...")
def recount(meetings: tuple[int, ...]) -> None:
    """Count the frozen figures of MEETINGs again, of all without one; exit 1 when any differ."""

    async def work(_: Settings) -> list[Recount]:
        async with reading(EVERYTHING) as c:
            return [each async for each in recounts(c, meetings)]

    found = run(work)
    missing = sorted(set(meetings) - {each.meeting for each in found})
    if missing:
        raise Stopped(f"No figures are frozen for meeting {', '.join(map(str, missing))}.")
    for each in found:
        click.echo("\n".join(_lines(each)))
    if not all(each.same for each in found):
        raise SystemExit(DIFFERENT)


def _lines(each: Recount) -> Iterator[str]:
    verdict = "same" if each.same else "DIFFERENT"
    place = f"position {each.position}, definition {each.definition}"
    yield f"Meeting {each.meeting} ({place}): {verdict}."
    if not each.intact:
        yield "  the frozen bytes do not have their digest any more"
    yield from (f"  {_number(difference)}" for difference in each.differing)


def _number(found: Difference) -> str:
    name = found.of if found.part is None else f"{found.of}.{found.part}"
    return f"{name}: frozen {found.was}, now {found.now} ({found.by:+d})"

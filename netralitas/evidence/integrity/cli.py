"""`netralitas evidence …`: whether kept files still are what they were."""

from datetime import datetime, timedelta
from typing import Final

import click

from netralitas import clock, running
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import writing
from netralitas.evidence.domain import Verdict
from netralitas.evidence.integrity.rechecking import Rechecking
from netralitas.evidence.storage import Storage
from netralitas.settings import Settings

DAMAGED: Final = 1
"""The exit code when a file is changed or lost."""

_CASES: Final = """
SELECT DISTINCT case_file FROM document WHERE file = $1 ORDER BY case_file
"""
_KNOWN: Final = """
SELECT encode(digest, 'hex') AS digest, verdict FROM file
WHERE verdict IN ('changed', 'lost') ORDER BY digest
"""


@click.group()
def evidence() -> None:
    """Kept files: read again and compared with their digests."""


@evidence.command()
@click.option("--all", "everything", is_flag=True, help="Every file, not only those that are due.")
def check(*, everything: bool) -> None:
    """Read files again; exit 1, naming each, when any is changed or lost."""

    async def work(settings: Settings) -> tuple[int, list[str]]:
        before = clock.now()
        if not everything:
            before -= timedelta(days=settings.recheck_days)
        storage = Storage.of(settings)
        return await _checked(Rechecking(settings, storage), before)

    read, damaged = running.run(work, "netralitas evidence", command_seconds=None, role="worker")
    click.echo("\n".join([*damaged, f"{read} files read, {len(damaged)} damaged."]))
    if damaged:
        raise SystemExit(DAMAGED)


async def _checked(rechecking: Rechecking, before: datetime) -> tuple[int, list[str]]:
    """Return how many files were read, and a line for each that is known to be damaged."""
    read = 0
    while True:
        async with writing(EVERYTHING) as connection:  # each few are committed: it can be stopped
            found = await rechecking.check_due(connection, before)
        if not found:
            break
        read += len(found)
    async with writing(EVERYTHING) as connection:
        lines = []
        for row in await connection.fetch(_KNOWN):  # damaged files are few
            cases = await connection.fetch(_CASES, bytes.fromhex(row["digest"]))
            held = ", ".join(str(case[0]) for case in cases) or "none"
            lines.append(f"{Verdict(row['verdict'])} {row['digest']} cases {held}")
    return read, lines

"""`netralitas import external`: the same report for each row, from the command line."""

from collections.abc import Sequence
from pathlib import Path

import anyio.to_thread
import pytest
from click.testing import CliRunner, Result

from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.imports.cli import imports
from netralitas.settings import DEMO_SECRET
from tests.conftest import Database
from tests.imports.tables import xlsx
from tests.imports.test_external import HEADS, printed, records
from tests.make import make_case, make_town, person


@pytest.fixture
async def number(clone: Database) -> str:
    """The number of a case of the office `kab`."""
    await ENGINE.open(clone.dsn("app"))
    try:
        return await printed((await make_case(await make_town(), person())).id)
    finally:
        await ENGINE.close()


async def ask(
    clone: Database, folder: Path, rows: Sequence[Sequence[object]], *words: str
) -> Result:
    """Run the command as a process would: in a thread, with a loop of its own."""
    file = folder / "sistem.xlsx"
    file.write_bytes(xlsx([list(HEADS), *rows]))
    environment = {
        "NETRALITAS_DEMO": "yes",
        "NETRALITAS_APP_DSN": clone.dsn("app"),
        "NETRALITAS_SECRET_INDEX": DEMO_SECRET,
        "NETRALITAS_SECRET_VAULT": DEMO_SECRET,
    }
    given = ["external", str(file), "--office", "kab", "--source", "Unduhan SBT", *words]
    runner = CliRunner(env=environment)
    return await anyio.to_thread.run_sync(lambda: runner.invoke(imports, given))


async def test_good_rows_are_taken_in_and_the_others_named(
    clone: Database, tmp_path: Path, number: str
) -> None:
    rows: list[list[object]] = [
        [number, 1, "SBT", "17", "", "", "", ""],
        [number, "Siapa", "SBT", "18", "", "", "", ""],
    ]
    tried = await ask(clone, tmp_path, rows, "--dry-run")
    done = await ask(clone, tmp_path, rows, "--officer", "rina")
    again = await ask(clone, tmp_path, rows)
    refused = "3\tTerlapor\tTerlapor “Siapa” bukan terlapor dalam perkara ini yang dapat Anda baca."
    assert tried.output.splitlines() == [refused, "1 rows would be taken in, 1 refused."]
    assert done.output.splitlines() == [refused, "1 rows taken in, 1 refused."]
    assert "Catatan ini sudah ada" in again.output
    assert [answer.exit_code for answer in (tried, done, again)] == [1, 1, 1]
    await ENGINE.open(clone.dsn("app"))
    try:
        assert [row[1:3] for row in await records()] == [("sbt", "17")]
        async with reading(EVERYTHING) as c:
            assert await c.fetchval("SELECT count(*) FROM import_batch") == 1
    finally:
        await ENGINE.close()

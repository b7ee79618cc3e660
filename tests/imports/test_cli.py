"""`netralitas import staff`: a report for each row, and an exit code that tells how it went."""

from pathlib import Path

import anyio.to_thread
import asyncpg
import pytest
from click.testing import CliRunner, Result

from netralitas.accounts import store
from netralitas.accounts.domain import NewOrganisation, OrganisationKind
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.imports.cli import imports
from netralitas.settings import DEMO_SECRET
from tests.conftest import Database
from tests.imports.tables import HEADS, NIPS, people, xlsx


async def counted(clone: Database) -> int:
    """How many people are on lists, whoever keeps them."""
    connection = await asyncpg.connect(clone.dsn("postgres"))
    try:
        found: int = await connection.fetchval("SELECT count(*) FROM staff")
        return found
    finally:
        await connection.close()


@pytest.fixture
async def environment(clone: Database) -> dict[str, str]:
    """Two offices, of which one cannot have a list."""
    await ENGINE.open(clone.dsn("app"))
    try:
        async with writing(EVERYTHING) as c:
            for code, kind in (
                ("kab", OrganisationKind.BAWASLU),
                ("bkn", OrganisationKind.AUTHORITY),
            ):
                await store.add_organisation(c, NewOrganisation(code=code, name=code, kind=kind))
    finally:
        await ENGINE.close()
    return {
        "NETRALITAS_DEMO": "yes",
        "NETRALITAS_APP_DSN": clone.dsn("app"),
        "NETRALITAS_SECRET_INDEX": DEMO_SECRET,
        "NETRALITAS_SECRET_VAULT": DEMO_SECRET,
    }


async def ask(environment: dict[str, str], file: Path, *words: str, office: str = "kab") -> Result:
    """Run the command as a process would: in a thread, with a loop of its own."""
    given = ["staff", str(file), "--office", office, "--source", "BKPSDM", *words]
    runner = CliRunner(env=environment)
    return await anyio.to_thread.run_sync(lambda: runner.invoke(imports, given))


def written(folder: Path, content: bytes) -> Path:
    """The file of a list."""
    file = folder / "daftar.xlsx"
    file.write_bytes(content)
    return file


async def test_a_good_list_is_taken_in_after_a_dry_run_that_changes_nothing(
    environment: dict[str, str], clone: Database, tmp_path: Path
) -> None:
    file = written(tmp_path, xlsx(people()))
    tried = await ask(environment, file, "--dry-run")
    assert (tried.exit_code, tried.output) == (0, "3 rows would be taken in, 0 refused.\n")
    assert await counted(clone) == 0
    done = await ask(environment, file)
    assert (done.exit_code, done.output) == (0, "3 rows taken in, 0 refused.\n")
    assert await counted(clone) == 3


async def test_each_refused_row_is_a_line_and_the_exit_code_says_so(
    environment: dict[str, str], clone: Database, tmp_path: Path
) -> None:
    rows = [list(HEADS), ["Siti", NIPS[0], "", ""], ["Joko", "123", "", ""]]
    done = await ask(environment, written(tmp_path, xlsx(rows)))
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "3\tNIP\tNIP terdiri atas 18 angka; yang Anda tulis 3.",
        "1 rows taken in, 1 refused.",
    ]
    assert await counted(clone) == 1


@pytest.mark.parametrize(
    ("content", "office", "said"),
    [
        (b"", "kab", "Berkas kosong"),
        (
            xlsx([["Kolom A", "Kolom B"], ["x", "y"]]),
            "kab",
            "No column of the file is known as Nama",
        ),
        (xlsx(people()), "tidak-ada", "no organisation with the code 'tidak-ada'"),
        (xlsx(people()), "bkn", "Daftar pegawai dibaca dan diimpor oleh"),
    ],
)
async def test_what_cannot_be_done_is_one_sentence(
    environment: dict[str, str], tmp_path: Path, content: bytes, office: str, said: str
) -> None:
    done = await ask(environment, written(tmp_path, content), office=office)
    assert done.exit_code == 2
    assert said in done.output
    assert len(done.output.splitlines()) == 1

"""`netralitas disposal`: the ledger copied out of the house, and applied after a restore."""

import json
from pathlib import Path

import anyio.to_thread

from netralitas.law import book
from netralitas.settings import DEMO_SECRET
from netralitas.vault.erasing import erase_identities
from tests.disposal.conftest import REPORTER, Office
from tests.make import stepped_up
from tests.programs import Ran, run


async def disposal(office: Office, *words: str | Path) -> Ran:
    """Run the command in a process of its own."""
    given = {
        "NETRALITAS_DEMO": "yes",
        "NETRALITAS_DATA": str(office.settings.data),
        "NETRALITAS_WORKER_DSN": office.database.dsn("worker"),
        "NETRALITAS_OWNER_DSN": office.database.dsn("owner"),
        "NETRALITAS_SECRET_VAULT": DEMO_SECRET,
    }
    return await anyio.to_thread.run_sync(lambda: run("disposal", *words, environment=given))


async def test_the_ledger_grows_at_its_end_and_is_applied_as_often_as_wanted(
    office: Office, tmp_path: Path
) -> None:
    case = await office.ended_case()
    entry = await office.value("SELECT id FROM vault_entry WHERE case_file = $1", case)
    sari = stepped_up(office.town.sari)
    await erase_identities(sari, case, [entry], "Permintaan.", book=book.load())
    file = tmp_path / "erasures.jsonl"
    first, again = [await disposal(office, "ledger", "--out", file) for _ in range(2)]
    assert (first.code, first.out) == (0, f"1 erasures added to {file}.\n")
    assert (again.code, again.out) == (0, f"0 erasures added to {file}.\n")
    line = json.loads(file.read_text())
    assert (line["kind"], line["case"], line["ids"]) == ("identity", case, [entry])
    assert REPORTER.split()[0] not in file.read_text()
    applied = await disposal(office, "reapply", file)
    assert applied.code == 0
    assert "0 erasures applied again, 1 held already" in applied.out
    file.write_text("nothing of ours\n")
    broken = await disposal(office, "reapply", file)
    assert broken.code == 2
    assert "is no ledger of erasures" in broken.err

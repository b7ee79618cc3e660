"""What was erased since the backup is erased again by the restore, or there is no success."""

from pathlib import Path

import asyncpg
import pytest

from netralitas.recovery import identities
from netralitas.recovery.erasing import erase_again
from netralitas.recovery.refusals import Damaged
from netralitas.recovery.restoring import restore
from netralitas.recovery.wishes import Wish
from tests.conftest import Database
from tests.programs import run
from tests.recovery.conftest import Office, into

pytest.importorskip("netralitas.disposal.cli", reason="the ledger of erasures is not there yet")

ERASE = """
UPDATE event_note SET text = NULL, key = NULL, erased_at = now()
WHERE event = (SELECT max(event) FROM event_note WHERE text IS NOT NULL)
"""
NOTES = "SELECT count(*) FROM event_note WHERE text IS NOT NULL"


async def asked(database: Database, statement: str) -> int | None:
    owner = await asyncpg.connect(database.dsn("owner"))
    try:
        async with owner.transaction():
            await owner.execute("SET LOCAL netralitas.everything = 'yes'")
            answer: int | None = await owner.fetchval(statement)
    finally:
        await owner.close()
    return answer


async def test_what_was_erased_stays_erased_after_a_restore(
    office: Office, empty: Database, tmp_path: Path
) -> None:
    before = await asked(office.database, NOTES)
    await asked(office.database, ERASE)
    ledger = tmp_path / "ledger"
    written = run("disposal", "ledger", "--out", ledger, environment=office.environment)
    assert written.code == 0, written.err
    settings = into(office, empty, tmp_path / "data")
    keys = identities.identities_in(office.identity)
    wish = Wish(keys=keys, erasures=ledger)
    done = await restore(office.backup, settings, wish, lambda _: None)
    assert done.erased.startswith("1 erasures applied again")
    assert await asked(empty, NOTES) == (before or 0) - 1


def test_a_ledger_that_cannot_be_applied_is_no_success(office: Office, tmp_path: Path) -> None:
    (tmp_path / "ledger").write_text("nonsense\n")
    with pytest.raises(Damaged, match="what was erased is back"):
        erase_again(office.settings, tmp_path / "ledger")

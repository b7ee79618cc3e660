"""A restore gives back all of it, proves that, and ends what must not go on."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import asyncpg
import pytest

from netralitas.audit import heads
from netralitas.audit.heads import BadHead, LogHead
from netralitas.database.migrate import MigrationError, hold_known
from netralitas.evidence.domain import Verdict
from netralitas.evidence.storage import Storage
from netralitas.recovery import identities
from netralitas.recovery.creating import create
from netralitas.recovery.refusals import BackupRefused
from netralitas.recovery.restoring import restore
from netralitas.recovery.settling import settle_after
from netralitas.recovery.wishes import Restored, Wish
from tests.audit.ledger import NAME, SEED
from tests.conftest import Database
from tests.recovery.conftest import FILE, Office, into, secret

AHEAD = heads.sign(LogHead(origin=NAME, size=1024, root=bytes(32)), SEED, NAME)
"""A head that left the house after the backup was made."""


async def restored(office: Office, to: Database, data: Path, **wishes: object) -> Restored:
    keys = identities.identities_in(office.identity)
    wish = Wish(keys=keys, **wishes)  # type: ignore[arg-type]  # a test names real fields
    return await restore(office.backup, into(office, to, data), wish, lambda _: None)


async def rows(database: Database, statement: str) -> list[asyncpg.Record]:
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        found: list[asyncpg.Record] = await root.fetch(statement)
    finally:
        await root.close()
    return found


async def test_a_restore_gives_back_database_files_and_record_and_ends_what_must_not_go_on(
    office: Office, empty: Database, tmp_path: Path
) -> None:
    known = [office.made.facts.head, AHEAD]
    done = await restored(office, empty, tmp_path / "data", outside=known)
    assert done.files == 1
    assert done.missing == ()
    assert done.verified.endswith("whole.")
    digest = sha256(FILE).hexdigest()
    assert await Storage.of(into(office, empty, tmp_path / "data")).verify(digest) is Verdict.WHOLE
    assert (done.settled.ended["sessions"], done.settled.ended["calendars"]) == (1, 1)
    assert done.settled.jobs == 2
    assert [row[0] for row in await rows(empty, "SELECT revoked_at FROM session")] != [None]
    jobs = await rows(empty, "SELECT kind, tries, natural_key, problem FROM job ORDER BY id")
    assert [(job["kind"], job["tries"]) for job in jobs] == [
        ("send_notice", 8),
        ("mail_log_head", 8),
        ("index_case", 0),
    ]
    assert jobs[0]["natural_key"] is None, "later messages of the same key are sent again"
    assert done.origin == "netralitas-2", "heads of the day had left the house"
    [step] = await rows(empty, "SELECT last_step FROM second_factor")
    assert step[0] > 0, "no code of the past fits"
    told = await rows(empty, "SELECT name FROM event ORDER BY id DESC LIMIT 2")
    assert [row[0] for row in told] == ["log.renamed", "backup.restored"]
    assert done.lost == 1024 - office.made.facts.leaves
    [row] = await rows(empty, "SELECT statement FROM published.log_origin")
    assert "daun terakhir yang diterbitkan dengan nama lama: 1024\n" in row[0]
    assert f"alasan: dipulihkan dari cadangan {office.made.name}\n" in row[0]
    await rows(empty, "UPDATE session SET revoked_at = NULL RETURNING 1")
    again = await settle_after(into(office, empty, tmp_path))  # after a restore of another kind
    assert (again.ended["sessions"], again.jobs) == (1, 0)


async def test_a_backup_of_an_older_version_and_of_the_key_before_is_brought_to_the_present(
    office: Office, empty: Database, tmp_path: Path
) -> None:
    await rows(office.database, "REVOKE SELECT ON region FROM netralitas_app")  # what is lacking
    made = await create(office.settings, tmp_path / "place")
    await rows(office.database, "GRANT SELECT ON region TO netralitas_app")
    wish = Wish(keys=identities.identities_in(office.identity))
    new = secret(bytes(range(32, 64)))
    since = replace(into(office, empty, tmp_path), log_old_keys=secret(SEED), secret_log=new)
    done = await restore(tmp_path / "place" / made.manifest.name, since, wish, lambda _: None)
    assert done.migrated
    assert done.verified.endswith("whole.")
    [told] = await rows(empty, "SELECT statement FROM published.log_origin")
    assert "kunci baru: netralitas-2+" in told[0]
    [right] = await rows(empty, "SELECT has_table_privilege('netralitas_app', 'region', 'SELECT')")
    assert right[0] is True
    with pytest.raises(MigrationError, match="made by a newer version"):
        hold_known([*made.manifest.facts.migrations, "2099-01-01T00:00:00:000000"])


async def test_only_an_empty_database_is_restored_into(office: Office, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="not empty"):
        await restored(office, office.database, tmp_path / "data")
    assert not (tmp_path / "data").exists()


async def test_another_identity_opens_nothing_and_the_database_stays_empty(
    office: Office, empty: Database, tmp_path: Path
) -> None:
    identities.new_identity(tmp_path / "other")
    wish = Wish(keys=identities.identities_in(tmp_path / "other"))
    with pytest.raises(BackupRefused, match="does not open this backup"):
        await restore(office.backup, into(office, empty, tmp_path), wish, lambda _: None)
    assert await rows(empty, "SELECT FROM pg_tables WHERE schemaname = 'public'") == []


async def test_the_backup_of_another_installation_needs_a_word(
    office: Office, empty: Database, tmp_path: Path
) -> None:
    keys = identities.identities_in(office.identity)
    other = replace(into(office, empty, tmp_path), secret_log=secret(bytes(range(32, 64))))
    with pytest.raises(BackupRefused, match="by another installation"):
        await restore(office.backup, other, Wish(keys=keys), lambda _: None)
    done = await restore(office.backup, other, Wish(keys=keys, other=True), lambda _: None)
    assert "was not verified" in done.verified
    assert done.origin == ""


async def test_a_head_that_left_the_house_since_contradicts_the_old_name_and_must_be_ours(
    office: Office, empty: Database, tmp_path: Path
) -> None:
    with pytest.raises(BackupRefused, match="needs a new name"):
        await restored(office, empty, tmp_path, outside=[AHEAD], same_log=True)
    foreign = heads.sign(LogHead(origin=NAME, size=1, root=bytes(32)), bytes(32), NAME)
    with pytest.raises(BadHead):
        await restored(office, empty, tmp_path, outside=[foreign])

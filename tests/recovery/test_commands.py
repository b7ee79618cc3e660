"""`netralitas backup …`: what works says so, what cannot work is one sentence and exit code 2."""

import asyncio
import json
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from netralitas import settings as settings_module
from netralitas.audit.heads import verifier_of
from netralitas.cli import main
from netralitas.recovery.identities import new_identity
from netralitas.recovery.place import Place
from netralitas.settings import DEMO_SECRET, Settings
from tests.audit.ledger import NAME, SEED
from tests.recovery.conftest import CANARY, FILE, Office, keep

Cli = Callable[..., Result]


@pytest.fixture
def cli(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command with the settings of the office, or with changed ones."""
    monkeypatch.setattr(settings_module, "_adopted", {})

    def called(*arguments: object, **changes: str) -> Result:
        changed: Settings = replace(office.settings, **changes)  # type: ignore[arg-type]  # texts
        lines = "".join(f"{name}={text}\n" for name, text in changed.lines().items())
        file = tmp_path / "environment"
        file.write_text(lines.replace("NETRALITAS_CAPTURE_ALLOW=\n", ""))
        return CliRunner().invoke(
            main, ["--environment", str(file), "backup", *map(str, arguments)]
        )

    return called


def refusal(result: Result) -> str:
    """The one sentence of a refusal."""
    assert result.exit_code == 2, (result.output, result.exception)
    [*_, sentence] = result.stderr.splitlines()  # beside what was under way
    assert sentence.startswith("Error: ")
    return sentence


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """What a full disk is like: nothing may be written past `size` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def sealed_bytes(place: Path) -> bytes:
    """Everything that lies in a place, names included."""
    files = [path for path in place.rglob("*") if path.is_file()]
    return b"\n".join(str(path).encode() + path.read_bytes() for path in files)


def test_a_second_backup_seals_new_files_only_and_old_ones_leave_with_the_last_that_lists_them(
    office: Office, cli: Cli, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    assert cli("create", "--to", place).exit_code == 0
    (place / ".20200101T000000Z.part").mkdir()  # what is left of a backup whose process was killed
    asyncio.run(keep(office.database, office.settings, FILE + b"more"))
    second = cli("create", "--to", place)
    assert "1 files are new" in second.stdout
    assert len(list(Place(place).objects())) == 2
    assert not list(place.glob(".*"))
    assert CANARY not in sealed_bytes(place)
    assert b"rina@kantor.test" not in sealed_bytes(place)
    first, last = Place(place).names()
    assert cli("list", place).stdout.count("\n") == 2
    (place / first).rename(place / "20200101T000000Z")  # older than it is
    listing = place / last / "objects.jsonl"
    lines = listing.read_text().splitlines(keepends=True)
    listing.write_text(lines[0])  # whoever believed it would remove a file that is needed
    pruning = ("prune", place, "--days", 30, "--least", 1)
    assert "Nothing was removed: " in refusal(cli(*pruning))
    assert len(list(Place(place).objects())) == 2
    listing.write_text("".join(lines))
    gone = cli(*pruning)
    assert gone.stdout.startswith("Gone: 20200101T000000Z; with it 0 files")
    assert Place(place).names() == [last]
    verified = cli("verify", place / last, "--identity", office.identity)
    assert (verified.exit_code, verified.stdout.splitlines()[-1]) == (0, "The backup is whole.")


def test_whoever_has_the_public_key_verifies_a_copy_without_any_secret(office: Office) -> None:
    def verified(key: str) -> Result:
        return CliRunner().invoke(main, ["backup", "verify", str(office.backup), "--key", key])

    assert verified(office.made.key).exit_code == 0
    other = str(verifier_of(bytes(range(32, 64)), "netralitas"))
    assert "by another installation or with another key" in refusal(verified(other))
    assert "is not what `netralitas audit key` prints" in refusal(verified("netralitas"))


def test_the_drill_passes_on_a_whole_backup_and_names_the_damage_of_another(
    office: Office, cli: Cli, tmp_path: Path
) -> None:
    passed = cli("drill", office.backup, "--identity", office.identity, "--json")
    assert passed.exit_code == 0, passed.output
    told = json.loads(passed.stdout)
    assert told["files_whole"] == told["restored"]["files"] == 1
    assert told["restored"]["manifest"]["name"] == office.made.name
    shutil.copytree(office.place, tmp_path / "place")
    damaged = tmp_path / "place" / office.made.name / "database.age"
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    failed = cli("drill", damaged.parent, "--identity", office.identity, "--scratch", tmp_path)
    assert (failed.exit_code, failed.stdout) == (1, "DAMAGED:\n- database.age was changed\n")
    assert list(tmp_path.glob("netralitas-drill-*")) == [], "nothing stays behind"


def test_a_file_that_the_storage_lost_is_told_and_the_rest_is_kept(
    office: Office, cli: Cli, tmp_path: Path
) -> None:
    made = cli("create", "--to", tmp_path / "place", data=str(tmp_path))
    assert made.exit_code == 1
    assert "MISSING or changed in the storage: file " in made.stdout
    away = {"files_endpoint": "http://127.0.0.1:9", "files_key_id": "k", "files_secret": "s"}
    bucket = cli("create", "--to", tmp_path / "place", files_bucket="berkas", **away)
    assert "Files cannot be kept" in refusal(bucket)
    assert len(Place(tmp_path / "place").names()) == 1


def test_what_cannot_be_done_is_one_sentence_and_nothing_is_left(
    office: Office, cli: Cli, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    to = ("create", "--to", place)
    assert "BACKUP_RECIPIENTS is not set" in refusal(cli(*to, backup_recipients=""))
    assert "a public key of age" in refusal(cli(*to, backup_recipients="age1xyz"))
    assert "is the demo's secret" in refusal(cli(*to, secret_vault=DEMO_SECRET))
    assert "AUDITOR_DSN is not set" in refusal(cli(*to, auditor_dsn=""))
    assert not place.exists()
    place.mkdir()
    (place / "letters.txt").write_text("x")
    assert "is not empty and no place of backups" in refusal(cli(*to))
    (place / "letters.txt").unlink()
    with no_file_larger_than(60_000):
        assert refusal(cli(*to)).startswith("Error: File too large")
    assert Place(place).names() == []
    assert not list(place.glob(".*"))
    with Place(place).held([verifier_of(SEED, NAME)]):
        assert "Another backup is being written" in refusal(cli(*to))
    assert "of another installation: netralitas+" in refusal(cli(*to, log_name="lain"))
    (tmp_path / "text").write_text("no key\n")
    opening = ("drill", office.backup, "--identity", tmp_path / "text")
    assert "holds no private key of age" in refusal(cli(*opening))
    assert "is no backup" in refusal(cli("verify", tmp_path))
    restoring = ("restore", office.backup, "--identity", office.identity)
    assert "Say --erasures FILE, or --no-erasures" in refusal(cli(*restoring))
    assert "no ledger of erasures" in refusal(cli(*restoring, "--erasures", tmp_path / "none"))
    assert "is not empty" in refusal(cli(*restoring, "--no-erasures"))
    assert "is there already" in refusal(cli("identity", tmp_path / "text"))
    assert "holds no backup" in refusal(cli("prune", tmp_path / "none", "--days", 1))


def test_the_secrets_are_sealed_apart_for_another_key(
    office: Office, cli: Cli, tmp_path: Path
) -> None:
    recipient = new_identity(tmp_path / "safe")
    among = cli("keys", "--to", office.place / "keys.age")
    assert "keep the secrets apart" in refusal(among)
    sealed = tmp_path / "keys.age"
    assert cli("keys", "--to", sealed, "--recipient", recipient).exit_code == 0
    assert office.settings.secret_vault.encode() not in sealed.read_bytes()
    opening = ("open-keys", sealed, "--to", tmp_path / "again", "--identity")
    assert "does not open this backup" in refusal(cli(*opening, office.identity))
    assert cli(*opening, tmp_path / "safe").exit_code == 0
    lines = (tmp_path / "again").read_text().splitlines()
    assert f"NETRALITAS_SECRET_VAULT={office.settings.secret_vault}" in lines
    assert (tmp_path / "again").stat().st_mode & 0o077 == 0

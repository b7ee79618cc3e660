"""The command line: what works says so, what cannot work is one sentence and exit code 2."""

import asyncio
import base64
import json
import subprocess
from collections.abc import Callable, Iterator
from hashlib import sha256
from os import getpid
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from netralitas import settings as settings_module
from netralitas.cli import main
from netralitas.database.bootstrap import bootstrap, clone_database, drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.settings import DEMO_SECRET, HOW
from tests.conftest import TEMPLATE, Database
from tests.programs import copy_demo, free_port, run

Cli = Callable[..., Result]
WHOLE = "The record is whole."


def secret(name: str) -> str:
    return base64.b64encode(sha256(name.encode()).digest()).decode()


REAL = {f"NETRALITAS_SECRET_{name.upper()}": secret(name) for name in settings_module.SECRETS}


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command with these settings and no others."""
    monkeypatch.setattr(settings_module, "_adopted", {})

    def called(*arguments: object, **given: str) -> Result:
        with monkeypatch.context() as patched:
            for name, text in given.items():
                patched.setenv(name, text)
            return CliRunner().invoke(main, list(map(str, arguments)))

    return called


@pytest.fixture(scope="module")
def migrated(server: EmbeddedServer) -> Iterator[dict[str, str]]:
    """The settings of an installation with an empty record."""
    yield from _installation(server, "cli_migrated", migrated=True)


@pytest.fixture
def unmigrated(server: EmbeddedServer) -> Iterator[dict[str, str]]:
    """The settings of an installation with an empty database."""
    yield from _installation(server, "cli_empty", migrated=False)


def _installation(server: EmbeddedServer, name: str, *, migrated: bool) -> Iterator[dict[str, str]]:
    database = Database(server=server, name=f"{name}_{getpid()}")
    if migrated:
        asyncio.run(clone_database(server.dsn(), TEMPLATE, database.name))
    else:
        asyncio.run(bootstrap(server.dsn(), database.name))
    dsns = {
        f"NETRALITAS_{role.upper()}_DSN": database.dsn(role)
        for role in ("owner", "app", "public", "worker", "auditor")
    }
    yield REAL | dsns
    asyncio.run(drop_database(server.dsn(), database.name))


def refusal(result: Result) -> str:
    """The one sentence of a refusal; fails when it was none."""
    assert result.exit_code == 2, (result.output, result.exception)
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit), result.exception
    [sentence] = result.stderr.splitlines()
    assert sentence.startswith("Error: ")
    assert sentence.endswith((".", "?", HOW))
    return sentence


# Settings


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("NETRALITAS_SECRET_VAULT", "", "must be 32 random bytes in base64"),
        ("NETRALITAS_SECRET_VAULT", "c2hvcnQ=", "must be 32 random bytes in base64"),
        ("NETRALITAS_SECRET_INDEX", base64.b64encode(bytes(32)).decode(), "32 random bytes"),
        ("NETRALITAS_SECRET_LOG", "not base64!", "is not base64"),
        ("NETRALITAS_SECRET_LOG", "kata sandi é", "is not base64"),
        ("NETRALITAS_SECRET_VAULT", DEMO_SECRET, "is the demo's secret; make a new one"),
        ("NETRALITAS_VAULT_OLD_KEYS", "0:c2hvcnQ=", "must be 32 random bytes in base64"),
        ("NETRALITAS_VAULT_OLD_KEYS", "nonsense", "must be 32 random bytes in base64"),
        ("NETRALITAS_COLOUR", "blue", "is not a setting; docs/operations.md lists them all"),
        ("NETRALITAS_SESSION_HOURS", "ten", "must be a whole number"),
        ("NETRALITAS_SESSION_HOURS", "-1", "must be a whole number"),
        ("NETRALITAS_SESSION_HOURS", "0", "must be a whole number"),
        ("NETRALITAS_UPLOAD_MEGABYTES", "9" * 5000, "must be a whole number"),
        ("NETRALITAS_DEMO", "perhaps", "must be yes or no"),
        ("NETRALITAS_BASE_URL", "kantor", "must begin with http:// or https://"),
        ("NETRALITAS_PUBLIC_URL", "kantor", "must begin with http:// or https://"),
        ("NETRALITAS_REMINDER_DAYS", "366", "must be a whole number from 1 to 365"),
        ("NETRALITAS_SMTP_PORT", "65536", "must be a whole number from 1 to 65535"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(cli: Cli, name: str, text: str, said: str) -> None:
    sentence = refusal(cli("serve", **(REAL | {name: text})))
    assert said in sentence
    assert name.replace("VAULT_OLD_KEYS", "SECRET_VAULT") in sentence


@pytest.mark.parametrize("sender", ["", "kantor", "Kantor <a@b.id>", "a@b.id\nTo: c@d.id"])
def test_a_mail_server_without_a_sender_is_refused(cli: Cli, sender: str) -> None:
    given = {"NETRALITAS_SMTP_HOST": "surat.test", "NETRALITAS_MAIL_FROM": sender}
    assert "NETRALITAS_MAIL_FROM must be an address" in refusal(cli("serve", **(REAL | given)))


def test_without_secrets_nothing_starts(cli: Cli) -> None:
    for command in (("serve",), ("worker",), ("migrate",), ("audit", "head")):
        assert "NETRALITAS_SECRET_VAULT" in refusal(cli(*command))


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (("serve",), "NETRALITAS_APP_DSN"),
        (("worker",), "NETRALITAS_WORKER_DSN"),
        (("migrate",), "NETRALITAS_OWNER_DSN"),
        (("audit", "verify"), "NETRALITAS_AUDITOR_DSN"),
        (("audit", "head"), "NETRALITAS_AUDITOR_DSN"),
    ],
)
def test_without_its_address_a_command_asks_for_it(
    cli: Cli, command: tuple[str, ...], wanted: str
) -> None:
    assert f"{wanted} is not set." in refusal(cli(*command, **REAL))


def test_a_file_of_settings_that_cannot_be_read_is_named(cli: Cli, tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    for file in (tmp_path / "missing", tmp_path, binary):
        assert str(file) in refusal(cli("--environment", file, "audit", "head"))


# The database


WRONG = {
    "nothing listens": "postgresql://netralitas_{role}@127.0.0.1:1/x",
    "no such folder": "postgresql://netralitas_{role}@/x?host=/nonexistent",
    "no such host": "postgresql://netralitas_{role}@nowhere.invalid/x",
    "no address at all": "nonsense",
    "another protocol": "https://example.org/x",
    "no number": "postgresql://netralitas_{role}@localhost:port/x",
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize(
    ("role", "command"),
    [("auditor", ("audit", "verify")), ("auditor", ("audit", "head")), ("owner", ("migrate",))],
)
def test_a_wrong_address_is_one_sentence(
    cli: Cli, wrong: str, role: str, command: tuple[str, ...]
) -> None:
    dsn = {f"NETRALITAS_{role.upper()}_DSN": WRONG[wrong].format(role=role)}
    assert "DSN" in refusal(cli(*command, **REAL, **dsn))


def test_a_missing_database_or_role_is_named(cli: Cli, server: EmbeddedServer) -> None:
    for role, database, said in (
        ("netralitas_auditor", "not_there", "names a database that is not there"),
        ("nobody_we_know", "postgres", "does not accept the role"),
    ):
        dsn = server.dsn(role, database)
        assert said in refusal(cli("audit", "verify", **REAL, NETRALITAS_AUDITOR_DSN=dsn))


def test_an_empty_database_asks_for_migrate(cli: Cli, unmigrated: dict[str, str]) -> None:
    for command in (("audit", "head"), ("audit", "verify")):
        assert "`netralitas migrate`" in refusal(cli(*command, **unmigrated))


def test_migrate_brings_everything_once_and_check_says_what_is_missing(
    cli: Cli, unmigrated: dict[str, str]
) -> None:
    before = cli("migrate", "--check", **unmigrated)
    assert before.exit_code == 1
    assert "Nothing is missing." not in before.stdout
    first = cli("migrate", **unmigrated)
    assert first.exit_code == 0, (first.output, first.exception)
    assert "Migration" in first.stdout
    again = cli("migrate", **unmigrated)
    assert (again.exit_code, "Migration" in again.stdout) == (0, False)
    after = cli("migrate", "--check", **unmigrated)
    assert (after.exit_code, after.stdout) == (0, "Nothing is missing.\n")


def test_the_statements_for_an_administrator_are_printed_on_request(cli: Cli) -> None:
    printed = cli("database", "roles", "--sql")
    assert printed.exit_code == 0
    for role in ("owner", "app", "public", "worker", "auditor"):
        assert f"netralitas_{role}" in printed.stdout
    assert cli("database", "roles").exit_code == 2


# The record


def test_the_record_is_verified_in_words_and_as_json(cli: Cli, migrated: dict[str, str]) -> None:
    words = cli("audit", "verify", **migrated)
    assert (words.exit_code, words.stdout.splitlines()[-1]) == (0, WHOLE)
    data = json.loads(cli("audit", "verify", "--json", **migrated).stdout)
    assert (data["whole"], data["findings"]) == (True, [])


def test_a_head_that_is_none_is_refused(cli: Cli, migrated: dict[str, str], tmp_path: Path) -> None:
    junk, binary = tmp_path / "junk", tmp_path / "binary"
    junk.write_text("netralitas\n1\nAAAA\n\n— nobody AAAA\n")
    binary.write_bytes(b"\xff\xfe\x00")
    for file in (tmp_path / "missing", tmp_path, junk, binary):
        refusal(cli("audit", "verify", "--head", file, **migrated))


# Law, ports, help


def test_law_explains_a_rule_in_words_and_as_json(cli: Cli) -> None:
    words = cli("law", "explain", "pemilihan.handle_base", "--from", "2024-09-02")
    assert words.exit_code == 0, words.output
    assert len(words.stdout.splitlines()) > 2
    data = json.loads(
        cli("law", "explain", "pemilihan.handle_base", "--from", "2024-09-02", "--json").stdout
    )
    assert data


def test_law_refuses_what_it_does_not_know(cli: Cli) -> None:
    assert "no_such.rule" in refusal(cli("law", "explain", "no_such.rule", "--from", "2024-09-02"))
    day = cli("law", "explain", "pemilihan.handle_base", "--from", "2 September")
    assert (day.exit_code, "Traceback" in day.stderr) == (2, False)


@pytest.mark.parametrize(
    "options",
    [
        ("--port", "0"),
        ("--port", "65536"),
        ("--port", "-1"),
        ("--port", "http"),
        ("--workers", "0"),
        ("--host", "nowhere.invalid"),
        ("--host", "192.0.2.1"),
    ],
)
def test_a_place_where_nobody_can_listen_is_refused(
    cli: Cli, options: tuple[str, str], migrated: dict[str, str]
) -> None:
    refused = cli("serve", *options, **migrated)
    assert refused.exit_code == 2, refused.exception
    assert options[1] in refused.stderr.splitlines()[-1]


def test_every_command_has_help_of_its_own(cli: Cli) -> None:
    shown = cli("--help")
    for command in ("account", "audit", "database", "demo", "law", "migrate", "serve", "worker"):
        assert f"\n  {command} " in shown.stdout
        assert cli(command, "--help").stdout.startswith("Usage: ")
    assert cli("nonsense").exit_code == 2


# As processes: the exit code and standard error of the real program


def test_a_refusal_of_the_program_is_one_line(tmp_path: Path) -> None:
    ran = run("audit", "verify", environment=REAL)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Error: NETRALITAS_AUDITOR_DSN is not set.\n"


def test_demo_data_that_cannot_be_kept_is_one_sentence(demo_folder: Path) -> None:
    file = demo_folder / "a_file"
    file.touch()
    for place in (file, file / "below", Path("/proc/netralitas")):
        ran = run("demo", "--port", free_port(), "--data", place)
        assert ran.code == 2
        assert ran.err.startswith("Error: ")
        assert "Traceback" not in ran.err


def test_data_of_another_version_of_postgresql_names_the_way_out(
    made_demo: Path, demo_folder: Path
) -> None:
    data = copy_demo(made_demo, demo_folder / "version")
    subprocess.run(["sed", "-i", "s/18/17/", data / "postgres/pg/PG_VERSION"], check=True)  # noqa: S603, S607 - sed
    ran = run("demo", "--port", free_port(), "--data", data)
    assert ran.code == 2
    [sentence] = ran.err.splitlines()
    assert "was made by PostgreSQL 17 and this program brings PostgreSQL 18" in sentence

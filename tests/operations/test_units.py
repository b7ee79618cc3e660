"""The units of systemd, as systemd reads them, beside the guide and the program."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from netralitas.cli import main
from netralitas.serving import GRACE
from tests.operations.machine import need
from tests.programs import ROOT

UNITS = ROOT / "deploy" / "systemd"
HARDENED = 2.0  # of 10: what `systemd-analyze security` may still find exposed
PROGRAM = "/srv/netralitas/code/.venv/bin/netralitas"


def services() -> list[Path]:
    return sorted(UNITS.glob("*.service"))


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units with a program and accounts that are on every machine."""
    for unit in UNITS.iterdir():
        text = unit.read_text(encoding="utf-8").replace(PROGRAM, "/bin/true")
        text = re.sub(r"^(User|Group)=.*$", r"\1=daemon", text, flags=re.MULTILINE)
        (tmp_path / unit.name).write_text(text)
    shutil.copy(tmp_path / "netralitas-web@.service", tmp_path / "netralitas-web@1.service")
    return tmp_path


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - reads files
        ["systemd-analyze", *map(str, arguments)],  # noqa: S607 - as in any shell
        capture_output=True,
        text=True,
        check=False,
    )


def test_systemd_finds_nothing_wrong_with_them(units: Path) -> None:
    need("systemd-analyze")
    found = analyze("verify", "--man=no", *sorted(units.iterdir()))
    assert (found.returncode, found.stderr) == (0, "")


def test_they_are_hardened(units: Path) -> None:
    need("systemd-analyze")
    for unit in sorted(units.glob("*.service")):
        if unit.name != "netralitas-web@.service":
            found = analyze("security", "--offline=true", unit)
            exposure = re.search(r"exposure level for \S+: ([\d.]+)", found.stdout)
            assert exposure is not None, found.stderr
            assert float(exposure[1]) <= HARDENED, unit.name


@pytest.mark.parametrize("unit", services(), ids=lambda path: path.stem)
def test_a_unit_runs_a_command_that_there_is(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    [command] = re.findall(rf"^ExecStart={PROGRAM} (.+)$", text, re.MULTILINE)
    said = CliRunner().invoke(main, [*command.replace("%i", "1").split(), "--help"])
    assert said.exit_code == 0, said.output
    for option in re.findall(r"--[a-z-]+", command):
        assert option in said.output
    [file] = re.findall(r"^EnvironmentFile=/srv/netralitas/(.+)$", text, re.MULTILINE)
    assert f'"$PLACE/{file}"' in (ROOT / "docs" / "production.md").read_text(encoding="utf-8")


def test_a_server_has_the_time_to_end_that_it_takes() -> None:
    for unit in services():
        text = unit.read_text(encoding="utf-8")
        if "serve " in text:
            [drain] = map(int, re.findall(r"--drain (\d+)", text))
            [stop] = map(int, re.findall(r"^TimeoutStopSec=(\d+)$", text, re.MULTILINE))
            assert stop > drain + GRACE
            assert "KillMode=mixed" in text, "the first process ends its workers itself"


def test_the_proxy_speaks_no_tls_before_1_2_and_offers_forward_secrecy_alone() -> None:
    said = (ROOT / "deploy" / "nginx" / "tls.conf").read_text(encoding="utf-8")
    assert re.findall(r"^ssl_protocols\s+(.*);$", said, flags=re.MULTILINE) == ["TLSv1.2 TLSv1.3"]
    ciphers = re.findall(r"^ssl_ciphers\s+(.*);$", said, flags=re.MULTILINE)
    assert ciphers == ["ECDHE+AESGCM:ECDHE+CHACHA20"]

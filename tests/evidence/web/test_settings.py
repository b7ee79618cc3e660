"""What the settings of captures allow, and where they are refused."""

from pathlib import Path

import pytest

from netralitas.settings import SettingsError, load, load_for_demo

REAL = {
    f"NETRALITAS_SECRET_{name}": secret
    for name, secret in (
        ("VAULT", "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU="),
        ("INDEX", "YmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NWE="),
        ("LOG", "Y2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6MDEyMzQ1YWI="),
        ("RECEIPT", "ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDVhYmM="),
    )
}


def test_a_way_past_the_guard_is_refused_outside_of_the_demo() -> None:
    with pytest.raises(SettingsError, match="tests and the demo only"):
        load({**REAL, "NETRALITAS_CAPTURE_ALLOW": "127.0.0.1:8080"})
    assert load({**REAL, "NETRALITAS_CAPTURE_ALLOW": ""}).capture_allow == ""


def test_the_demo_takes_from_the_environment_what_concerns_captures_alone() -> None:
    found = load_for_demo(
        {"NETRALITAS_CAPTURE_ALLOW": "127.0.0.1:8080", "NETRALITAS_LOG_NAME": "other"}
    )
    assert (found.demo, found.capture_allow, found.log_name) == (
        True,
        "127.0.0.1:8080",
        "netralitas",
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [("TSA_URL", "tsa.example"), ("TSA_ROOT", "/nowhere.pem"), ("CHROMIUM", "/nowhere/chromium")],
)
def test_what_cannot_be_found_is_said_at_once(name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=f"NETRALITAS_{name}"):
        load({**REAL, f"NETRALITAS_{name}": text})


def test_files_that_are_there_are_taken(tmp_path: Path) -> None:
    root = tmp_path / "root.pem"
    root.touch()
    assert load({**REAL, "NETRALITAS_TSA_ROOT": str(root)}).tsa_root == str(root)

"""The bill of what is of others names everything that the locks pin and the folders hold."""

import json
import re
import runpy
from typing import Any

import pytest

from tests.project.source import ROOT

BILL = ROOT / "docs" / "sbom.json"


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(BILL.read_text(encoding="utf-8"))
    return found


def test_the_bill_is_what_the_script_makes_of_the_locks_and_folders_today() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "sbom.py"))
    assert BILL.read_text(encoding="utf-8") == made["bill"](), "run scripts/sbom.py"


def test_every_pin_of_both_locks_stands_in_it_once_with_its_scope(bill: dict[str, Any]) -> None:
    pinned = {}
    for lock, scope in (("requirements-dev.lock", "excluded"), ("requirements.lock", "required")):
        lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
        pins = [
            tuple(line.split(" ")[0].split("=="))
            for line in lines
            if re.match(r"[a-zA-Z0-9].*==", line)
        ]
        pinned.update(dict.fromkeys(pins, scope))
    found = {
        (each["name"], each["version"]): each["scope"]
        for each in bill["components"]
        if "purl" in each
    }
    assert found == pinned
    assert len(found) == sum("purl" in each for each in bill["components"]) > 60


def test_every_folder_of_others_has_a_licence_and_the_digest_of_each_file(
    bill: dict[str, Any],
) -> None:
    folders = [each for each in bill["components"] if "purl" not in each]
    assert all(each["licenses"][0]["license"]["id"] for each in folders)
    named = {file["name"] for each in folders for file in each["components"]}
    held = {
        path.relative_to(ROOT).as_posix()
        for place in ("static/vendor", "tests/browser/vendor")
        for path in (ROOT / place).rglob("*/*")
        if path.is_file()
    }
    assert named == held


def test_it_has_the_form_of_its_standard_and_no_address(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.5", 1)
    references = [each["bom-ref"] for each in bill["components"]]
    assert len(references) == len(set(references))
    assert "://" not in BILL.read_text(encoding="utf-8")

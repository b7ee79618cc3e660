"""Write docs/sbom.json: everything of others that runs here, as CycloneDX, from locks and folders.

The same input makes the same bytes: no time, no number of chance, no address. Digests of packages
stand in the lock files, those of files in the folders of others stand here.
"""

import json
import re
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "docs" / "sbom.json"
LOCKS: Final = (("requirements.lock", "required"), ("requirements-dev.lock", "excluded"))
"""Each lock, and what its packages are to the running product."""

VENDORED: Final = ROOT / "static" / "vendor"
FOR_TESTS: Final = ROOT / "tests" / "browser" / "vendor"
LICENCES: Final = {
    "MIT": "MIT",
    "Zero-Clause BSD": "0BSD",
    "SIL Open Font License 1.1": "OFL-1.1",
    "MPL-2.0": "MPL-2.0",
}
"""The licences of the table of static/vendor, by their names of SPDX."""

_PIN: Final = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?==([^ ;\\]+)", re.MULTILINE)
_ROW: Final = re.compile(r"^\| ([^|]+) \| ([\d.]+) \| ([^|]+) \|", re.MULTILINE)

Component = dict[str, Any]


def bill() -> str:
    """Return the bill as text."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "([^"]+)"', project, re.MULTILINE)
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "netralitas",
                "name": "netralitas",
                "version": version.group(1) if version else "",
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
            }
        },
        "components": [*packages(), *vendored()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def packages() -> list[Component]:
    """Return the packages of both locks, each once: what runs comes before what tests it."""
    found: dict[str, Component] = {}
    for lock, scope in LOCKS:
        for name, version in _PIN.findall((ROOT / lock).read_text(encoding="utf-8")):
            plain = re.sub(r"[-_.]+", "-", name).lower()
            reference = f"pkg:pypi/{plain}@{version}"
            found.setdefault(reference, _library(plain, version, scope, reference))
    return [found[reference] for reference in sorted(found)]


def vendored() -> list[Component]:
    """Return what lies in the folders of others, with the digest of every file of it."""
    table = _ROW.findall((VENDORED / "README.md").read_text(encoding="utf-8"))
    known = {folder: licence.strip() for folder, licence in _by_folder(table)}
    known["axe-core-4.14.1"] = "MPL-2.0"
    return [
        _folder(folder, known[folder.name], scope)
        for place, scope in ((VENDORED, "required"), (FOR_TESTS, "excluded"))
        for folder in sorted(each for each in place.iterdir() if each.is_dir())
    ]


def _by_folder(table: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Return the folder of each row of the table, and its licence."""
    folders = [each.name for each in VENDORED.iterdir() if each.is_dir()]
    return [
        (folder, licence)
        for name, version, licence in table
        for folder in folders
        if folder == f"{_plain(name)}-{version}"
    ]


def _plain(name: str) -> str:
    """Return a name as folders have it: "htmx.org" lies in htmx-4.0.1."""
    first = re.split(r"\s*\(", name)[0].strip().lower()
    return first.removesuffix(".org").replace(" ", "-")


def _folder(folder: Path, licence: str, scope: str) -> Component:
    name, _, version = folder.name.rpartition("-")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    whole = _library(name, version, scope, f"folder:{folder.relative_to(ROOT).as_posix()}")
    return {
        **whole,
        "licenses": [{"license": {"id": LICENCES[licence]}}],
        "components": [
            {
                "type": "file",
                "name": path.relative_to(ROOT).as_posix(),
                "hashes": [{"alg": "SHA-256", "content": sha256(path.read_bytes()).hexdigest()}],
            }
            for path in files
        ],
    }


def _library(name: str, version: str, scope: str, reference: str) -> Component:
    made: Component = {
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "version": version,
        "scope": scope,
    }
    return {**made, "purl": reference} if reference.startswith("pkg:") else made


if __name__ == "__main__":
    TARGET.write_text(bill(), encoding="utf-8")
    sys.stdout.write(f"{TARGET.relative_to(ROOT)} written\n")

"""The lock files pin everything by digest and name no place to fetch from."""

import re
import tomllib

import pytest

from tests.project.source import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock"]
LINE = re.compile(  # a pin with its marker, or a digest
    r"[a-z0-9][a-z0-9.-]*(\[[a-z,]+\])?==[0-9a-z.]+( ; [a-z_' =!.<>0-9A-Z()]+)? \\"
    r"| {4}--hash=sha256:[0-9a-f]{64}( \\)?"
)
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)")


def entries(lock: str) -> list[str]:
    """The requirements of a lock, each with its options on one line."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(lock: str) -> dict[str, str]:
    """Version by package name."""
    found = [PIN.match(entry) for entry in entries(lock)]
    return {match[1]: match[2] for match in found if match}


def names(requirements: list[str]) -> set[str]:
    """Normalised names of `requirements` as pyproject.toml writes them."""
    heads = [re.match(r"[A-Za-z0-9._-]+", requirement) for requirement in requirements]
    return {re.sub(r"[-_.]+", "-", head[0]).lower() for head in heads if head}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_one_version_with_digests(lock: str) -> None:
    assert entries(lock)
    assert [e[:60] for e in entries(lock) if not PIN.match(e) or "--hash=sha256:" not in e] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_line_of_a_lock_names_a_host_a_path_or_an_index(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = (pins(lock) for lock in LOCKS)
    assert names(project["project"]["dependencies"]) - set(run) == set()
    assert names(project["dependency-groups"]["dev"]) - set(dev) == set()


def test_the_build_backend_is_the_locked_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    backend = {
        match[1]: match[2] for match in map(PIN.match, project["build-system"]["requires"]) if match
    }
    assert backend
    assert backend.items() <= pins("requirements.lock").items()


def test_both_locks_agree_on_what_both_pin() -> None:
    run, dev = (pins(lock) for lock in LOCKS)
    assert {name for name in run.keys() & dev.keys() if run[name] != dev[name]} == set()

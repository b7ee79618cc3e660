"""Whatever changes in a backup is named, before anything is restored from it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netralitas.audit.heads import verifier_of
from netralitas.recovery.checking import check, opens
from netralitas.recovery.identities import identities_in
from netralitas.recovery.manifest import DATABASE, MANIFEST, OBJECTS, SIGNATURE
from netralitas.recovery.refusals import BackupRefused
from tests.audit.ledger import NAME, SEED
from tests.recovery.conftest import Office

VERIFIER = verifier_of(SEED, NAME)
PARTS = (MANIFEST, SIGNATURE, DATABASE, OBJECTS, "object")


def part(office: Office, name: str) -> Path:
    if name != "object":
        return office.backup / name
    [found] = (office.place / "objects").glob("*/*.age")
    return found


@contextmanager
def changed(path: Path, content: bytes | None) -> Iterator[None]:
    """Another content of a file, or none of it, while the block lasts."""
    kept = path.read_bytes()
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    yield
    path.write_bytes(kept)


def damage(office: Office) -> tuple[str, ...]:
    return check(office.backup, [VERIFIER]).damage


def named(name: str, found: tuple[str, ...]) -> bool:
    return any(each.startswith("objects/" if name == "object" else name) for each in found)


def test_a_whole_backup_has_no_damage_and_opens(office: Office) -> None:
    checked = check(office.backup, [VERIFIER])
    assert checked.damage == ()
    assert opens(office.backup, checked, identities_in(office.identity)) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PARTS), st.integers(0, 10**9), st.integers(1, 255))
def test_one_byte_changed_anywhere_is_named(
    office: Office, name: str, place: int, other: int
) -> None:
    path = part(office, name)
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= other
    with changed(path, bytes(content)):
        assert damage(office), "it was noticed"
        assert name in {MANIFEST, SIGNATURE} or named(name, damage(office))


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_is_missing_or_cut_off_is_named(office: Office, name: str) -> None:
    path = part(office, name)
    with changed(path, None):
        assert named(name, damage(office))
    for kept in (path.read_bytes()[:-1], b"", path.read_bytes() + b"\n"):
        with changed(path, kept):
            assert damage(office)


def test_a_manifest_of_another_backup_is_named(office: Office) -> None:
    twin = office.place / "20200101T000000Z"
    shutil.copytree(office.backup, twin)
    try:
        assert check(twin, [VERIFIER]).damage == (
            f"{MANIFEST} is that of the backup {office.made.name}",
        )
    finally:
        shutil.rmtree(twin)


def test_what_does_not_belong_to_a_backup_is_named_and_a_folder_that_is_none_is_refused(
    office: Office, tmp_path: Path
) -> None:
    strange = office.backup / "notes.txt"
    strange.write_text("x")
    assert damage(office) == ("notes.txt does not belong to the backup",)
    strange.unlink()
    with pytest.raises(BackupRefused, match="is no backup"):
        check(tmp_path, [VERIFIER])

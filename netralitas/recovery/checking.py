"""Is a backup what was written? Every byte is read; with an identity everything is opened too."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
import pyrage

from netralitas.audit.heads import Verifier
from netralitas.recovery import manifest, objects
from netralitas.recovery.manifest import DATABASE, OBJECTS, Manifest, Object
from netralitas.recovery.place import Place
from netralitas.recovery.refusals import BackupRefused, Damaged
from netralitas.recovery.sealing import digest_of, unseal

_FILES: Final = {manifest.MANIFEST, manifest.SIGNATURE, DATABASE, OBJECTS}


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A backup whose every byte was read, with the files that belong to it, and what is wrong."""

    manifest: Manifest | None
    objects: tuple[Object, ...]
    damage: tuple[str, ...]


class _Nowhere:
    """Takes bytes and keeps none."""

    def write(self, data: bytes, /) -> int:
        """Take all of `data`."""
        return len(data)


def check(folder: Path, verifiers: Sequence[Verifier] | None) -> Checked:
    """Return what is wrong with the backup in `folder`; every byte of every part is read.

    Raises BackupRefused when `folder` is no backup, or when another installation than that of the
    `verifiers` has made it.
    """
    if not folder.is_dir() or not (folder.parent / "place.json").is_file():
        raise BackupRefused(f"{folder} is no backup: name its folder in the place of backups.")
    try:
        read = manifest.read(folder)
    except Damaged as error:
        return Checked(manifest=None, objects=(), damage=error.damage)
    if verifiers is not None and not manifest.of_us(read, verifiers):
        name = read.key.partition("+")[0]
        raise BackupRefused(
            f"This backup was made by another installation or with another key: {name}, not"
            f" {verifiers[-1].name}; use its settings, or say --other-installation."
        )
    damage = parts_of(folder, read)
    listed: tuple[Object, ...] = ()
    try:
        listed = tuple(manifest.objects_in(folder))
    except Damaged as error:
        damage = [*damage, *error.damage] if OBJECTS not in " ".join(damage) else damage
    damage += objects.damage_of(Place(folder.parent), listed)
    return Checked(manifest=read, objects=listed, damage=tuple(damage))


def parts_of(folder: Path, read: Manifest) -> list[str]:
    """Return, a sentence each, the parts of a backup that are not those of its manifest."""
    damage = []
    expected = {
        DATABASE: (read.database.size, read.database.sha256),
        OBJECTS: (None, read.files.sha256),
    }
    for name, (size, sha256) in expected.items():
        try:
            found = digest_of(folder / name)
        except OSError:
            damage.append(f"{name} is not there or cannot be read")
            continue
        if size is not None and found[0] < size:
            damage.append(f"{name} was cut off: {found[0]} of {size} bytes are there")
        elif found[1] != sha256:
            damage.append(f"{name} was changed")
    strange = sorted(each.name for each in folder.iterdir() if each.name not in _FILES)
    return [*damage, *(f"{name} does not belong to the backup" for name in strange)]


def opens(folder: Path, checked: Checked, keys: Sequence[pyrage.x25519.Identity]) -> list[str]:
    """Return, a sentence each, what does not open with these keys; nothing is written anywhere.

    Raises BackupRefused when none of the keys is one of the backup's.
    """
    if checked.manifest is None:
        return []
    damage: list[str] = []
    try:
        with (folder / DATABASE).open("rb") as source:
            part = unseal(DATABASE, source, _Nowhere(), keys)
        if part != checked.manifest.database:
            damage.append(f"{DATABASE} holds something else than was written")
    except Damaged as error:
        damage += error.damage
    place = Place(folder.parent)
    for each in checked.objects:
        try:
            objects.opened(place, each, _Nowhere(), keys)
        except Damaged as error:
            damage += error.damage
    return damage

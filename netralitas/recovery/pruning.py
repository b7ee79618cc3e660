"""Backups that are thrown away in time: what was erased leaves with the last that holds it."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from netralitas.audit.heads import Verifier
from netralitas.recovery import manifest
from netralitas.recovery.place import Place, sync
from netralitas.recovery.refusals import BackupRefused

_FORM: Final = "%Y%m%dT%H%M%SZ"


class Pruned(msgspec.Struct, frozen=True, kw_only=True):
    """The backups that are gone and those that stay, and the sealed files that went with them."""

    gone: tuple[str, ...]
    stay: tuple[str, ...]
    objects: int
    freed: int


def prune(
    place: Place, ours: Sequence[Verifier], now: datetime, *, days: int, least: int
) -> Pruned:
    """Return what was removed: backups older than `days`, but never the newest `least`.

    A sealed file goes with the last backup that lists it. `ours` are the public keys of the log.
    Raises BackupRefused; Damaged when the list of a backup that stays is not the one that was
    signed: then nothing is removed.
    """
    if not place.names():
        raise BackupRefused(f"{place.root} holds no backup.")
    with place.held(ours):
        names = place.names()
        before = now - timedelta(days=days)
        gone = tuple(name for name in names[: -least or None] if made_at(name) < before)
        stay = tuple(name for name in names if name not in gone)
        listed = {each.name for name in stay for each in manifest.proved_objects(place.root / name)}
        for name in gone:
            hidden = place.root / f".{name}.part"  # half of one is none
            (place.root / name).rename(hidden)
            sync(place.root)
            shutil.rmtree(hidden)
        left = [path for path in place.objects() if path.stem not in listed]
        freed = sum(path.stat().st_size for path in left)
        for path in left:
            path.unlink()
    return Pruned(gone=gone, stay=stay, objects=len(left), freed=freed)


def made_at(name: str) -> datetime:
    """Return when the backup of this name was made."""
    return datetime.strptime(name.partition("-")[0], _FORM).replace(tzinfo=UTC)


def size_of(folder: Path) -> int:
    """Return the bytes of a backup's own parts."""
    return sum(each.stat().st_size for each in folder.iterdir())

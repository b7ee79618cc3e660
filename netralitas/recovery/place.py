"""The place of backups: a folder with one folder for each, and the sealed files that they share.

PLACE/place.json      whose backups these are
PLACE/objects/ab/…    kept files, sealed, under the SHA-256 of the sealed bytes
PLACE/NAME/           a backup: manifest.json, manifest.sig, database.age, objects.jsonl

A backup is there with its last byte or not at all: until then its folder begins with a dot.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from netralitas.audit.heads import Verifier
from netralitas.recovery.refusals import BackupRefused

_MARK: Final = "place.json"
_LOCK: Final = "lock"
_OBJECTS: Final = "objects"
_DRAFT: Final = ".part"
_NAME: Final = re.compile(r"\d{8}T\d{6}Z(-\d+)?")
_LEAST: Final = 64 * 1024 * 1024  # bytes


class _Mark(msgspec.Struct, frozen=True, kw_only=True):
    key: str


class Place:
    """A folder of backups of one installation."""

    def __init__(self, root: Path) -> None:
        """Nothing is read yet."""
        self.root = root

    def names(self) -> list[str]:
        """Return the names of the backups that are whole, oldest first."""
        if not self.root.is_dir():
            return []
        return sorted(each.name for each in self.root.iterdir() if _NAME.fullmatch(each.name))

    def object(self, name: str) -> Path:
        """Return where the sealed file of this name lies."""
        return self.root / _OBJECTS / name[:2] / f"{name}.age"

    def objects(self) -> Iterator[Path]:
        """Yield every sealed file that lies there."""
        yield from (self.root / _OBJECTS).glob("*/*.age")

    def incoming(self) -> Path:
        """Return the folder in which a file is sealed before it has its name, made if missing."""
        folder = self.root / _OBJECTS / _DRAFT
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder

    @contextmanager
    def held(self, ours: Sequence[Verifier]) -> Iterator[None]:
        """Hold the place for one writer; BackupRefused when another writes, or it is not ours.

        `ours` are the public keys that the log has had, the present one last. A new or empty folder
        becomes one of this installation; what a broken run left is removed.
        """
        self._take(ours)
        with (self.root / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise BackupRefused(f"Another backup is being written to {self.root}.") from error
            for left in (*self.root.glob(f".*{_DRAFT}"), self.root / _OBJECTS / _DRAFT):
                shutil.rmtree(left, ignore_errors=True)
            yield

    @contextmanager
    def draft(self, now: datetime) -> Iterator[Path]:
        """Lend a folder that becomes a backup at the end of the block, and is gone if it fails.

        Raises BackupRefused where hardly any room is left on the disk.
        """
        if shutil.disk_usage(self.root).free < _LEAST:
            raise BackupRefused(f"There is no room left on the disk of {self.root}.")
        name = self._new_name(now)
        folder = self.root / f".{name}{_DRAFT}"
        folder.mkdir(mode=0o700)
        try:
            yield folder
            for file in folder.iterdir():
                sync(file)
            sync(folder)
            folder.rename(self.root / name)
            sync(self.root)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.rmtree(self.root / _OBJECTS / _DRAFT, ignore_errors=True)

    def _take(self, ours: Sequence[Verifier]) -> None:
        """Hold that the folder is there and ours."""
        mark = self.root / _MARK
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not mark.exists():
            if any(self.root.iterdir()):
                raise BackupRefused(f"{self.root} is not empty and no place of backups.")
            mark.write_bytes(msgspec.json.encode(_Mark(key=str(ours[-1]))))
            sync(mark)
        try:
            key = msgspec.json.decode(mark.read_bytes(), type=_Mark).key
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise BackupRefused(f"{mark} is not as it was written.") from error
        if key not in map(str, ours):
            raise BackupRefused(f"{self.root} holds backups of another installation: {key}.")

    def _new_name(self, now: datetime) -> str:
        name = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        taken, ordinal = set(self.names()), 2
        while name in taken:
            name, ordinal = f"{name.partition('-')[0]}-{ordinal}", ordinal + 1
        return name


def sync(path: Path) -> None:
    """Hold that the bytes of a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""Kept files on a disk: a folder that only this user can enter."""

import os
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from pathlib import Path

from anyio import to_thread

from netralitas.evidence.backing import CHUNK, name_of
from netralitas.evidence.domain import FileLost, Stored


class Folder:
    """Files as `ab/cd/abcd…`, synced before they have their name."""

    def __init__(self, root: Path) -> None:
        """Use the folder `root`, made with the first file; the folder above it must be there."""
        self.root = root

    async def place(self, path: Path, stored: Stored) -> None:
        """Hold what `Backing.place` says; `path` is on the same disk, so renaming is one step."""
        await to_thread.run_sync(self._place, path, stored)

    def _place(self, path: Path, stored: Stored) -> None:
        kept = self.path(stored.digest)
        if kept.is_file() and kept.stat().st_size == stored.size:
            path.unlink()
            return
        for folder in (kept.parent.parent, kept.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        _sync(path)
        path.replace(kept)
        for folder in (kept.parent, kept.parent.parent, self.root):
            _sync(folder)

    async def open(
        self, digest: str, start: int = 0, length: int | None = None
    ) -> AsyncIterator[bytes]:
        """Return the bytes from `start` on, at most `length`; FileLost."""
        path = self.path(digest)
        if not await to_thread.run_sync(path.is_file):
            raise FileLost(digest)
        return _read(path, start, length)

    def pieces(self, digest: str) -> Iterator[bytes]:
        """Yield all bytes; blocks. Raises FileLost."""
        try:
            file = self.path(digest).open("rb")
        except FileNotFoundError as error:
            raise FileLost(digest) from error
        with file:
            while piece := file.read(CHUNK):
                yield piece

    async def sizes(self, digests: Collection[str]) -> Mapping[str, int | None]:
        """Return the size of each in bytes, None for one that is not there."""
        return await to_thread.run_sync(self._sizes, digests)

    def _sizes(self, digests: Collection[str]) -> dict[str, int | None]:
        paths = {digest: self.path(digest) for digest in digests}
        return {
            digest: path.stat().st_size if path.is_file() else None
            for digest, path in paths.items()
        }

    async def remove(self, digest: str) -> None:
        """Hold that it is not there, also after a loss of power."""
        await to_thread.run_sync(self._remove, digest)

    def _remove(self, digest: str) -> None:
        kept = self.path(digest)
        kept.unlink(missing_ok=True)
        if kept.parent.is_dir():
            _sync(kept.parent)

    def path(self, digest: str) -> Path:
        """Return where a file of this digest stands; ValueError for anything but a digest."""
        return self.root / name_of(digest)

    async def hold_there(self) -> None:
        """Hold nothing: the folder is made with the first file."""


async def _read(path: Path, start: int, length: int | None) -> AsyncIterator[bytes]:
    file = await to_thread.run_sync(path.open, "rb")
    try:
        await to_thread.run_sync(file.seek, start)
        left = length
        while left is None or left > 0:
            wanted = CHUNK if left is None else min(CHUNK, left)
            piece = await to_thread.run_sync(file.read, wanted)
            if not piece:
                break
            left = None if left is None else left - len(piece)
            yield piece
    finally:
        file.close()


def _sync(place: Path) -> None:
    """Hold that the bytes of a file, or the names in a folder, are on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""Files that arrive piece by piece over a line that breaks: what is there, stays there."""

import os
import re
from collections.abc import AsyncGenerator, AsyncIterable
from contextlib import aclosing, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from anyio import to_thread

from netralitas.evidence.backing import CHUNK, FULL
from netralitas.evidence.domain import FileRefused, StorageFull, Stored
from netralitas.evidence.running_digest import follow, forget
from netralitas.evidence.storage import Check, Storage
from netralitas.evidence.writing_down import alone, extended, write

_NAME: Final = re.compile(r"[0-9a-f]{16,64}")


class Pieces:
    """Files in `incoming` that grow by appending, each under a random name of hexadecimal digits.

    What is on the disk is the truth about how much has arrived.
    """

    def __init__(self, storage: Storage) -> None:
        """Keep them beside the whole files, on the same disk."""
        self.storage = storage

    async def arrived(self, name: str) -> int:
        """Return how many bytes are there; 0 when none came yet."""
        return await to_thread.run_sync(_size, self._path(name))

    async def append(self, name: str, offset: int, piece: bytes) -> int:
        """Return how many bytes are there after `piece` was added at `offset`.

        A piece that does not begin where the last one ended changes nothing: the answer says from
        where to go on. Raises StorageFull.
        """
        return await to_thread.run_sync(self._append, self._path(name), offset, piece)

    async def extend(
        self, name: str, offset: int, content: AsyncIterable[bytes], whole: int
    ) -> int:
        """Return how many bytes are there after what comes was added at `offset`, as it comes.

        What came before a line broke stays. Where `offset` is not what is there, or somebody else
        is adding to it, nothing changes. Raises FileRefused for more than `whole` bytes in all
        (then nothing of this is added) and StorageFull. At most 2 mebibytes wait in memory.
        """
        path = self._path(name)
        handle = await to_thread.run_sync(self._opened, path)
        try:
            there = os.fstat(handle).st_size
            if there != offset or not alone(handle):
                return there
            known = follow(path, there)
            try:
                return await extended(handle, there, content, whole, known)
            except FileRefused:
                os.ftruncate(handle, there)
                forget(path)
                raise
        finally:
            os.close(handle)

    async def adopt(self, name: str, limit: int, check: Check | None = None) -> Stored:
        """Return what the whole file is after it was moved to where it is kept.

        Raises FileRefused or StorageFull as `Storage.adopt` does; a refused file is gone.
        """
        path = self._path(name)
        try:
            return await self.storage.adopt(path, limit, check, forget(path))
        except FileRefused:
            await self.discard(name)
            raise

    def _opened(self, path: Path) -> int:
        for folder in (self.storage.root, self.storage.incoming):
            folder.mkdir(mode=0o700, exist_ok=True)
        return os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)

    async def finish(self, name: str, limit: int) -> Stored:
        """Return what the whole file is after it was kept; the pieces are gone, also when refused.

        Raises FileRefused or StorageFull as `Storage.keep` does; else the pieces stay.
        """
        path = self._path(name)
        try:
            async with aclosing(_read(path)) as content:
                stored = await self.storage.keep(content, limit)
        except FileRefused:
            await self.discard(name)
            raise
        await self.discard(name)
        return stored

    async def discard(self, name: str) -> None:
        """Hold that nothing of it is left in `incoming`."""
        forget(self._path(name))
        await to_thread.run_sync(_remove, self._path(name))

    async def sweep(self, before: datetime) -> None:
        """Hold that nothing is left to which no piece was added since `before`."""
        await to_thread.run_sync(_sweep, self.storage.incoming, before.timestamp())

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("the name of an upload is 16 to 64 hexadecimal digits")
        return self.storage.incoming / f"pieces-{name}"

    def _append(self, path: Path, offset: int, piece: bytes) -> int:
        handle = self._opened(path)
        try:
            there = os.fstat(handle).st_size
            if there != offset:
                return there
            try:
                write(handle, offset, piece)
            except OSError as error:
                os.ftruncate(handle, there)
                if error.errno in FULL:
                    raise StorageFull from error
                raise
            os.fsync(handle)
            return there + len(piece)
        finally:
            os.close(handle)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def _sweep(folder: Path, before: float) -> None:
    for path in folder.glob("pieces-*"):
        with suppress(FileNotFoundError):  # it was finished this moment
            if path.stat().st_mtime < before:
                path.unlink()


async def _read(path: Path) -> AsyncGenerator[bytes, None]:
    if not await to_thread.run_sync(path.is_file):
        return
    with path.open("rb") as file:
        while piece := await to_thread.run_sync(file.read, CHUNK):
            yield piece

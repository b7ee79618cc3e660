"""Files under their SHA-256: received once, never altered, found by digest alone."""

import asyncio
import hashlib
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from anyio import to_thread

from netralitas.evidence.backing import FULL, Backing
from netralitas.evidence.bucket import Bucket
from netralitas.evidence.domain import (
    FileLost,
    Infected,
    Scan,
    StorageAway,
    StorageFull,
    Stored,
    Verdict,
)
from netralitas.evidence.folder import Folder
from netralitas.evidence.receiving import Content, Draft, examined, pieces_of
from netralitas.evidence.running_digest import Running
from netralitas.evidence.scanning import Scanner
from netralitas.settings import Settings

Check = Callable[[str], None]
"""Holds that a type is what is expected; FileRefused else."""


class Storage:
    """Kept files in a folder or a bucket; whatever is received lies in a folder until it is whole.

    Guaranteed: a file is under its digest only when every byte of it is kept.
    """

    def __init__(
        self, root: Path, scanner: Scanner | None = None, backing: Backing | None = None
    ) -> None:
        """Receive in `root`, made with the first file, and keep there too without a `backing`.

        The folder above `root` must be there. With a `scanner` each file is shown to it before it
        is kept.
        """
        self.root = root
        self.scanner = scanner
        self.backing: Backing = Folder(root) if backing is None else backing
        self.incoming = root / "incoming"  # on the same disk: renaming is one step

    @classmethod
    def of(cls, settings: Settings) -> "Storage":
        """Return the storage of the settings; nothing is asked yet."""
        bucket = Bucket.of(settings) if settings.files_bucket else None
        return cls(settings.data / "files", Scanner.of(settings), bucket)

    async def hold_there(self) -> None:
        """Hold that files can be kept and read; StorageAway says why not."""
        await self.backing.hold_there()

    async def keep(self, content: Content, limit: int, *, made: str | None = None) -> Stored:
        """Return what `content` is after it was kept; the same bytes are kept once.

        `limit` is in bytes; `made` is the type of what the product made itself, of anything else
        the content says it. Raises FileRefused (empty, too large, a type that is not taken),
        StorageFull or StorageAway; in each case nothing stays behind.
        """
        draft: Draft | None = None
        try:
            # Not in a thread: it must be known whatever is cancelled.
            draft = Draft(*self.new_file(), limit, made)
            async with aclosing(pieces_of(content)) as pieces:
                async for piece in pieces:
                    await to_thread.run_sync(draft.add, piece)
            stored = await self._scanned(draft.path, await to_thread.run_sync(draft.examine))
            await self.backing.place(draft.path, stored)
        except OSError as error:
            if error.errno in FULL:
                raise StorageFull from error
            raise
        else:
            return stored
        finally:
            if draft is not None:
                draft.discard()

    async def adopt(
        self, path: Path, limit: int, check: Check | None = None, known: Running | None = None
    ) -> Stored:
        """Return what the file at `path` is after it was kept; it is moved.

        It is read once, unless its digest is `known` from when it arrived.

        `path` lies in `incoming`. Raises what `keep` does, and what `check` raises of its type;
        then the file still lies there.
        """
        try:
            stored = await to_thread.run_sync(examined, path, limit, known)
            if check is not None:
                check(stored.media_type)
            stored = await self._scanned(path, stored)
            await self.backing.place(path, stored)
        except OSError as error:
            if error.errno in FULL:
                raise StorageFull from error
            raise
        return stored

    async def _scanned(self, path: Path, stored: Stored) -> Stored:
        """Return the file with what the scanner says; Infected when it found malware."""
        if self.scanner is None:
            return stored
        said = await self.scanner.scan(path)
        if said is Scan.INFECTED:
            raise Infected
        return replace(stored, scan=said)

    async def open(
        self, digest: str, start: int = 0, length: int | None = None
    ) -> AsyncIterator[bytes]:
        """Return the bytes of a kept file piece by piece; FileLost when it is not there.

        With `start` and `length` in bytes only those. Raises StorageAway.
        """
        return await self.backing.open(digest, start, length)

    def pieces(self, digest: str) -> Iterator[bytes]:
        """Yield the bytes of a kept file; blocks. Raises FileLost, StorageAway."""
        return self.backing.pieces(digest)

    async def sizes(self, digests: Collection[str]) -> Mapping[str, int | None]:
        """Return the size of each file in bytes, None for one that is lost; StorageAway."""
        return await self.backing.sizes(digests)

    @asynccontextmanager
    async def local(self, digest: str) -> AsyncIterator[Path]:
        """Lend a kept file as one on this machine, not to be altered; FileLost, StorageAway."""
        path = self.backing.path(digest)
        if path is not None:
            if not await to_thread.run_sync(path.is_file):
                raise FileLost(digest)
            yield path
            return
        file, copy = self.new_file()
        try:
            await to_thread.run_sync(_copy, self.backing.pieces(digest), file)
            yield copy
        finally:
            file.close()
            copy.unlink(missing_ok=True)

    async def remove(self, digest: str) -> None:
        """Hold that the file is not kept any more, if it was; StorageAway."""
        await self.backing.remove(digest)

    async def verify(self, digest: str) -> Verdict:
        """Return whether the file still has its digest: every byte is read; StorageAway."""
        return await to_thread.run_sync(_verdict, self.backing.pieces(digest), digest)

    def new_file(self) -> tuple[BinaryIO, Path]:
        """Return a new file open for writing and reading, and its path, in `incoming`."""
        for folder in (self.root, self.incoming):
            folder.mkdir(mode=0o700, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.incoming)  # mode 0600
        return os.fdopen(handle, "w+b"), Path(name)


def problem_with(settings: Settings) -> str | None:
    """Return in English why files cannot be kept or read; None when they can. Blocks."""
    try:
        asyncio.run(Storage.of(settings).hold_there())
    except StorageAway as error:
        return error.problem
    return None


def _copy(pieces: Iterable[bytes], file: BinaryIO) -> None:
    file.writelines(pieces)
    file.flush()


def _verdict(pieces: Iterable[bytes], digest: str) -> Verdict:
    found = hashlib.sha256()
    try:
        for piece in pieces:
            found.update(piece)
    except FileLost:
        return Verdict.LOST
    return Verdict.WHOLE if found.hexdigest() == digest else Verdict.CHANGED

"""Files on disk under their SHA-256: received once, never altered, found by digest alone."""

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable
from contextlib import aclosing, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from anyio import to_thread

from netralitas.evidence.domain import (
    FileLost,
    FileRefused,
    Infected,
    Scan,
    StorageFull,
    Stored,
    Verdict,
)
from netralitas.evidence.media import TextProbe, hold_type
from netralitas.evidence.running_digest import Running
from netralitas.evidence.scanning import Scanner

CHUNK: Final = 256 * 1024
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
READ: Final = 1024 * 1024
EMPTY: Final = "Berkas kosong. Pilih berkas yang berisi."
FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

Check = Callable[[str], None]
"""Holds that a type is what is expected; FileRefused else."""

Content = bytes | BinaryIO | AsyncIterable[bytes]


class Storage:
    """A folder of files named by digest, `ab/cd/abcd…`, that only this user can enter.

    Guaranteed: a file is under its digest only when every byte of it is on the disk.
    """

    def __init__(self, root: Path, scanner: Scanner | None = None) -> None:
        """Use the folder `root`, made with the first file; the folder above it must be there.

        With a `scanner` each file is shown to it before it is kept.
        """
        self.root = root
        self.scanner = scanner
        self.incoming = root / "incoming"  # on the same disk: renaming is one step

    async def keep(self, content: Content, limit: int, *, made: str | None = None) -> Stored:
        """Return what `content` is after it was kept; the same bytes are kept once.

        `limit` is in bytes; `made` is the type of what the product made itself, of anything else
        the content says it. Raises FileRefused (empty, too large, a type that is not taken) or
        StorageFull; either way nothing stays behind.
        """
        draft: Draft | None = None
        try:
            # Not in a thread: it must be known whatever is cancelled.
            draft = Draft(self, limit, made)
            async with aclosing(_pieces(content)) as pieces:
                async for piece in pieces:
                    await to_thread.run_sync(draft.add, piece)
            stored = await self._scanned(draft.path, await to_thread.run_sync(draft.examine))
            await to_thread.run_sync(self._place, draft.path, stored)
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
            stored = await to_thread.run_sync(_examined, path, limit, known)
            if check is not None:
                check(stored.media_type)
            stored = await self._scanned(path, stored)
            await to_thread.run_sync(self._place, path, stored)
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
        """Return the bytes of a kept file piece by piece; FileLost when the disk lacks it.

        With `start` and `length` in bytes only those.
        """
        path = self.path(digest)
        if not await to_thread.run_sync(path.is_file):
            raise FileLost(digest)
        return _read(path, start, length)

    async def verify(self, digest: str) -> Verdict:
        """Return whether the file still has its digest: every byte is read."""
        return await to_thread.run_sync(_verdict, self.path(digest), digest)

    def _place(self, path: Path, stored: Stored) -> None:
        """Hold that the bytes at `path` are on the disk under their digest, synced and once."""
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

    def path(self, digest: str) -> Path:
        """Return where a file of this digest stands; ValueError for anything but a digest."""
        if not _DIGEST.fullmatch(digest):
            raise ValueError("a digest is 64 hexadecimal digits")
        return self.root / digest[:2] / digest[2:4] / digest

    def new_file(self) -> tuple[BinaryIO, Path]:
        """Return a new file open for writing and reading, and its path, in `incoming`."""
        for folder in (self.root, self.incoming):
            folder.mkdir(mode=0o700, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.incoming)  # mode 0600
        return os.fdopen(handle, "w+b"), Path(name)


class Draft:
    """A file being received; its methods block and are called from a thread."""

    def __init__(self, storage: Storage, limit: int, made: str | None = None) -> None:
        """Make an empty file beside the kept ones."""
        self.storage = storage
        self.limit = limit
        self.made = made
        self.size = 0
        self.digest = hashlib.sha256()
        self.probe = TextProbe()
        self.file, self.path = storage.new_file()

    def add(self, piece: bytes) -> None:
        """Write the next bytes; FileRefused as soon as the limit is passed."""
        self.size += len(piece)
        if self.size > self.limit:
            raise FileRefused(too_large(self.limit))
        self.digest.update(piece)
        self.probe.feed(piece)
        self.file.write(piece)

    def examine(self) -> Stored:
        """Return what was received; FileRefused when it is not taken."""
        if self.size == 0:
            raise FileRefused(EMPTY)
        self.probe.feed(b"", last=True)
        self.file.flush()
        kind = self.made or hold_type(self.file, is_text=self.probe.is_text)
        return Stored(digest=self.digest.hexdigest(), size=self.size, media_type=kind)

    def discard(self) -> None:
        """Hold that the file is closed and nothing of it is left in `incoming`."""
        with suppress(OSError):  # closing writes what was buffered, and the disk may be full
            self.file.close()
        self.path.unlink(missing_ok=True)


def _examined(path: Path, limit: int, known: Running | None) -> Stored:
    """Return what the file at `path` is, read from its beginning to its end if it must be."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise FileRefused(too_large(limit))
        if size == 0:
            raise FileRefused(EMPTY)
        if known is None or known.size != size:
            known = Running()
            while piece := file.read(READ):
                known.feed(piece)
        known.probe.feed(b"", last=True)
        kind = hold_type(file, is_text=known.probe.is_text)
    return Stored(digest=known.digest.hexdigest(), size=size, media_type=kind)


async def _pieces(content: Content) -> AsyncGenerator[bytes, None]:
    if isinstance(content, bytes):
        yield content
    elif isinstance(content, AsyncIterable):
        async for piece in content:
            yield piece
    else:
        while piece := await to_thread.run_sync(content.read, CHUNK):
            yield piece


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


def _verdict(path: Path, digest: str) -> Verdict:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return Verdict.LOST
    return Verdict.WHOLE if found == digest else Verdict.CHANGED


def _sync(place: Path) -> None:
    """Hold that the bytes of a file, or the names in a folder, are on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def too_large(limit: int) -> str:
    """Return the sentence of a file that has more bytes than `limit`."""
    megabytes = f"{limit / (1024 * 1024):.1f}".removesuffix(".0").replace(".", ",")
    return f"Berkas lebih besar dari {megabytes} MB."

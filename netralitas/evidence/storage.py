"""Files on disk under their SHA-256: received once, never altered, found by digest alone."""

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from contextlib import aclosing, suppress
from pathlib import Path
from typing import BinaryIO, Final

from anyio import to_thread

from netralitas.evidence.domain import FileLost, FileRefused, StorageFull, Stored, Verdict
from netralitas.evidence.media import TextProbe, media_type

CHUNK: Final = 256 * 1024
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

Content = bytes | BinaryIO | AsyncIterable[bytes]


class Storage:
    """A folder of files named by digest, `ab/cd/abcd…`, that only this user can enter.

    Guaranteed: a file is under its digest only when every byte of it is on the disk.
    """

    def __init__(self, root: Path) -> None:
        """Use the folder `root`, made with the first file; the folder above it must be there."""
        self.root = root
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
            return await to_thread.run_sync(draft.finish)
        except OSError as error:
            if error.errno in FULL:
                raise StorageFull from error
            raise
        finally:
            if draft is not None:
                draft.discard()

    async def open(self, digest: str) -> AsyncIterator[bytes]:
        """Return the bytes of a kept file piece by piece; FileLost when the disk lacks it."""
        path = self.path(digest)
        if not await to_thread.run_sync(path.is_file):
            raise FileLost(digest)
        return _read(path)

    async def verify(self, digest: str) -> Verdict:
        """Return whether the file still has its digest: every byte is read."""
        return await to_thread.run_sync(_verdict, self.path(digest), digest)

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
            raise FileRefused(f"Berkas lebih besar dari {_megabytes(self.limit)} MB.")
        self.digest.update(piece)
        self.probe.feed(piece)
        self.file.write(piece)

    def finish(self) -> Stored:
        """Hold that the bytes are on the disk under their digest."""
        if self.size == 0:
            raise FileRefused("Berkas kosong. Pilih berkas yang berisi.")
        self.probe.feed(b"", last=True)
        self.file.flush()
        kind = self.made or media_type(self.file, is_text=self.probe.is_text)
        if kind is None:
            raise FileRefused(
                "Jenis berkas ini tidak dapat diterima. Kirim PDF, DOCX, XLSX, TXT, JPEG, PNG,"
                " WEBP, HEIC, MP4, MP3, M4A, atau OGG."
            )
        stored = Stored(digest=self.digest.hexdigest(), size=self.size, media_type=kind)
        self._place(self.storage.path(stored.digest))
        return stored

    def discard(self) -> None:
        """Hold that the file is closed and nothing of it is left in `incoming`."""
        with suppress(OSError):  # closing writes what was buffered, and the disk may be full
            self.file.close()
        self.path.unlink(missing_ok=True)

    def _place(self, kept: Path) -> None:
        if kept.is_file() and kept.stat().st_size == self.size:
            return
        for folder in (kept.parent.parent, kept.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        os.fsync(self.file.fileno())
        self.path.replace(kept)
        for folder in (kept.parent, kept.parent.parent, self.storage.root):
            _sync(folder)


async def _pieces(content: Content) -> AsyncGenerator[bytes, None]:
    if isinstance(content, bytes):
        yield content
    elif isinstance(content, AsyncIterable):
        async for piece in content:
            yield piece
    else:
        while piece := await to_thread.run_sync(content.read, CHUNK):
            yield piece


async def _read(path: Path) -> AsyncIterator[bytes]:
    file = await to_thread.run_sync(path.open, "rb")
    try:
        while piece := await to_thread.run_sync(file.read, CHUNK):
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


def _sync(folder: Path) -> None:
    """Hold that the names in `folder` are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _megabytes(size: int) -> str:
    return f"{size / (1024 * 1024):.1f}".removesuffix(".0").replace(".", ",")

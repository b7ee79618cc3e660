"""A file while it is received or looked at: its digest, size and type, and why it is refused."""

import hashlib
import os
from collections.abc import AsyncGenerator, AsyncIterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from anyio import to_thread

from netralitas.evidence.backing import CHUNK
from netralitas.evidence.domain import FileRefused, Stored
from netralitas.evidence.media import TextProbe, hold_type
from netralitas.evidence.running_digest import Running

READ: Final = 1024 * 1024
EMPTY: Final = "Berkas kosong. Pilih berkas yang berisi."

Content = bytes | BinaryIO | AsyncIterable[bytes]


class Draft:
    """A file being received; its methods block and are called from a thread."""

    def __init__(self, file: BinaryIO, path: Path, limit: int, made: str | None = None) -> None:
        """Write to an open, empty file; `limit` in bytes, `made` the type if we made it."""
        self.file, self.path = file, path
        self.limit = limit
        self.made = made
        self.size = 0
        self.digest = hashlib.sha256()
        self.probe = TextProbe()

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
        """Hold that the file is closed and nothing of it is left where it was received."""
        with suppress(OSError):  # closing writes what was buffered, and the disk may be full
            self.file.close()
        self.path.unlink(missing_ok=True)


def examined(path: Path, limit: int, known: Running | None) -> Stored:
    """Return what the file at `path` is, read from its beginning to its end if it must be.

    Blocks. Raises FileRefused.
    """
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


async def pieces_of(content: Content) -> AsyncGenerator[bytes, None]:
    """Yield the bytes of whatever holds them."""
    if isinstance(content, bytes):
        yield content
    elif isinstance(content, AsyncIterable):
        async for piece in content:
            yield piece
    else:
        while piece := await to_thread.run_sync(content.read, CHUNK):
            yield piece


def too_large(limit: int) -> str:
    """Return the sentence of a file that has more bytes than `limit`."""
    megabytes = f"{limit / (1024 * 1024):.1f}".removesuffix(".0").replace(".", ",")
    return f"Berkas lebih besar dari {megabytes} MB."

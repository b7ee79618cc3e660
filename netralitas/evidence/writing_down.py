"""Bytes that come are written and hashed in a thread while the next ones come."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterable
from queue import SimpleQueue
from threading import Thread
from typing import Final

from anyio import to_thread

from netralitas.evidence.backing import FULL
from netralitas.evidence.domain import FileRefused, StorageFull
from netralitas.evidence.running_digest import Running

AT_ONCE: Final = 256 * 1024
BUFFERS: Final = 8
"""So much waits at most, and is used again and again: to hold what came as it came costs more, for
each piece then lies in memory that nobody touched before."""


def alone(handle: int) -> bool:
    """Say whether nobody else adds to the file until the handle is closed."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


async def extended(
    handle: int, there: int, content: AsyncIterable[bytes], whole: int, known: Running | None
) -> int:
    """Return how many bytes are there after what comes was added behind the `there` that are.

    What came before the line broke stays. Raises FileRefused for more than `whole` bytes in all,
    and StorageFull.
    """
    came, writer = there, Writer(handle, there, known)
    try:
        async for piece in content:
            came += len(piece)
            if came > whole:
                raise FileRefused("Berkas yang dikirim lebih besar dari yang diumumkan.")
            await writer.take(piece)
        await writer.finish()
    finally:
        writer.close()  # also what came before the line broke
    return writer.end


class Writer:
    """Adds to a file what it takes, in a thread of its own; used by one task."""

    def __init__(self, handle: int, end: int, known: Running | None) -> None:
        """Write to `handle` from `end` on, and tell `known` what was written."""
        self.end = end
        self._handle, self._known = handle, known
        self._loop = asyncio.get_running_loop()
        self._free: asyncio.Queue[bytearray] = asyncio.Queue()
        for _ in range(BUFFERS):
            self._free.put_nowait(bytearray(AT_ONCE))
        self._filling: bytearray | None = None
        self._filled = 0
        self._given: SimpleQueue[tuple[bytearray, int] | None] = SimpleQueue()
        self._error: OSError | None = None
        self._thread = Thread(target=self._work, name="upload", daemon=True)
        self._thread.start()

    async def take(self, piece: bytes) -> None:
        """Take the next bytes, waiting for the disk where it is slower; StorageFull."""
        rest = memoryview(piece)
        while rest:
            if self._filling is None:
                self._filling = await self._free.get()
                self._tell()
            part = rest[: AT_ONCE - self._filled]
            self._filling[self._filled : self._filled + len(part)] = part
            self._filled += len(part)
            rest = rest[len(part) :]
            if self._filled == AT_ONCE:
                self._hand_over()

    async def finish(self) -> None:
        """Hold that everything that was taken is written; StorageFull."""
        self._hand_over()
        self._given.put(None)
        await to_thread.run_sync(self._thread.join)
        self._tell()

    def close(self) -> None:
        """Hold that the handle is used no more; blocks for the few mebibytes that wait."""
        self._hand_over()
        self._given.put(None)
        self._thread.join()

    def _tell(self) -> None:
        if self._error is None:
            return
        if self._error.errno in FULL:
            raise StorageFull from self._error
        raise self._error

    def _hand_over(self) -> None:
        if self._filling is not None:
            self._given.put((self._filling, self._filled))
            self._filling, self._filled = None, 0

    def _work(self) -> None:
        while (given := self._given.get()) is not None:
            buffer, size = given
            if self._error is None:
                try:
                    self._add(memoryview(buffer)[:size])
                except OSError as error:
                    self._error = error  # what comes after it is not written
            self._loop.call_soon_threadsafe(self._free.put_nowait, buffer)

    def _add(self, part: memoryview) -> None:
        """Write what came, whole or not at all."""
        try:
            write(self._handle, self.end, part)
        except OSError:
            os.ftruncate(self._handle, self.end)
            raise
        self.end += len(part)
        if self._known is not None:
            self._known.feed(part)


def write(handle: int, offset: int, piece: bytes | memoryview) -> None:
    """Write all of a piece; the error of the disk when it cannot be."""
    rest = memoryview(piece)
    while rest:
        written = os.pwrite(handle, rest, offset)
        rest, offset = rest[written:], offset + written

"""Bytes that come are written and hashed while the next ones come; blocking, but for one."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterable, Sequence
from typing import Final

from anyio import to_thread

from netralitas.evidence.backing import FULL
from netralitas.evidence.domain import FileRefused, StorageFull
from netralitas.evidence.running_digest import Running

AT_ONCE: Final = 8 * 1024 * 1024
"""Bytes that wait in memory until they are written together: a hand-over takes time."""

_MOST_PARTS: Final = 512
"""So many parts go to the disk at once; of a slow line they are put together before."""


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
    end, came, size = there, list[bytes](), 0
    writing: asyncio.Task[None] | None = None
    try:
        async for piece in content:
            if end + size + len(piece) > whole:
                came, size = [], 0
                raise FileRefused("Berkas yang dikirim lebih besar dari yang diumumkan.")
            came.append(piece)
            size += len(piece)
            if known is not None:
                known.feed(piece)  # less than a millisecond, while a thread writes what came before
            if size >= AT_ONCE:
                if writing is not None:
                    await writing
                writing = asyncio.create_task(to_thread.run_sync(_add, handle, end, came))
                end, came, size = end + size, [], 0
    finally:  # also what came before the line broke
        if writing is not None:
            await writing
        _add(handle, end, came)
    return end + size


def _add(handle: int, offset: int, parts: Sequence[bytes]) -> None:
    """Write what came, whole or not at all; StorageFull."""
    if len(parts) > _MOST_PARTS:
        parts = [b"".join(parts)]
    size = sum(map(len, parts))
    try:
        if os.pwritev(handle, parts, offset) != size:  # a full disk, or a signal
            write(handle, offset, b"".join(parts))
    except OSError as error:
        os.ftruncate(handle, offset)
        if error.errno in FULL:
            raise StorageFull from error
        raise


def write(handle: int, offset: int, piece: bytes) -> None:
    """Write all of a piece; the error of the disk when it cannot be."""
    rest = memoryview(piece)
    while rest:
        written = os.pwrite(handle, rest, offset)
        rest, offset = rest[written:], offset + written

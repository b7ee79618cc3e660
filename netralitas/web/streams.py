"""Bytes that are made by blocking work, sent piece by piece."""

from collections.abc import AsyncIterator, Iterator

from anyio import to_thread


async def in_thread(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Yield the pieces, each made in a thread: the loop answers others meanwhile."""
    while (piece := await to_thread.run_sync(next, pieces, None)) is not None:
        yield piece

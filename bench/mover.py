"""A writer in the background: moves over HTTP at a steady pace, from a process of its own."""

import multiprocessing
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.sharedctypes import Synchronized
from typing import Final

from bench import client

_MOVED: Final = 303


@dataclass(frozen=True, slots=True)
class Mover:
    """How many moves were acknowledged so far."""

    _made: "Synchronized[int]"

    @property
    def made(self) -> int:
        """Return the number."""
        return self._made.value


@contextmanager
def moving(port: int, requests: Sequence[bytes], per_second: float) -> Iterator[Mover]:
    """Send one request after the other at that pace until the block ends.

    Raises RuntimeError at the end when there were too few requests, or one was refused.
    """
    spawning = multiprocessing.get_context("spawn")
    made = spawning.Value("i", 0)
    process = spawning.Process(
        target=_move, args=(port, list(requests), per_second, made), daemon=True
    )
    process.start()
    try:
        yield Mover(made)
        if not process.is_alive():
            raise RuntimeError(f"the writer ended after {made.value} of {len(requests)} moves")
    finally:
        process.terminate()
        process.join()


def _move(
    port: int, requests: Sequence[bytes], per_second: float, made: "Synchronized[int]"
) -> None:
    begun = time.perf_counter()
    for number, request in enumerate(requests):
        # The pace itself: there is nothing else to wait for.
        time.sleep(max(0.0, begun + number / per_second - time.perf_counter()))
        client.run(port, [[request]], _MOVED)
        made.value = number + 1

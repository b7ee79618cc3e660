"""Whether this server is about to end: said once by its first process, seen by all of them."""

import mmap

_SHARED = mmap.mmap(-1, 1)  # anonymous: processes made by fork share it


def announce() -> None:
    """Hold that readiness is denied from now on, in this process and those that it started."""
    _SHARED[0] = 1


def announced() -> bool:
    """Say whether this server is about to end."""
    return _SHARED[0] == 1


def take_back() -> None:
    """Hold that it is not: for a process that serves again, as tests do."""
    _SHARED[0] = 0

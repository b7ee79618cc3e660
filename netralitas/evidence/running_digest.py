"""The digest of a file while it arrives, so that what is whole need not be read once more.

Kept in this process only: where another one goes on, or this one began anew, the file is read.
"""

import hashlib
from collections import OrderedDict
from pathlib import Path
from typing import Final

from netralitas.evidence.media import TextProbe

MOST: Final = 64
"""So many files at once are followed; of the oldest it is forgotten."""


class Running:
    """The digest of the first `size` bytes of a file, and whether they are text."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.size = 0
        self.digest = hashlib.sha256()
        self.probe = TextProbe()

    def feed(self, piece: bytes | memoryview) -> None:
        """Take the next bytes; blocks for a millisecond per mebibyte."""
        self.size += len(piece)
        self.digest.update(piece)
        if self.probe.is_text:
            self.probe.feed(bytes(piece))


_followed: OrderedDict[Path, Running] = OrderedDict()


def follow(path: Path, size: int) -> Running | None:
    """Return what is known of a file of `size` bytes, to go on with; None where that is not all."""
    if size == 0:
        _followed[path] = Running()
        while len(_followed) > MOST:
            _followed.popitem(last=False)
    known = _followed.get(path)
    return known if known is not None and known.size == size else None


def forget(path: Path) -> Running | None:
    """Return what is known of a file, and know it no more."""
    return _followed.pop(path, None)

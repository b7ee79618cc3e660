"""What keeps files under their digests, as the storage asks it: a folder or a bucket."""

import errno
import re
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from pathlib import Path
from typing import Final, Protocol

from netralitas.evidence.domain import Stored

CHUNK: Final = 256 * 1024
FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class Backing(Protocol):
    """Keeps whole files by digest: one is there with its last byte, or not at all."""

    async def place(self, path: Path, stored: Stored) -> None:
        """Hold that the bytes at `path` are kept under their digest, once, and no longer there.

        Raises StorageAway, or OSError of a full disk; then they still lie at `path`.
        """

    async def open(
        self, digest: str, start: int = 0, length: int | None = None
    ) -> AsyncIterator[bytes]:
        """Return the bytes from `start` on, at most `length`; FileLost, StorageAway."""

    def pieces(self, digest: str) -> Iterator[bytes]:
        """Yield all bytes; blocks. Raises FileLost, StorageAway."""

    async def sizes(self, digests: Collection[str]) -> Mapping[str, int | None]:
        """Return the size of each in bytes, None for one that is not there; StorageAway."""

    async def remove(self, digest: str) -> None:
        """Hold that it is not there; StorageAway."""

    def path(self, digest: str) -> Path | None:
        """Return where the file lies on this machine; None where it must be fetched."""

    async def hold_there(self) -> None:
        """Hold that files can be kept and read; StorageAway says why not."""


def name_of(digest: str) -> str:
    """Return the name of a file, `ab/cd/abcd…`; ValueError for anything but a digest."""
    if not _DIGEST.fullmatch(digest):
        raise ValueError("a digest is 64 hexadecimal digits")
    return f"{digest[:2]}/{digest[2:4]}/{digest}"

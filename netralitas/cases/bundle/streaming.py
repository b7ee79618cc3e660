"""The bag as a ZIP, streamed piece by piece: nothing of it is kept, and nothing waits in memory."""

import hashlib
import stat
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

import stream_zip

from netralitas.cases.bundle.bag import Member
from netralitas.evidence.storage import Storage

_MODE: Final = stat.S_IFREG | 0o600

type_entry = tuple[str, datetime, int, stream_zip.Method, Iterable[bytes]]


class FileChanged(Exception):  # noqa: N818 - a state of the disk, found while sending
    """A kept file has no longer the bytes of its digest: the ZIP breaks off, and cannot be read."""


def zipped(name: str, members: Sequence[Member], at: datetime, storage: Storage) -> Iterator[bytes]:
    """Yield the ZIP of a bag in the folder `name`, every file with the time `at`.

    Blocks: call it from a thread. Raises FileChanged, FileLost or StorageAway.
    """
    return iter(stream_zip.stream_zip(_entries(name, members, at, storage)))


async def missing(members: Iterable[Member], storage: Storage) -> list[str]:
    """Return the paths of members whose bytes the storage lacks; StorageAway."""
    kept = [member for member in members if member.content is None]
    sizes = await storage.sizes({member.sha256 for member in kept})
    return [member.path for member in kept if sizes[member.sha256] != member.size]


def _entries(
    name: str, members: Sequence[Member], at: datetime, storage: Storage
) -> Iterator[type_entry]:
    for member in members:
        content = _kept(member, storage) if member.content is None else (member.content,)
        yield f"{name}/{member.path}", at, _MODE, stream_zip.ZIP_64, content


def _kept(member: Member, storage: Storage) -> Iterator[bytes]:
    found = hashlib.sha256()
    for piece in storage.pieces(member.sha256):
        found.update(piece)
        yield piece
    if found.hexdigest() != member.sha256:
        raise FileChanged(member.sha256)

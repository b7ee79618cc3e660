"""What holds of kept files wherever they are: in a folder, and in a bucket over real HTTP."""

import asyncio
import os
from hashlib import sha256
from pathlib import Path

import pytest

from netralitas.evidence.domain import FileLost, Verdict
from netralitas.evidence.folder import Folder
from netralitas.evidence.storage import Storage
from tests.evidence.buckets import bucket, peer, served
from tests.evidence.s3_server import S3Server

__all__ = ["bucket", "peer", "served"]

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
LARGE = b"%PDF-1.7\n" + os.urandom(12_000_000)
LIMIT = 10**9


@pytest.fixture(params=["folder", "bucket"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    """One backing after the other."""
    if request.param == "folder":
        return Storage(tmp_path / "files")
    found: Storage = request.getfixturevalue("bucket")
    return found


def lose(storage: Storage, peer: S3Server, digest: str, instead: bytes | None = None) -> None:
    """Take a kept file away behind the storage's back, or put other bytes in its place."""
    name = f"{digest[:2]}/{digest[2:4]}/{digest}"
    if isinstance(storage.backing, Folder):
        path = storage.root / name
        path.unlink() if instead is None else path.write_bytes(instead)
    else:
        assert name in peer.objects, "both backings use the same names"
        peer.objects.update({name: instead}) if instead is not None else peer.objects.pop(name)


async def bytes_of(storage: Storage, digest: str, *part: int) -> bytes:
    return b"".join([piece async for piece in await storage.open(digest, *part)])


@pytest.mark.parametrize("content", [PDF, LARGE], ids=["small", "in parts"])
async def test_the_same_file_is_kept_once_and_read_in_every_way(
    storage: Storage, content: bytes
) -> None:
    stored = await storage.keep(content, LIMIT)
    assert await storage.keep(content, LIMIT) == stored
    assert (stored.digest, stored.size) == (sha256(content).hexdigest(), len(content))
    await storage.hold_there()
    assert await bytes_of(storage, stored.digest) == content
    size = len(content)
    for start, length in ((0, 1), (5, 100), (size - 3, 3), (size - 3, 99), (7, size), (3, 0)):
        assert await bytes_of(storage, stored.digest, start, length) == content[start:][:length]
    assert b"".join(await asyncio.to_thread(list, storage.pieces(stored.digest))) == content
    async with storage.local(stored.digest) as path:
        assert path.read_bytes() == content
    assert await storage.sizes({stored.digest, "0" * 64}) == {stored.digest: size, "0" * 64: None}
    assert await storage.verify(stored.digest) is Verdict.WHOLE
    assert list(storage.incoming.iterdir()) == []


async def test_what_is_changed_or_lost_is_told(storage: Storage, peer: S3Server) -> None:
    stored = await storage.keep(PDF, LIMIT)
    lose(storage, peer, stored.digest, PDF[:-1] + b"!")
    assert await storage.verify(stored.digest) is Verdict.CHANGED
    lose(storage, peer, stored.digest)
    assert await storage.verify(stored.digest) is Verdict.LOST
    with pytest.raises(FileLost):
        await storage.open(stored.digest)
    with pytest.raises(FileLost):
        async with storage.local(stored.digest):
            pass
    for wrong in ("../../etc/passwd", "A" * 64):
        with pytest.raises(ValueError, match="digest"):
            await storage.open(wrong)

"""Bytes that come over a line are written beside the loop: in order, whole, or not at all."""

import errno
import os
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path

import pytest

from netralitas.evidence import writing_down as module
from netralitas.evidence.domain import FileRefused, StorageFull
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.running_digest import Running
from netralitas.evidence.storage import Storage
from netralitas.evidence.writing_down import AT_ONCE, BUFFERS, write

NAME = "ab" * 16
WHOLE = b"%PDF-1.7\n" + os.urandom((2 * BUFFERS + 3) * AT_ONCE + 12_345)


@pytest.fixture
def pieces(tmp_path: Path) -> Pieces:
    """Pieces beside a storage of this test."""
    return Pieces(Storage(tmp_path / "files"))


async def sent(content: bytes, size: int, broken_after: int | None = None) -> AsyncIterator[bytes]:
    """Send in pieces of `size`; the line breaks once so many bytes are sent."""
    for start in range(0, len(content), size):
        if broken_after is not None and start >= broken_after:
            raise ConnectionResetError
        yield content[start : start + size]


@pytest.mark.parametrize("size", [AT_ONCE - 1, AT_ONCE, 3 * AT_ONCE + 7, 65_521, len(WHOLE)])
async def test_however_large_its_pieces_are_it_is_the_same_file(pieces: Pieces, size: int) -> None:
    first = WHOLE[: len(WHOLE) // 3]
    assert await pieces.extend(NAME, 0, sent(first, size), len(WHOLE)) == len(first)
    rest = sent(WHOLE[len(first) :], size)
    assert await pieces.extend(NAME, len(first), rest, len(WHOLE)) == len(WHOLE)
    assert (pieces.storage.incoming / f"pieces-{NAME}").read_bytes() == WHOLE
    stored = await pieces.adopt(NAME, len(WHOLE))
    assert stored.digest == sha256(WHOLE).hexdigest()


async def test_text_is_still_known_as_text(pieces: Pieces) -> None:
    text = "Keterangan é\n".encode() * 200_000
    await pieces.extend(NAME, 0, sent(text, 70_001), len(text))
    assert (await pieces.adopt(NAME, len(text))).media_type == "text/plain"


async def test_what_came_before_the_line_broke_stays_to_the_last_byte(pieces: Pieces) -> None:
    with pytest.raises(ConnectionResetError):
        await pieces.extend(NAME, 0, sent(WHOLE, 70_001, broken_after=3_000_000), len(WHOLE))
    there = await pieces.arrived(NAME)
    assert 3_000_000 <= there < 3_100_000
    assert await pieces.extend(NAME, there, sent(WHOLE[there:], 70_001), len(WHOLE)) == len(WHOLE)
    assert (await pieces.adopt(NAME, len(WHOLE))).digest == sha256(WHOLE).hexdigest()


async def test_more_than_was_announced_is_refused_and_not_added(pieces: Pieces) -> None:
    await pieces.extend(NAME, 0, sent(WHOLE[:1000], 100), 2_000_000)
    with pytest.raises(FileRefused, match="diumumkan"):
        await pieces.extend(NAME, 1000, sent(WHOLE, 70_001), 2_000_000)
    assert await pieces.arrived(NAME) == 1000


async def test_a_disk_that_fills_up_keeps_what_is_written_and_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int, offset: int, piece: bytes | memoryview) -> None:
        if offset >= 2 * AT_ONCE:
            os.pwrite(handle, piece[:10], offset)
            raise OSError(errno.ENOSPC, "no room")
        write(handle, offset, piece)

    monkeypatch.setattr(module, "write", full)
    path, known = tmp_path / "file", Running()
    with path.open("wb") as file:
        with pytest.raises(StorageFull, match="penuh"):
            await module.extended(file.fileno(), 0, sent(WHOLE, 70_001), len(WHOLE), known)
        assert path.read_bytes() == WHOLE[: 2 * AT_ONCE]
    assert (known.size, known.digest.digest()) == (2 * AT_ONCE, sha256(path.read_bytes()).digest())

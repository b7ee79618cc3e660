"""Files that arrive piece by piece: what is there stays there, and is whole at the end."""

import errno
import os
from datetime import UTC, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas.evidence import pieces as module
from netralitas.evidence.domain import FileRefused, StorageFull
from netralitas.evidence.folder import Folder
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.storage import Storage

NAME = "ab" * 16
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40


@pytest.fixture
def pieces(tmp_path: Path) -> Pieces:
    """Pieces beside a storage of this test."""
    return Pieces(Storage(tmp_path / "files"))


async def test_pieces_in_order_become_the_file(pieces: Pieces) -> None:
    received = 0
    for start in range(0, len(PDF), 1000):
        received = await pieces.append(NAME, start, PDF[start : start + 1000])
    assert received == len(PDF) == await pieces.arrived(NAME)
    stored = await pieces.finish(NAME, len(PDF))
    assert stored.digest == sha256(PDF).hexdigest()
    assert Folder(pieces.storage.root).path(stored.digest).read_bytes() == PDF
    assert list(pieces.storage.incoming.iterdir()) == []


async def test_another_process_goes_on_where_one_ended(pieces: Pieces, tmp_path: Path) -> None:
    await pieces.append(NAME, 0, PDF[:100])
    later = Pieces(Storage(tmp_path / "files"))
    assert await later.arrived(NAME) == 100
    assert await later.append(NAME, 100, PDF[100:]) == len(PDF)


@pytest.mark.parametrize("offset", [-1, 0, 99, 101, 10**12])
async def test_a_piece_elsewhere_changes_nothing(pieces: Pieces, offset: int) -> None:
    await pieces.append(NAME, 0, PDF[:100])
    assert await pieces.append(NAME, offset, b"x") == 100
    assert await pieces.arrived(NAME) == 100


async def test_nothing_has_arrived_of_a_file_nobody_sent(pieces: Pieces) -> None:
    assert await pieces.arrived(NAME) == 0
    with pytest.raises(FileRefused):
        await pieces.finish(NAME, 10)


@pytest.mark.parametrize(("content", "limit"), [(b"MZ" + b"\x00" * 50, 100), (PDF, 10)])
async def test_what_is_refused_leaves_nothing(pieces: Pieces, content: bytes, limit: int) -> None:
    await pieces.append(NAME, 0, content)
    with pytest.raises(FileRefused):
        await pieces.finish(NAME, limit)
    assert list(pieces.storage.incoming.iterdir()) == []


async def test_a_full_disk_keeps_what_had_arrived(
    pieces: Pieces, monkeypatch: pytest.MonkeyPatch
) -> None:
    await pieces.append(NAME, 0, PDF[:100])

    def full(handle: int, offset: int, piece: bytes) -> None:
        os.pwrite(handle, piece[:10], offset)
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(module, "write", full)
    with pytest.raises(StorageFull):
        await pieces.append(NAME, 100, PDF[100:])
    assert await pieces.arrived(NAME) == 100


@pytest.mark.parametrize("name", ["", "x", "../" * 8, "AB" * 16, "ab" * 100, "ab/" + "a" * 20])
async def test_a_name_is_random_digits_only(pieces: Pieces, name: str) -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        await pieces.append(name, 0, b"x")


@settings(max_examples=25)  # every piece is synced to the disk
@given(cuts=st.lists(st.integers(0, len(PDF)), max_size=8))
async def test_however_it_is_cut_it_is_the_same_file(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int]
) -> None:
    pieces = Pieces(Storage(tmp_path_factory.mktemp("pieces") / "files"))
    places = sorted({0, *cuts, len(PDF)})
    for start, end in pairwise(places):
        assert await pieces.append(NAME, start, PDF[start:end]) == end
    assert (await pieces.finish(NAME, len(PDF))).digest == sha256(PDF).hexdigest()


async def test_what_nobody_went_on_with_is_swept_away(pieces: Pieces) -> None:
    await pieces.append(NAME, 0, PDF[:1000])
    await pieces.append("cd" * 16, 0, PDF[:1000])
    left = pieces.storage.incoming / f"pieces-{NAME}"
    os.utime(left, (0, 0))
    await pieces.sweep(datetime(2020, 1, 1, tzinfo=UTC))
    assert [await pieces.arrived(name) for name in (NAME, "cd" * 16)] == [0, 1000]
    await Pieces(Storage(pieces.storage.root / "elsewhere")).sweep(datetime.now(UTC))

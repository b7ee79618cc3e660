"""Files by digest: received once, whole or not at all, of known types only."""

import hashlib
import io
import os
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import BinaryIO

import pytest

from netralitas.evidence.backing import CHUNK
from netralitas.evidence.domain import FileLost, FileRefused, StorageFull, Verdict
from netralitas.evidence.folder import Folder
from netralitas.evidence.storage import Storage

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
MEGABYTE = 1024 * 1024


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    return Storage(tmp_path / "files")


async def in_pieces(content: bytes, size: int = 100) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


async def bytes_of(storage: Storage, digest: str) -> bytes:
    return b"".join([piece async for piece in await storage.open(digest)])


def left(storage: Storage) -> list[Path]:
    """Every file below the storage."""
    return [path for path in storage.root.rglob("*") if path.is_file()]


def packed(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 20_000)
    return content.getvalue()


async def test_a_file_is_kept_under_its_digest_and_comes_back(storage: Storage) -> None:
    stored = await storage.keep(in_pieces(PDF), MEGABYTE)
    assert stored.digest == hashlib.sha256(PDF).hexdigest()
    assert (stored.size, stored.media_type) == (len(PDF), "application/pdf")
    assert await bytes_of(storage, stored.digest) == PDF
    place = storage.root / stored.digest[:2] / stored.digest[2:4] / stored.digest
    assert left(storage) == [place]


async def test_bytes_a_stream_and_an_open_file_are_kept_alike(storage: Storage) -> None:
    content = PDF * (CHUNK // len(PDF) + 2)
    kept = [
        await storage.keep(content, MEGABYTE),
        await storage.keep(in_pieces(content, 70_000), MEGABYTE),
        await storage.keep(io.BytesIO(content), MEGABYTE),
    ]
    assert kept == [kept[0]] * 3
    assert len(left(storage)) == 1
    assert await bytes_of(storage, kept[0].digest) == content


async def test_only_this_user_can_enter(storage: Storage) -> None:
    before = os.umask(0)
    try:
        await storage.keep(PDF, MEGABYTE)
    finally:
        os.umask(before)
    for path in (storage.root, *storage.root.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


async def test_an_empty_file_is_refused_and_leaves_nothing(storage: Storage) -> None:
    with pytest.raises(FileRefused, match="kosong"):
        await storage.keep(b"", MEGABYTE)
    assert left(storage) == []


async def test_a_file_over_the_limit_is_refused_before_it_has_all_come(storage: Storage) -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        while True:
            given += 1
            yield PDF

    with pytest.raises(FileRefused, match=r"lebih besar dari 1,5 MB"):
        await storage.keep(endless(), MEGABYTE * 3 // 2)
    assert given * len(PDF) < 2 * MEGABYTE
    assert left(storage) == []


async def test_the_limit_itself_is_allowed(storage: Storage) -> None:
    assert (await storage.keep(PDF, len(PDF))).size == len(PDF)
    with pytest.raises(FileRefused):
        await storage.keep(PDF, len(PDF) - 1)


OFFICE = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PDF, "application/pdf"),
        (packed(OFFICE, "word/document.xml"), "vnd.openxmlformats-officedocument.wordprocessingml"),
        (packed("_rels/.rels", "xl/workbook.xml", OFFICE), "officedocument.spreadsheetml.sheet"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(50), "image/webp"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(50), "image/heic"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isommp42" + bytes(50), "video/mp4"),
        (b"ID3\x03\x00" + bytes(50), "audio/mpeg"),
        (b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00M4A isom" + bytes(50), "audio/mp4"),
        (b"OggS" + bytes(50), "audio/ogg"),
        ("Laporan é\r\n".encode() * 3000, "text/plain"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_the_type_is_told_by_the_content(
    storage: Storage, content: bytes, media_type: str
) -> None:
    assert media_type in (await storage.keep(content, MEGABYTE)).media_type


@pytest.mark.parametrize(
    "content",
    [
        b"MZ" + bytes(100),
        b"\x7fELF" + bytes(100),
        b"PK\x03\x04 broken",
        packed("readme.txt"),
        packed(OFFICE, "word/document.xml", "word/vbaProject.bin"),
        packed(OFFICE, "ppt/presentation.xml"),
        b"GIF89a" + bytes(50),
        b"{\\rtf1 text}",
        b"text with NUL \x00 inside",
        b"Latin-1 \xe9 text",
        "cut in the middle é".encode()[:-1],
        b"fine for long " * 2000 + b"\xff",
    ],
)
async def test_any_other_type_is_refused_and_leaves_nothing(
    storage: Storage, content: bytes
) -> None:
    with pytest.raises(FileRefused, match="Jenis berkas"):
        await storage.keep(content, MEGABYTE)
    assert left(storage) == []


async def test_a_sender_who_breaks_off_leaves_nothing(storage: Storage) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield PDF
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await storage.keep(broken(), MEGABYTE)
    assert left(storage) == []


class FullDisk(Storage):
    """A storage whose every write meets a full disk."""

    def new_file(self) -> tuple[BinaryIO, Path]:
        file, path = super().new_file()
        file.close()
        return Path("/dev/full").open("w+b"), path


async def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    storage = FullDisk(tmp_path / "files")
    for content in (PDF, PDF * 100):
        with pytest.raises(StorageFull, match="penuh"):
            await storage.keep(content, 2 * MEGABYTE)
    assert left(storage) == []


async def test_a_recheck_tells_whole_changed_and_lost(storage: Storage) -> None:
    stored = await storage.keep(PDF, MEGABYTE)
    path = Folder(storage.root).path(stored.digest)
    assert await storage.verify(stored.digest) is Verdict.WHOLE
    path.write_bytes(PDF[:-1] + b"!")
    assert await storage.verify(stored.digest) is Verdict.CHANGED
    path.unlink()
    assert await storage.verify(stored.digest) is Verdict.LOST
    with pytest.raises(FileLost):
        await storage.open(stored.digest)


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
async def test_nothing_but_a_digest_names_a_file(storage: Storage, digest: str) -> None:
    with pytest.raises(ValueError, match="digest"):
        await storage.open(digest)

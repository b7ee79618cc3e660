"""Files are shown to the scanner before they are kept; without an answer they are scanned later."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from netralitas.evidence.domain import Infected, Scan
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.scanning import Scanner
from netralitas.evidence.storage import Storage
from netralitas.settings import Settings
from tests.evidence.fake_clamd import EICAR, Clamd, open_clamd

LIMIT = 10**7
BAD = b"%PDF-1.7\n" + EICAR
GOOD = b"%PDF-1.7\n" + bytes(range(256)) * 1000


@pytest.fixture
async def clamd(tmp_path: Path) -> AsyncIterator[Clamd]:
    async with open_clamd(tmp_path) as opened:
        yield opened


@pytest.fixture
def storage(clamd: Clamd, tmp_path: Path) -> Storage:
    return Storage(tmp_path / "files", Scanner(clamd.socket, seconds=5))


def left(storage: Storage) -> list[Path]:
    return [path for path in storage.root.rglob("*") if path.is_file()]


async def test_a_clean_file_is_kept_as_such_and_was_shown_whole(
    storage: Storage, clamd: Clamd
) -> None:
    stored = await storage.keep(GOOD, LIMIT)
    assert stored.scan is Scan.CLEAN
    assert clamd.asked == [GOOD]
    assert len(left(storage)) == 1


async def test_malware_is_refused_with_a_sentence_and_nothing_stays(storage: Storage) -> None:
    with pytest.raises(Infected, match="malware"):
        await storage.keep(BAD, LIMIT)
    pieces = Pieces(storage)
    await pieces.append("ab" * 16, 0, BAD)
    with pytest.raises(Infected):
        await pieces.adopt("ab" * 16, LIMIT)
    assert left(storage) == []


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: \0",
        b"\xff\xfe",
        b"FOUND\0",
        b"stream: Can't allocate memory ERROR\0",
    ],
)
async def test_an_answer_that_says_neither_is_no_answer(
    storage: Storage, clamd: Clamd, answer: bytes
) -> None:
    clamd.answer = answer
    assert (await storage.keep(GOOD, LIMIT)).scan is Scan.NOT_YET
    assert len(left(storage)) == 1


async def test_a_scanner_that_says_nothing_is_not_waited_for(clamd: Clamd, tmp_path: Path) -> None:
    clamd.hangs = True
    storage = Storage(tmp_path / "files", Scanner(clamd.socket, seconds=0.1))
    assert (await storage.keep(GOOD, LIMIT)).scan is Scan.NOT_YET


async def test_a_scanner_that_is_away_keeps_nobody_from_keeping(tmp_path: Path) -> None:
    storage = Storage(tmp_path / "files", Scanner(tmp_path / "nobody.sock", seconds=5))
    assert (await storage.keep(GOOD, LIMIT)).scan is Scan.NOT_YET


def test_without_a_setting_there_is_no_scanner() -> None:
    assert Scanner.of(Settings()) is None
    assert Scanner.of(Settings(clamd_socket="/run/clamd")) is not None

"""Files of a draft: they arrive in pieces, each sealed on its own, and are whole once they have a
digest. One file at a time is ever in memory."""

import asyncio
import zipfile
from collections.abc import AsyncIterator
from hashlib import sha256
from io import BytesIO
from typing import Final

import msgspec

from netralitas.database.connection import Connection, Row
from netralitas.evidence.media import PLAIN_TEXT, TextProbe, media_type
from netralitas.intake.door import PIECE
from netralitas.intake.envelope import label_place, open_sealed, piece_place, seal
from netralitas.public.reporting import file_words as words
from netralitas.public.reporting.drafts import Draft
from netralitas.refusals import Refusal

MOST: Final = 10
_LARGEST_UNPACKED: Final = 256 * 1024 * 1024  # bytes that a packed document may say it has
_ONE_AT_A_TIME: Final = asyncio.Semaphore(1)

_LIST: Final = """
SELECT f.ordinal, f.label, f.size, f.sha256, f.media_type,
       ARRAY(SELECT p.place FROM inbox.piece p
             WHERE p.digest = f.digest AND p.ordinal = f.ordinal ORDER BY p.place) AS places
FROM inbox.file f WHERE f.digest = $1 ORDER BY f.ordinal
"""
_ADD: Final = "INSERT INTO inbox.file (digest, ordinal, label, size) VALUES ($1, $2, $3, $4)"
_REMOVE: Final = "DELETE FROM inbox.file WHERE digest = $1 AND ordinal = $2"
_PUT: Final = """
INSERT INTO inbox.piece (digest, ordinal, place, sealed) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING
"""
_PIECE: Final = """
SELECT sealed FROM inbox.piece WHERE digest = $1 AND ordinal = $2 AND place = $3
"""
_WHOLE: Final = """
UPDATE inbox.file SET sha256 = $3, media_type = $4 WHERE digest = $1 AND ordinal = $2
"""


class FileRefused(Refusal):
    """A file that is not kept; the reason is a sentence for the person."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a draft: its name as it was sent, and which of its pieces are there."""

    ordinal: int
    name: str
    size: int
    sha256: str | None
    media_type: str | None
    places: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Say whether all of it is there and was looked at."""
        return self.sha256 is not None

    @property
    def pieces(self) -> int:
        """Return of how many pieces it consists."""
        return pieces_of(self.size)

    @property
    def percent(self) -> int:
        """Return how much of it is there."""
        return 100 * len(self.places) // self.pieces


def pieces_of(size: int) -> int:
    """Return how many pieces a file of so many bytes has."""
    return -(-size // PIECE)


async def listed(connection: Connection, draft: Draft) -> tuple[Kept, ...]:
    """Return the files of a draft, in the order they came."""
    rows = await connection.fetch(_LIST, draft.holder.digest)
    return tuple(_kept(draft, row) for row in rows)


async def announce(
    connection: Connection, draft: Draft, name: str, size: int, largest: int
) -> Kept:
    """Return the file of this name and size, which then may arrive; an interrupted one goes on.

    Raises FileRefused for an empty, a too large or one too many. The draft is being changed.
    """
    if size <= 0:
        raise FileRefused(words.empty(name))
    if size > largest:
        raise FileRefused(words.too_large(name, largest))
    files = await listed(connection, draft)
    for file in files:
        if not file.whole and (file.name, file.size) == (name, size):
            return file
    if len(files) >= MOST:
        raise FileRefused(str(words.TOO_MANY))
    ordinal = next(n for n in range(1, MOST + 1) if n not in {file.ordinal for file in files})
    digest = draft.holder.digest
    label = seal(draft.data_key, name.encode(), label_place(digest, ordinal))
    await connection.execute(_ADD, digest, ordinal, label, size)
    return Kept(ordinal=ordinal, name=name, size=size, sha256=None, media_type=None, places=())


async def put(connection: Connection, draft: Draft, file: Kept, place: int, content: bytes) -> None:
    """Hold that a piece is there; FileRefused when it cannot be one. Sent twice it is one."""
    last = file.pieces - 1
    wanted = file.size - last * PIECE if place == last else PIECE
    if file.whole or not 0 <= place <= last or len(content) != wanted:
        raise FileRefused(str(words.OTHER_PIECE))
    digest = draft.holder.digest
    sealed = seal(draft.data_key, content, piece_place(digest, file.ordinal, place))
    await connection.execute(_PUT, digest, file.ordinal, place, sealed)


async def finish(connection: Connection, draft: Draft, file: Kept) -> None:
    """Hold that the file is whole, with its digest and its true type.

    FileRefused when pieces are missing, or for a type that is not taken: the caller removes it.
    """
    if len(file.places) != file.pieces:
        raise FileRefused(words.not_whole(file.name))
    async with _ONE_AT_A_TIME:
        content = BytesIO()
        async for piece in _pieces(connection, draft, file):
            content.write(piece)
        summed, kind = await asyncio.to_thread(_looked_at, content)
    if kind is None:
        raise FileRefused(words.other_type(file.name))
    await connection.execute(_WHOLE, draft.holder.digest, file.ordinal, summed, kind)


async def remove(connection: Connection, draft: Draft, ordinal: int) -> None:
    """Hold that the draft has no such file, nor any piece of it."""
    await connection.execute(_REMOVE, draft.holder.digest, ordinal)


async def _pieces(connection: Connection, draft: Draft, file: Kept) -> AsyncIterator[bytes]:
    digest = draft.holder.digest
    for place in range(file.pieces):
        sealed = await connection.fetchval(_PIECE, digest, file.ordinal, place)
        yield open_sealed(draft.data_key, sealed, piece_place(digest, file.ordinal, place))


def _looked_at(content: BytesIO) -> tuple[bytes, str | None]:
    """Return the digest of a file and its type, None for one that is not taken.

    Plain text is not: a script or an SVG is text as well.
    """
    whole = content.getbuffer()
    probe = TextProbe()
    probe.feed(whole[:PIECE].tobytes(), last=len(whole) <= PIECE)
    kind = media_type(content, is_text=probe.is_text)
    if kind == PLAIN_TEXT or _unpacks_too_far(content):
        kind = None
    return sha256(whole).digest(), kind


def _unpacks_too_far(content: BytesIO) -> bool:
    """Say whether a packed document says of itself that it is enormous."""
    content.seek(0)
    if content.read(2) != b"PK":
        return False
    try:
        with zipfile.ZipFile(content) as packed:
            return sum(part.file_size for part in packed.infolist()) > _LARGEST_UNPACKED
    except (zipfile.BadZipFile, ValueError, OSError):
        return True


def _kept(draft: Draft, row: Row) -> Kept:
    place = label_place(draft.holder.digest, row["ordinal"])
    return Kept(
        ordinal=row["ordinal"],
        name=open_sealed(draft.data_key, row["label"], place).decode(),
        size=row["size"],
        sha256=row["sha256"].hex() if row["sha256"] else None,
        media_type=row["media_type"],
        places=tuple(row["places"]),
    )

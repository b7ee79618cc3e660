"""Files of a draft of the desk: announced, arriving piece by piece, whole with a digest."""

import secrets
from collections.abc import Sequence
from typing import Final

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import writing
from netralitas.evidence.domain import FileRefused, Stored
from netralitas.evidence.pieces import Pieces
from netralitas.intake.arriving import Arriving
from netralitas.intake.drafts import became_in
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.vault.cipher import Keys, Sealed

LARGEST: Final = 100 * 1024 * 1024
"""How many bytes a file may have that arrives in pieces."""

MOST: Final = 50
"""How many files a draft may have."""


async def files_of(c: Connection, token: bytes, keys: Keys) -> list[Arriving]:
    """Return the files of a draft in the order they were announced, each with its name."""
    return [
        msgspec.structs.replace(_arriving(row), name=_name(row, keys))
        for row in await c.fetch(_OF_DRAFT, token)
    ]


async def upload(c: Connection, actor: Actor, token: str) -> Arriving:
    """Return one file by its own token, without its name.

    NotVisible unless it is in a draft of this officer.
    """
    row = await c.fetchrow(_ONE, _bytes(token), actor.officer)
    if row is None:
        raise NotVisible
    return _arriving(row)


async def announce(
    actor: Actor, draft: bytes, kind: str, name: str, size: int, keys: Keys
) -> Arriving:
    """Return the file that is about to arrive for a draft of this officer, begun if it must be.

    A file of the same name and size that is still arriving is the same file: it goes on. Raises
    RuleBroken (empty, too large, too many), NotVisible (another's draft, or a case by now).
    """
    if not 0 < size <= LARGEST:
        raise RuleBroken(f"Berkas “{name}” harus berisi dan paling besar {LARGEST // 2**20} MB.")
    async with writing(actor) as c:
        if await became_in(c, actor, draft, kind) is not None:
            raise NotVisible
        files = await files_of(c, draft, keys)
        for file in files:
            if (file.name, file.size, file.digest) == (name, size, None):
                return file
        if len(files) >= MOST:
            raise RuleBroken(f"Paling banyak {MOST} berkas untuk satu perkara.")
        token = secrets.token_bytes(16)
        sealed = _sealed(name, token, keys)
        await c.execute(_ANNOUNCE, draft, token, sealed, size, clock.now(), [actor.organisation])
        return await upload(c, actor, token.hex())


async def add_piece(
    actor: Actor, token: str, offset: int, piece: bytes, pieces: Pieces
) -> Arriving:
    """Add the piece that begins at `offset`, and keep the file when it is whole.

    Where the offset is not what has arrived, nothing changes; the answer says from where to go on.
    Raises RuleBroken (longer than announced), FileRefused (then it is no file of the draft any
    more), NotKept, NotVisible.
    """
    try:
        async with writing(actor) as c:
            file = await _locked(c, actor, token)
            if file.digest is not None:
                return file
            if offset + len(piece) > file.size:
                raise RuleBroken("Berkas yang dikirim lebih besar dari yang diumumkan.")
            received = await pieces.append(token, offset, piece)
            stored = await pieces.finish(token, LARGEST) if received == file.size else None
            return await _noted(c, actor, token, received, stored)
    except FileRefused:
        await remove(actor, token, pieces)
        raise


async def remove(actor: Actor, token: str, pieces: Pieces) -> None:
    """Hold that the file is none of the draft's any more; NotVisible."""
    async with writing(actor) as c:
        await _locked(c, actor, token)
        await c.execute(_REMOVE, _bytes(token))
    await pieces.discard(token)


async def add_whole_in(
    c: Connection, actor: Actor, draft: bytes, kept: Sequence[tuple[str, Stored]], keys: Keys
) -> None:
    """Enter files that came whole with the form, by name; the draft must be there."""
    for name, stored in kept:
        token = secrets.token_bytes(16)
        now, readers = clock.now(), [actor.organisation]
        sealed = _sealed(name, token, keys)
        await c.execute(_ANNOUNCE, draft, token, sealed, stored.size, now, readers)
        digest = bytes.fromhex(stored.digest)
        await c.execute(_NOTE, token, stored.size, digest, stored.media_type, now)


async def _locked(c: Connection, actor: Actor, token: str) -> Arriving:
    row = await c.fetchrow(_ONE + "FOR UPDATE OF u", _bytes(token), actor.officer)
    if row is None:
        raise NotVisible
    return _arriving(row)


async def _noted(
    c: Connection, actor: Actor, token: str, received: int, stored: Stored | None
) -> Arriving:
    digest = bytes.fromhex(stored.digest) if stored else None
    kind = stored.media_type if stored else None
    await c.execute(_NOTE, _bytes(token), received, digest, kind, clock.now())
    return await upload(c, actor, token)


def upload_place(token: bytes) -> bytes:
    """Return where the name of a file belongs: it opens for this file only."""
    return b"upload " + token


def _sealed(name: str, token: bytes, keys: Keys) -> bytes:
    return keys.seal(name.encode(), upload_place(token)).pack()


def _name(row: Row, keys: Keys) -> str:
    return keys.open(Sealed.unpack(row["sealed_name"]), upload_place(row["own"])).decode()


def _bytes(token: str) -> bytes:
    try:
        return bytes.fromhex(token)
    except ValueError:
        raise NotVisible from None


def _arriving(row: Row) -> Arriving:
    return msgspec.convert(dict(row), Arriving)


_COLUMNS = """
SELECT u.id, encode(u.token, 'hex') AS token, u.token AS own, u.name AS sealed_name, u.size,
       u.received, encode(u.digest, 'hex') AS digest, u.media_type
FROM upload u
"""

_OF_DRAFT = _COLUMNS + "WHERE u.draft = $1 ORDER BY u.id"

_ONE = (
    _COLUMNS
    + """
JOIN desk_draft d ON d.token = u.draft
WHERE u.token = $1 AND d.officer = $2 AND d.case_file IS NULL
"""
)

_ANNOUNCE = """
INSERT INTO upload (draft, token, name, size, touched_at, readers)
VALUES ($1, $2, $3, $4, $5, $6)
"""

_NOTE = """
UPDATE upload SET received = $2, digest = $3, media_type = $4, touched_at = $5 WHERE token = $1
"""

_REMOVE = "DELETE FROM upload WHERE token = $1"

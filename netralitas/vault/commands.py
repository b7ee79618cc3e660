"""The vault, inside the caller's transaction: identities go in sealed; no page opens one."""

from collections.abc import Sequence
from typing import Final

import msgspec

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.refusals import NotVisible
from netralitas.vault.cipher import Keys, Sealed
from netralitas.vault.domain import Identity, Subject

_BLOCK: Final = 256  # plaintext is filled up to multiples of this: its length says nothing


async def put_in(
    connection: Connection,
    *,
    case_file: int,
    subject: Subject,
    identity: Identity,
    readers: Sequence[int],
    keys: Keys,
) -> int:
    """Return the id of the entry that now holds `identity` of `case_file`, encrypted."""
    sealed = keys.seal(_plain(identity), _place(case_file, subject))
    entry: int = await connection.fetchval(
        _PUT,
        *(case_file, subject.value, sealed.key_id, sealed.nonce, sealed.ciphertext),
        *(clock.now(), list(readers)),
    )
    return entry


async def open_entry_in(connection: Connection, entry: int, keys: Keys) -> Identity:
    """Return the identity of an entry.

    Whoever calls this has the decision of two people behind it and records the opening. Raises
    NotVisible, or SealError when the entry was changed, moved, or its key is gone.
    """
    row = await connection.fetchrow(_ONE, entry)
    if row is None:
        raise NotVisible
    plain = keys.open(_sealed(row), _place(row["case_file"], Subject(row["subject"])))
    return msgspec.json.decode(plain, type=Identity)


async def rotate_in(connection: Connection, keys: Keys, most: int = 100) -> int:
    """Return how many entries, at most `most`, were sealed again under the current key.

    Zero: the older keys may go. Raises SealError at an entry that does not open; nothing of the
    transaction should then be kept.
    """
    rows = await connection.fetch(_OLD, keys.current, most)
    for row in rows:
        sealed = keys.reseal(_sealed(row), _place(row["case_file"], Subject(row["subject"])))
        await connection.execute(
            _RESEALED, row["id"], sealed.key_id, sealed.nonce, sealed.ciphertext
        )
    return len(rows)


def _plain(identity: Identity) -> bytes:
    text = msgspec.json.encode(identity)
    return text.ljust(-(-len(text) // _BLOCK) * _BLOCK)  # JSON may end in spaces


def _place(case_file: int, subject: Subject) -> bytes:
    return f"vault {case_file} {subject.value}".encode()


def _sealed(row: dict[str, bytes]) -> Sealed:
    return Sealed(
        key_id=str(row["key_id"]), nonce=bytes(row["nonce"]), ciphertext=bytes(row["ciphertext"])
    )


_PUT = """
INSERT INTO vault_entry
    (case_file, subject, key_id, nonce, ciphertext, stored_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
"""

_ONE = "SELECT case_file, subject, key_id, nonce, ciphertext FROM vault_entry WHERE id = $1"

_OLD = """
SELECT id, case_file, subject, key_id, nonce, ciphertext FROM vault_entry
WHERE key_id <> $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
"""

_RESEALED = "UPDATE vault_entry SET key_id = $2, nonce = $3, ciphertext = $4 WHERE id = $1"

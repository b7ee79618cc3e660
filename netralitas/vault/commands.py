"""The vault, inside the caller's transaction: identities go in sealed, and are erased."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from netralitas import clock
from netralitas.database.connection import Connection, Row
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
    sealed = keys.seal(_plain(identity), place(case_file, subject))
    entry: int = await connection.fetchval(
        _PUT,
        *(case_file, subject.value, sealed.key_id, sealed.nonce, sealed.ciphertext),
        *(clock.now(), list(readers)),
    )
    return entry


async def put_all_in(
    connection: Connection,
    case_file: int,
    people: Iterable[tuple[Subject, Identity]],
    readers: Sequence[int],
    keys: Keys,
) -> None:
    """Put everybody into the vault, each as who they are in the case."""
    for subject, identity in people:
        await put_in(
            connection,
            case_file=case_file,
            subject=subject,
            identity=identity,
            readers=readers,
            keys=keys,
        )


async def opened_in(connection: Connection, case_file: int, keys: Keys) -> dict[int, Identity]:
    """Return the identities of a case by entry, in the order in which they came.

    The database gives them to nobody but who opened them with another's consent, for a day at
    most; whoever calls this records the reading. Raises SealError when an entry was changed, moved,
    or its key is gone.
    """
    return {
        row["id"]: _identity(row, case_file, keys)
        for row in await connection.fetch(_OPENED, case_file)
    }


async def erase_in(connection: Connection, entries: Sequence[int], event: int) -> int:
    """Return how many entries are empty now, by the event of this transaction that says so."""
    rows = await connection.fetch(_ERASE, list(entries), event)
    return len(rows)


def place(case_file: int, subject: Subject) -> bytes:
    """Return where an identity belongs: it opens for this case, as this subject, only."""
    return f"vault {case_file} {subject.value}".encode()


def _plain(identity: Identity) -> bytes:
    text = msgspec.json.encode(identity)
    return text.ljust(-(-len(text) // _BLOCK) * _BLOCK)  # JSON may end in spaces


def _identity(row: Row, case_file: int, keys: Keys) -> Identity:
    sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
    plain = keys.open(sealed, place(case_file, Subject(row["subject"])))
    return msgspec.json.decode(plain, type=Identity)


_PUT = """
INSERT INTO vault_entry
    (case_file, subject, key_id, nonce, ciphertext, stored_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
"""

_OPENED = "SELECT id, subject, key_id, nonce, ciphertext FROM opened_identities($1)"

_ERASE = """
UPDATE vault_entry SET nonce = '', ciphertext = '', erased_by = $2
WHERE id = ANY ($1) AND erased_by IS NULL RETURNING id
"""

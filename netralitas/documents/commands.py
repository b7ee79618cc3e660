"""Papers of a case, inside the caller's transaction: attached, shared one by one."""

from collections.abc import Sequence

from netralitas.database.connection import Connection
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import Stored
from netralitas.refusals import NotVisible


async def attach_in(  # noqa: PLR0913 - the columns of a paper, all of them named
    connection: Connection,
    *,
    case_file: int,
    event: int,
    kind: DocumentKind,
    title: str,
    stored: Stored,
    readers: Sequence[int],
    proceeding: int | None = None,
    letter: int | None = None,
) -> int:
    """Return the id of the paper that now hangs on its case, by the event `event`.

    The database must know the file in this transaction or before (`evidence.commands.add_in`).
    """
    entered: int = await connection.fetchval(
        _ATTACH,
        *(case_file, proceeding, event, kind.value, title),
        *(bytes.fromhex(stored.digest), letter, list(readers)),
    )
    return entered


async def share_in(connection: Connection, documents: Sequence[int], organisation: int) -> None:
    """Hold that `organisation` reads exactly these papers too; NotVisible: one is not visible."""
    changed = await connection.fetch(_SHARE, list(documents), organisation)
    if len(changed) != len(set(documents)):
        raise NotVisible


_ATTACH = """
INSERT INTO document (case_file, proceeding, event, kind, title, file, letter, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
"""

_SHARE = """
UPDATE document SET readers = array_remove(readers, $2::integer) || $2::integer
WHERE id = ANY ($1::bigint[]) RETURNING id
"""

"""Papers of a case, as pages show them and as they are downloaded."""

import msgspec

from netralitas.database.connection import Connection
from netralitas.refusals import NotVisible


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of a case; `size` in bytes, `digest` in hexadecimal, where `Storage` finds it.

    `ordinal` is that of a piece of evidence, None for every other paper.
    """

    id: int
    case_file: int
    proceeding: int | None
    event: int
    kind: str
    title: str
    letter: int | None
    digest: str
    size: int
    media_type: str
    ordinal: int | None = None


async def documents_of(connection: Connection, case_file: int) -> list[Document]:
    """Return the papers of a case that this reader may see, in the order they were attached."""
    return [Document(**row) for row in await connection.fetch(_OF_CASE, case_file)]


async def document(connection: Connection, case_file: int, wanted: int) -> Document:
    """Return one paper of this case; NotVisible when it is another's or not for this reader."""
    row = await connection.fetchrow(_ONE, case_file, wanted)
    if row is None:
        raise NotVisible
    return Document(**row)


_COLUMNS = """
SELECT d.id, d.case_file, d.proceeding, d.event, d.kind, d.title, d.letter,
       encode(f.digest, 'hex') AS digest, f.size, f.media_type,
       x.ordinal
FROM document d JOIN file f ON f.digest = d.file LEFT JOIN exhibit x ON x.document = d.id
"""

_OF_CASE = _COLUMNS + "WHERE d.case_file = $1 ORDER BY d.id"

_ONE = _COLUMNS + "WHERE d.case_file = $1 AND d.id = $2"

"""Letters, inside the caller's transaction."""

from collections.abc import Sequence
from datetime import date

from netralitas.correspondence.domain import Direction
from netralitas.database.connection import Connection


async def add_letter_in(  # noqa: PLR0913 - the columns of a letter, all of them named
    connection: Connection,
    *,
    case_file: int,
    event: int,
    direction: Direction,
    printed: str,
    dated_on: date | None,
    subject: str,
    organisation: int,
    correspondent: int,
    readers: Sequence[int],
    proceeding: int | None = None,
    method: str | None = None,
    sent_on: date | None = None,
    received_on: date | None = None,
    reply_to: int | None = None,
) -> int:
    """Return the id of the letter that is now in the record of its case, by the event `event`.

    `printed` is its number exactly as it stands on the paper, any text, empty where it is not
    known. `organisation` is the office whose record this is, `correspondent` the other side.
    `received_on` is the day of the proved receipt, from which deadlines run.
    """
    entered: int = await connection.fetchval(
        _ADD,
        *(case_file, proceeding, event, direction.value, printed, dated_on, subject),
        *(organisation, correspondent, method, sent_on, received_on, reply_to, list(readers)),
    )
    return entered


_ADD = """
INSERT INTO letter (
    case_file, proceeding, event, direction, printed, dated_on, subject,
    organisation, correspondent, method, sent_on, received_on, reply_to, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id
"""

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
    proof: str | None = None,
    answer_by: date | None = None,
    kept_at: str | None = None,
    copies: Sequence[str] = (),
) -> int:
    """Return the id of the letter that is now in the record of its case, by the event `event`.

    `printed` is its number exactly as it stands on the paper, any text, empty where it is not
    known. `organisation` is the office whose record this is, `correspondent` the other side.
    `received_on` is the day of the proved receipt, `proof` the code of what proves it; `copies` are
    who got one, as printed. A copy proves nobody's receipt.
    """
    entered: int = await connection.fetchval(
        _ADD,
        *(case_file, proceeding, event, direction.value, printed, dated_on, subject),
        *(organisation, correspondent, method, sent_on, received_on, reply_to, list(readers)),
        *(proof, answer_by, kept_at),
    )
    await add_copies_in(connection, case_file, entered, copies, readers)
    return entered


async def add_copies_in(
    connection: Connection,
    case_file: int,
    letter: int,
    copies: Sequence[str],
    readers: Sequence[int],
) -> None:
    """Hold that these got a copy of the letter too; an office of that very name is recognised."""
    if copies:
        await connection.execute(_COPIES, case_file, letter, list(copies), list(readers))


_ADD = """
INSERT INTO letter (
    case_file, proceeding, event, direction, printed, dated_on, subject,
    organisation, correspondent, method, sent_on, received_on, reply_to, readers,
    proof, answer_by, kept_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) RETURNING id
"""
_COPIES = """
INSERT INTO letter_copy (case_file, letter, organisation, name, readers)
SELECT $1, $2,
       (SELECT o.id FROM organisation o WHERE lower(o.name) = lower(copied) ORDER BY o.id LIMIT 1),
       copied, $4
FROM unnest($3::text[]) WITH ORDINALITY AS c (copied, place)
WHERE NOT EXISTS (SELECT FROM letter_copy k WHERE k.letter = $2 AND k.name = copied)
ORDER BY place
"""

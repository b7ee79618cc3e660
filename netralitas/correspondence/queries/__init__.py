"""Letters of a case, as pages show them."""

from datetime import date

import msgspec

from netralitas.database.connection import Connection


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter with both sides by name; what is not known of its way is None.

    `own` and `other` are the ids of the two sides; both alike: the other one is not named.
    """

    id: int
    proceeding: int | None
    event: int
    direction: str
    printed: str
    dated_on: date | None
    subject: str
    organisation: str
    correspondent: str
    method: str | None
    sent_on: date | None
    received_on: date | None
    reply_to: int | None
    proof: str | None = None
    proof_document: int | None = None
    came_back_on: date | None = None
    answer_by: date | None = None
    kept_at: str | None = None
    own: int = 0
    other: int = 0

    @property
    def proved(self) -> bool:
        """Say whether its receipt is proved, on a known day or not."""
        return self.received_on is not None or self.proof is not None


async def letters_of(connection: Connection, case_file: int) -> list[Letter]:
    """Return the letters of a case that this reader may see, oldest first."""
    return [Letter(**row) for row in await connection.fetch(_OF_CASE, case_file)]


_OF_CASE = """
SELECT l.id, l.proceeding, l.event, l.direction, l.printed, l.dated_on, l.subject,
       own.name AS organisation, other.name AS correspondent,
       l.method, l.sent_on, l.received_on, l.reply_to, l.proof, l.proof_document,
       l.came_back_on, l.answer_by, l.kept_at, l.organisation AS own, l.correspondent AS other
FROM letter l
JOIN organisation own ON own.id = l.organisation
JOIN organisation other ON other.id = l.correspondent
WHERE l.case_file = $1 ORDER BY l.dated_on, l.id
"""

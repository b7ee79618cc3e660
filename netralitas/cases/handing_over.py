"""What a hand-over shows to its receiver: exactly the rows of the package, and no others."""

from collections.abc import Sequence

from netralitas.database.connection import Connection
from netralitas.documents.commands import share_in
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import documents_of

PACKAGE = {DocumentKind.STUDY, DocumentKind.PRELIMINARY_STUDY, DocumentKind.EVIDENCE_LIST}
"""Kinds of papers that travel; the reporter's identity never does."""

_CASE = """
UPDATE case_file SET readers = readers || $2::integer WHERE id = $1 AND NOT $2 = ANY (readers)
"""
_NUMBERS = """
UPDATE case_number SET readers = readers || $2::integer
WHERE case_file = $1 AND NOT $2 = ANY (readers)
"""
_RESPONDENTS = """
UPDATE respondent SET readers = readers || $2::integer
WHERE case_file = $1 AND id = ANY ($3) AND NOT $2 = ANY (readers)
"""


async def hand_over(
    connection: Connection, case: int, receiver: int, respondents: Sequence[int]
) -> None:
    """Let the receiver read the case, these respondents, the numbers and the papers that travel."""
    await connection.execute(_CASE, case, receiver)
    await connection.execute(_NUMBERS, case, receiver)
    await connection.execute(_RESPONDENTS, case, receiver, list(respondents))
    papers = await documents_of(connection, case)
    await share_in(connection, [paper.id for paper in papers if paper.kind in PACKAGE], receiver)

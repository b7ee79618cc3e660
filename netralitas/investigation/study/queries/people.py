"""Whom a study is about, and the pieces of evidence that it may refer to."""

from dataclasses import dataclass
from typing import Final

from netralitas.cases.words import UNIDENTIFIED
from netralitas.database.connection import Connection
from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import Document, documents_of
from netralitas.investigation.study.domain import Finding
from netralitas.investigation.study.store import latest_content

_PEOPLE: Final = """
SELECT id, ordinal, name, position, unit FROM respondent WHERE case_file = $1 ORDER BY ordinal
"""
_OF_EVIDENCE: Final = frozenset({DocumentKind.EVIDENCE, DocumentKind.PROOF, DocumentKind.MINUTES})


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A respondent as a study calls them."""

    id: int
    called: str
    post: str


async def people_of(c: Connection, case: int) -> tuple[People, ...]:
    """Return the respondents of a case in their order, as far as the actor reads them."""
    return tuple(
        People(
            id=row["id"],
            called=row["name"] or f"Terlapor {row['ordinal']} ({UNIDENTIFIED.lower()})",
            post=", ".join(said for said in (row["position"], row["unit"]) if said),
        )
        for row in await c.fetch(_PEOPLE, case)
    )


async def concluded_of(c: Connection, case: int) -> dict[int, tuple[Finding, ...]]:
    """Return what the last version of the study finds of each respondent."""
    content = await latest_content(c, case)
    return {each.respondent: each.findings for each in content.conclusions}


async def evidence_of(c: Connection, case: int) -> tuple[Document, ...]:
    """Return the papers of a case that can be evidence, in the order they were attached."""
    return tuple(each for each in await documents_of(c, case) if each.kind in _OF_EVIDENCE)

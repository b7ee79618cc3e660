"""Papers of a case as issued, and what is known for a new one."""

from netralitas.documents.official.queries.knowing import Knowledge, knowledge
from netralitas.documents.official.queries.listing import Line, Standing, paper_in, papers_in
from netralitas.documents.official.queries.templates import (
    Version,
    newest_versions,
    template_of,
    versions_of,
)

__all__ = [
    "Knowledge",
    "Line",
    "Standing",
    "Version",
    "knowledge",
    "newest_versions",
    "paper_in",
    "papers_in",
    "template_of",
    "versions_of",
]

"""What the pages of evidence show."""

from netralitas.evidence.exhibits.queries.found import exhibit, hold_reads_evidence, said_why
from netralitas.evidence.exhibits.queries.listing import all_of, exhibits_page
from netralitas.evidence.exhibits.queries.one import exhibit_page

__all__ = [
    "all_of",
    "exhibit",
    "exhibit_page",
    "exhibits_page",
    "hold_reads_evidence",
    "said_why",
]

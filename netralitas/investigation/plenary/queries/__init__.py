"""What the pages of plenary meetings show."""

from netralitas.investigation.plenary.queries.meetings import (
    chairs_of,
    meeting_page,
    meetings_page,
    quorum_of,
)
from netralitas.investigation.plenary.queries.ruling import ruling_page
from netralitas.investigation.plenary.queries.tabled import Tabled, tabled_of

__all__ = [
    "Tabled",
    "chairs_of",
    "meeting_page",
    "meetings_page",
    "quorum_of",
    "ruling_page",
    "tabled_of",
]

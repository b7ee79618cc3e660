"""What the pages of the clarification read."""

from netralitas.investigation.clarification.queries.overview import (
    base,
    clarification_page,
    crumbs,
    officers,
    people_to_choose,
    person_seen,
    session_seen,
)
from netralitas.investigation.clarification.queries.session import answer_seen, session_page

__all__ = [
    "answer_seen",
    "base",
    "clarification_page",
    "crumbs",
    "officers",
    "people_to_choose",
    "person_seen",
    "session_page",
    "session_seen",
]

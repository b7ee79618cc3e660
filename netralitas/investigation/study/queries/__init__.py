"""What the pages of a study show."""

from netralitas.investigation.study.queries.pages import study_page, version_page
from netralitas.investigation.study.queries.people import People, concluded_of, people_of
from netralitas.investigation.study.queries.writing import Writing, writing_of

__all__ = [
    "People",
    "Writing",
    "concluded_of",
    "people_of",
    "study_page",
    "version_page",
    "writing_of",
]

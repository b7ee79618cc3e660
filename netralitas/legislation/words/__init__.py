"""The law in the words of pages and forms."""

from netralitas.legislation.words.certainty import unsure
from netralitas.legislation.words.citing import citation_choices, stale_citation
from netralitas.legislation.words.validity import edition_said, month_said, plain_day, validity

__all__ = [
    "citation_choices",
    "edition_said",
    "month_said",
    "plain_day",
    "stale_citation",
    "unsure",
    "validity",
]

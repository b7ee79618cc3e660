"""What the pages of plenary meetings show."""

from netralitas.investigation.plenary.queries.meetings import meeting_page, meetings_page
from netralitas.investigation.plenary.queries.ruling import Tabled, ruling_page, tabled_of

__all__ = ["Tabled", "meeting_page", "meetings_page", "ruling_page", "tabled_of"]

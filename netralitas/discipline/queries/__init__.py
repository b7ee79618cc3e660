"""What the pages of the follow-up show, each from few statements for any number of respondents."""

from netralitas.discipline.pages import FollowUp
from netralitas.discipline.queries.board import board_page
from netralitas.discipline.queries.handed import follow_up
from netralitas.discipline.queries.offices import offices_page
from netralitas.discipline.queries.standing import standing_page

__all__ = ["FollowUp", "board_page", "follow_up", "offices_page", "standing_page"]

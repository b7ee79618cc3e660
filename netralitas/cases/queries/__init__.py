"""What the pages of one case show: a struct for each, one function that fills it."""

from netralitas.cases.queries.acts import Act, act_of_fact, act_of_move, act_of_opening
from netralitas.cases.queries.changes import changes_since
from netralitas.cases.queries.clock import ClockAsked, clock_asked
from netralitas.cases.queries.events import Correctable, correctable, excludable, proposal_on
from netralitas.cases.queries.file import CaseView, view_case
from netralitas.cases.queries.outlook import Outlook, outlook, today_of
from netralitas.cases.queries.page import CasePage, Figure, may_attach, page_of, title
from netralitas.cases.queries.papers import paper_of
from netralitas.cases.queries.people import masked, person_of
from netralitas.cases.queries.timeline import KINDS, Wanted

__all__ = [
    "KINDS",
    "Act",
    "CasePage",
    "CaseView",
    "ClockAsked",
    "Correctable",
    "Figure",
    "Outlook",
    "Wanted",
    "act_of_fact",
    "act_of_move",
    "act_of_opening",
    "changes_since",
    "clock_asked",
    "correctable",
    "excludable",
    "masked",
    "may_attach",
    "outlook",
    "page_of",
    "paper_of",
    "person_of",
    "proposal_on",
    "title",
    "today_of",
    "view_case",
]

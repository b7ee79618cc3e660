"""What the pages of one case show: a struct for each, one function that fills it."""

from netralitas.cases.dossier import LockedProceeding
from netralitas.cases.queries.acts import Act, act_of_fact, act_of_move, act_of_opening
from netralitas.cases.queries.changes import changes_since
from netralitas.cases.queries.clock import ClockAsked, clock_asked
from netralitas.cases.queries.events import (
    Correctable,
    correctable,
    excludable,
    excluded,
    proposal_on,
)
from netralitas.cases.queries.file import CaseView, view_case
from netralitas.cases.queries.joined import (
    LikesPage,
    come_from,
    gone_into,
    likes_of,
    likes_page,
    merge_refusal,
    movable_of,
    number_of,
    numbered,
    split_refusal,
)
from netralitas.cases.queries.likely import Asked, Like, asked_of, likely
from netralitas.cases.queries.outlook import Outlook, outlook, today_of
from netralitas.cases.queries.page import CasePage, Figure, may_attach, page_of, title
from netralitas.cases.queries.papers import paper_of
from netralitas.cases.queries.people import masked, person_in_row, person_of
from netralitas.cases.queries.timeline import KINDS, Wanted

__all__ = [
    "KINDS",
    "Act",
    "Asked",
    "CasePage",
    "CaseView",
    "ClockAsked",
    "Correctable",
    "Figure",
    "Like",
    "LikesPage",
    "LockedProceeding",
    "Outlook",
    "Wanted",
    "act_of_fact",
    "act_of_move",
    "act_of_opening",
    "asked_of",
    "changes_since",
    "clock_asked",
    "come_from",
    "correctable",
    "excludable",
    "excluded",
    "gone_into",
    "likely",
    "likes_of",
    "likes_page",
    "masked",
    "may_attach",
    "merge_refusal",
    "movable_of",
    "number_of",
    "numbered",
    "outlook",
    "page_of",
    "paper_of",
    "person_in_row",
    "person_of",
    "proposal_on",
    "split_refusal",
    "title",
    "today_of",
    "view_case",
]

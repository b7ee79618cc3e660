"""What pages and other features ask about agreements, on the caller's transaction."""

from netralitas.agreements.queries.cooperation import (
    cooperations,
    duties_of,
    offices_of,
    one_cooperation,
)
from netralitas.agreements.queries.due import AHEAD, DueDate, due_dates, soon
from netralitas.agreements.queries.one import Asked, agreement_page
from netralitas.agreements.queries.register import register_page
from netralitas.agreements.queries.texts import Written, latest_texts, visible_agreements

__all__ = [
    "AHEAD",
    "Asked",
    "DueDate",
    "Written",
    "agreement_page",
    "cooperations",
    "due_dates",
    "duties_of",
    "latest_texts",
    "offices_of",
    "one_cooperation",
    "register_page",
    "soon",
    "visible_agreements",
]

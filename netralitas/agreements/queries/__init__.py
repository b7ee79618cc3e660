"""What pages and other features ask about agreements, on the caller's transaction."""

from netralitas.agreements.queries.cooperation import (
    cooperations,
    duties_of,
    offices_of,
    one_cooperation,
)
from netralitas.agreements.queries.one import agreement_page
from netralitas.agreements.queries.register import register_page

__all__ = [
    "agreement_page",
    "cooperations",
    "duties_of",
    "offices_of",
    "one_cooperation",
    "register_page",
]

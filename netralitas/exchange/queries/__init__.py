"""What pages and commands ask about requests, on the caller's transaction."""

from netralitas.exchange.queries.ground import LARGEST_ID, ground_of, offices_under
from netralitas.exchange.queries.listing import (
    PATH,
    crumbs,
    requests_page,
    waiting_page,
    waiting_requests,
)
from netralitas.exchange.queries.one import items_of, request_page, request_row

__all__ = [
    "LARGEST_ID",
    "PATH",
    "crumbs",
    "ground_of",
    "items_of",
    "offices_under",
    "request_page",
    "request_row",
    "requests_page",
    "waiting_page",
    "waiting_requests",
]

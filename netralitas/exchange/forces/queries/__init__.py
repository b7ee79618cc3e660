"""What pages ask about task forces and rosters, on the caller's transaction."""

from netralitas.exchange.forces.queries.people import (
    crumbs,
    force_page,
    force_row,
    forces_page,
    keeps_here,
    member_name,
    members_of,
)
from netralitas.exchange.forces.queries.roster import roster_page

__all__ = [
    "crumbs",
    "force_page",
    "force_row",
    "forces_page",
    "keeps_here",
    "member_name",
    "members_of",
    "roster_page",
]

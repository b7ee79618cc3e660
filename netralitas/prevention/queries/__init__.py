"""What pages and other features ask about prevention, on the caller's transaction."""

from netralitas.prevention.queries.dashboard import dashboard
from netralitas.prevention.queries.listing import activities_page
from netralitas.prevention.queries.opened import Opened, open_activity
from netralitas.prevention.queries.summary import Summary, ThemeSummary, summary_for

__all__ = [
    "Opened",
    "Summary",
    "ThemeSummary",
    "activities_page",
    "dashboard",
    "open_activity",
    "summary_for",
]

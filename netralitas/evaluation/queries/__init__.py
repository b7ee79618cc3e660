"""What is asked about meetings, decisions and figures; each on the caller's transaction."""

from netralitas.evaluation.queries.counted import counted
from netralitas.evaluation.queries.figures import figures_at, log_position
from netralitas.evaluation.queries.meeting import Seen, decision_text, keep, meeting_page, see
from netralitas.evaluation.queries.meetings import meetings_page
from netralitas.evaluation.queries.pack import figures_page, pack_page
from netralitas.evaluation.queries.parties import parties_for

__all__ = [
    "Seen",
    "counted",
    "decision_text",
    "figures_at",
    "figures_page",
    "keep",
    "log_position",
    "meeting_page",
    "meetings_page",
    "pack_page",
    "parties_for",
    "see",
]

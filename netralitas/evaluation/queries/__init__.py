"""What is asked about meetings, decisions and figures; each on the caller's transaction."""

from netralitas.evaluation.queries.counted import as_frozen, counted, laid_out
from netralitas.evaluation.queries.figures import figures_at, log_position
from netralitas.evaluation.queries.frozen import figures_page
from netralitas.evaluation.queries.meeting import (
    Seen,
    decision_text,
    keep,
    meeting_page,
    proposals_page,
    see,
)
from netralitas.evaluation.queries.meetings import meetings_page
from netralitas.evaluation.queries.parties import parties_for

__all__ = [
    "Seen",
    "as_frozen",
    "counted",
    "decision_text",
    "figures_at",
    "figures_page",
    "keep",
    "laid_out",
    "log_position",
    "meeting_page",
    "meetings_page",
    "parties_for",
    "proposals_page",
    "see",
]

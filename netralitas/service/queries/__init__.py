"""What is read about the service, for staff and for everybody."""

from netralitas.service.queries.complaints import open_complaints
from netralitas.service.queries.figures import months_before
from netralitas.service.queries.profile import duties_of, profiles
from netralitas.service.store import LARGEST_ID, above, complaint_of, officers_of, profile_of

__all__ = [
    "LARGEST_ID",
    "above",
    "complaint_of",
    "duties_of",
    "months_before",
    "officers_of",
    "open_complaints",
    "profile_of",
    "profiles",
]

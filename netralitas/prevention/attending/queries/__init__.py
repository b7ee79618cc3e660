"""What pages and other features ask about those who were present, and about tests."""

from netralitas.prevention.attending.queries.doors import door_of
from netralitas.prevention.attending.queries.presence import attendance_of, attendees_of, named_of
from netralitas.prevention.attending.queries.quiz import questions_of, test_result

__all__ = [
    "attendance_of",
    "attendees_of",
    "door_of",
    "named_of",
    "questions_of",
    "test_result",
]

"""How somebody is counted as present, and when a test is taken. Values only."""

from enum import StrEnum


class Way(StrEnum):
    """How it is known that somebody came."""

    LIST = "list"
    IMPORT = "import"
    PHONE = "phone"


class Phase(StrEnum):
    """When a test is taken: before the activity, after it."""

    BEFORE = "before"
    AFTER = "after"

"""What can be taken in as a table."""

from enum import StrEnum


class ImportKind(StrEnum):
    """What the rows of a table are."""

    STAFF = "staff"

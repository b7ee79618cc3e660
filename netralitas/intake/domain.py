"""How a report is made: how openly, and by whom in law."""

from enum import StrEnum


class Confidentiality(StrEnum):
    """What becomes of the name of whoever brings a matter."""

    NAMED = "named"
    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"


class ReporterKind(StrEnum):
    """Who may report (UU 7/2017 Pasal 454 ayat (3), S; UU 1/2015 Pasal 134 ayat (2), T)."""

    CITIZEN = "citizen"
    PARTICIPANT = "participant"
    MONITOR = "monitor"

"""Systems outside, and where a matter can stand in them: closed lists."""

from enum import StrEnum


class ExternalSystem(StrEnum):
    """A system of another agency that keeps its own record of a respondent (domain.md 3.7)."""

    SIAPNET = "siapnet"
    SBT = "sbt"
    IDIS = "idis"
    SIASN = "siasn"
    SIGAPLAPOR = "sigaplapor"
    LAPOR = "lapor"


class ExternalStanding(StrEnum):
    """Where a matter stands there, so that two systems can be compared."""

    RECEIVED = "received"
    VERIFICATION = "verification"
    RETURNED = "returned"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    NOT_PROVEN = "not_proven"
    RECOMMENDED = "recommended"
    FOLLOWED_UP = "followed_up"
    SANCTIONED = "sanctioned"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    GONE = "gone"
    UNKNOWN = "unknown"

"""A failure to protect personal data, and the hours within which it is told. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

HOURS: Final = 3 * 24
"""UU 27/2022 art. 46: at most 3 x 24 hours, in writing, to people and the agency (S)."""


class NoteKind(StrEnum):
    """What a note on a failure is about."""

    MEASURE = "measure"
    PEOPLE_TOLD = "people_told"
    AGENCY_TOLD = "agency_told"
    CLOSING = "closing"


class Standing(StrEnum):
    """Where the hours stand."""

    RUNNING = "running"
    LATE = "late"
    TOLD = "told"
    TOLD_LATE = "told_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIncident:
    """A failure as it is first recorded."""

    discovered_at: datetime
    happened: str
    data: str
    people: int | None


def ends_at(discovered: datetime) -> datetime:
    """Return the end of the hours: they follow one another, on any day, day and night."""
    return discovered + timedelta(hours=HOURS)


def standing(discovered: datetime, told: datetime | None, now: datetime) -> Standing:
    """Return where the hours stand for those who are to be told."""
    end = ends_at(discovered)
    if told is not None:
        return Standing.TOLD if told <= end else Standing.TOLD_LATE
    return Standing.RUNNING if now <= end else Standing.LATE

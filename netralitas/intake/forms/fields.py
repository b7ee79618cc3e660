"""What the forms of the desk share: lists with their words, a day known roughly, its moment."""

from collections.abc import Mapping
from datetime import datetime, time
from enum import StrEnum
from typing import ClassVar, TypeVar
from zoneinfo import ZoneInfo

from netralitas.audit.domain import Moment, Precision
from netralitas.law import words as law_words
from netralitas.web.forms import Happened, HappenedField

Listed = TypeVar("Listed", bound=StrEnum)


def pairs(labels: Mapping[Listed, str]) -> list[tuple[str, str]]:
    """Return a closed list with its words, as the options of a choice."""
    return [(value.value, label) for value, label in labels.items()]


class RoughDay(HappenedField):
    """A day of which perhaps only the month or the year is known; no hour is asked for."""

    kind: ClassVar[str] = "date"
    parts: ClassVar[tuple[str, ...]] = ("", "day", "month", "year")


def moment_of(received: Happened, hour: time | None, zone: str) -> Moment:
    """Return the day with its hour; an hour of a day that is not known is none."""
    if hour is None or received.on is None or received.precision is not Precision.DAY:
        return received.moment(zone)
    return Moment.time(datetime.combine(received.on, hour, ZoneInfo(zone)), zone)


def said(act: Happened) -> str:
    """Return the day of the act as exactly as it is known."""
    if act.on is None:
        return ""
    day = law_words.day(act.on)
    if act.precision is Precision.YEAR:
        return str(act.on.year)
    return " ".join(day.split()[2:]) if act.precision is Precision.MONTH else day

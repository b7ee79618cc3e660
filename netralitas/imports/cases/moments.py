"""When something happened, as a register writes it: "2024-11-08", "2024-11", "2024", "as_of:…"."""

from datetime import date, datetime
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.law.domain import Zone
from netralitas.web.forms.calendar_words import EARLIEST_YEAR, LATEST_YEAR

_AS_OF: Final = "as_of:"
_PARTS: Final = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}


def moment_of(text: str | None, zone: str) -> Moment:
    """Return the moment that is written so; ValueError for one that is in no calendar."""
    if text is None:
        return Moment(precision=Precision.UNKNOWN, on=None, zone=zone)
    if text.startswith(_AS_OF):
        return Moment(precision=Precision.AS_OF, on=day_of(text.removeprefix(_AS_OF)), zone=zone)
    if "T" in text:
        return Moment.time(datetime.fromisoformat(text).replace(tzinfo=Zone(zone).tz), zone)
    parts = text.split("-")
    whole = "-".join([*parts, "01", "01"][:3])
    return Moment(precision=_PARTS[len(parts)], on=day_of(whole), zone=zone)


def day_of(text: str) -> date:
    """Return the day; ValueError for one that is in no calendar, or out of the years we keep."""
    on = date.fromisoformat(text)
    if not EARLIEST_YEAR <= on.year <= LATEST_YEAR:
        raise ValueError(text)
    return on


def written(happened: Moment) -> str | None:
    """Return a moment as a register writes it; None for one of which nothing is known."""
    on = happened.on
    if on is None or happened.precision is Precision.UNKNOWN:
        return None
    if happened.precision is Precision.AS_OF:
        return f"{_AS_OF}{on.isoformat()}"
    if happened.precision is Precision.TIME and happened.at is not None:
        return happened.at.astimezone(Zone(happened.zone).tz).strftime("%Y-%m-%dT%H:%M")
    parts = {Precision.YEAR: 4, Precision.MONTH: 7}.get(happened.precision, 10)
    return on.isoformat()[:parts]

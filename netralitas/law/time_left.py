"""How long is left until a deadline, in the language of the page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from netralitas.language import SOURCE, locale, ngettext, say
from netralitas.law.domain import Zone

IN_HOURS = 48
"""What is less far away is said in hours."""

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """The present second and its day in a zone: the same for every line of a list."""

    second: datetime
    today: date


@lru_cache(maxsize=64)
def present(now: datetime, zone: Zone) -> Present:
    """Return the present of a moment."""
    return Present(second=now.replace(microsecond=0), today=now.astimezone(zone.tz).date())


def left(due_at: datetime, now: datetime, zone: Zone) -> str:
    """Return how long is left: "Sisa 3 hari", under two days "Sisa 31 jam", else how late it is."""
    return left_in(*until(due_at, now, zone))


def until(due_at: datetime, now: datetime, zone: Zone) -> tuple[int, int]:
    """Return the days by the calendar, and the whole hours: at most `IN_HOURS`, -1 once late."""
    here = present(now, zone)
    days = (due_at.astimezone(zone.tz).date() - here.today).days
    hours = (due_at - here.second) // _HOUR
    return days, max(-1, min(hours, IN_HOURS))


def left_in(days: int, hours: int) -> str:
    """Return what `left` says of a deadline that is so many days and hours ahead."""
    if hours < 0:
        return say("Lewat waktu hari ini") if days >= 0 else _late(-days)
    if hours >= IN_HOURS:
        said = ngettext("Sisa {days} hari", "Sisa {days} hari", days)
        return said.format(days=_many(days))
    if days > 0:
        return ngettext("Sisa {hours} jam", "Sisa {hours} jam", hours).format(hours=hours)
    if not hours:
        return say("Hari ini, kurang dari 1 jam")
    said = ngettext("Hari ini, sisa {hours} jam", "Hari ini, sisa {hours} jam", hours)
    return said.format(hours=hours)


def _late(days: int) -> str:
    said = ngettext("Terlambat {days} hari", "Terlambat {days} hari", days)
    return said.format(days=_many(days))


def _many(number: int) -> str:
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if locale() == SOURCE else grouped

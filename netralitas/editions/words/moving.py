"""A date that moves, in words: to when, and by how much; pure."""

from datetime import datetime, time

from netralitas.law.domain import Zone
from netralitas.law.words import day, moment

_CANNOT = "Tidak dapat dihitung"
_LAST_SECOND = time(23, 59, 59)


def moved_to(at: datetime | None, zone: Zone, problem: str | None = None) -> str:
    """Return a date in words, with its time where it is not the end of the day."""
    if at is None:
        return problem or _CANNOT
    local = at.astimezone(zone.tz)
    if local.time() == _LAST_SECOND:
        return day(local.date())
    return moment(at, zone)


def difference(before: datetime | None, after: datetime | None, zone: Zone) -> str:
    """Return by how much a date moves: "3 hari kemudian", "1 hari lebih awal"."""
    if after is None:
        return "tidak ada tanggal lagi" if before else "alasannya berubah"
    if before is None:
        return "kini dapat dihitung"
    days = (after.astimezone(zone.tz).date() - before.astimezone(zone.tz).date()).days
    if days == 0:
        return "jamnya berubah"
    return f"{days} hari kemudian" if days > 0 else f"{-days} hari lebih awal"

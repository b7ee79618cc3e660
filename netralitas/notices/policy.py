"""When somebody is told of a deadline: by whole days of the calendar on their wall. Pure."""

from datetime import date, datetime, timedelta
from typing import Final

from netralitas.law.domain import Zone
from netralitas.notices.domain import Lead, NoticeKind, Stage, Window

FIRST_HOURS: Final = 24
LAST_HOURS: Final = 6
"""So many hours before those of an incident end somebody is told, and told again."""


def windows(now: datetime, lead: Lead) -> tuple[Window, ...]:
    """Return for each zone which deadlines are announced, end today, are late, are escalated.

    `now` is aware. What ended earlier today is no longer announced as ending today; it is late from
    tomorrow on. A notice that was missed by then (nobody worked) is due until the next kind is; a
    late one stays due, so that each deadline is told of once however long ago it passed.
    """
    return tuple(window for zone in Zone for window in _in(zone, now, lead))


def stages(now: datetime) -> tuple[Stage, ...]:
    """Return of which incidents a notice is due: a day before their hours end, six hours, after.

    `now` is aware; these hours follow one another on any day (UU 27/2022 art. 46, S).
    """
    last, first = (now + timedelta(hours=hours) for hours in (LAST_HOURS, FIRST_HOURS))
    return (
        Stage(kind=NoticeKind.SOON, rule="incident.first", begins=last, ends=first),
        Stage(kind=NoticeKind.SOON, rule="incident.last", begins=now, ends=last),
        Stage(kind=NoticeKind.LATE, rule="incident.late", begins=None, ends=now),
    )


def kinds_due(due_at: datetime, zone: Zone, now: datetime, lead: Lead) -> frozenset[NoticeKind]:
    """Return the kinds of notice that a deadline calls for at `now` in a zone."""
    return frozenset(
        window.kind
        for window in windows(now, lead)
        if window.zone == zone.value and window.holds(due_at)
    )


def _in(zone: Zone, now: datetime, lead: Lead) -> tuple[Window, ...]:
    today = now.astimezone(zone.tz).date()
    tomorrow = _begins(today + timedelta(days=1), zone)
    told_before = _begins(today + timedelta(days=1 + lead.before), zone)
    escalated = _begins(today + timedelta(days=1 - lead.after), zone)
    return tuple(
        Window(kind=kind, zone=zone.value, begins=begins, ends=ends)
        for kind, begins, ends in (
            (NoticeKind.SOON, tomorrow, told_before),
            (NoticeKind.TODAY, now, tomorrow),
            (NoticeKind.LATE, None, _begins(today, zone)),
            (NoticeKind.ESCALATED, None, escalated),
        )
    )


def _begins(day: date, zone: Zone) -> datetime:
    """Return the first moment of a day on the wall."""
    return datetime.combine(day, zone.day_begins)

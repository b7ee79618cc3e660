"""The agenda as iCalendar (RFC 5545), to be followed by anybody's calendar."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Final
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from netralitas.prevention.domain import ActivityState
from netralitas.public.agenda import words
from netralitas.public.agenda.composing import address
from netralitas.public.agenda.domain import Announced

MEDIA_TYPE: Final = "text/calendar; charset=utf-8"
_EVERY: Final = timedelta(hours=1)


def calendar_file(activities: Iterable[Announced], site: str, *, demo: bool) -> bytes:
    """Return the file; the same activities make the same bytes. `site` is where the pages are.

    An activity keeps its UID for ever, its SEQUENCE grows with every move and its cancellation.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Netralitas//Agenda//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.FEED[demo])
    calendar.add("refresh-interval", _EVERY, parameters={"VALUE": "DURATION"})
    for activity in activities:
        calendar.add_component(_event(activity, site))
    return bytes(calendar.to_ical())


def _event(activity: Announced, site: str) -> Event:
    cancelled = activity.state is ActivityState.CANCELLED
    event = Event()
    event.add("uid", f"kegiatan-{activity.id}@{urlsplit(site).hostname or 'netralitas'}")
    event.add("sequence", activity.sequence)
    event.add("dtstamp", activity.changed_at)
    event.add("created", activity.changes[0].at)
    event.add("last-modified", activity.changed_at)
    _add_times(event, activity)
    event.add("summary", f"Dibatalkan: {activity.title}" if cancelled else activity.title)
    event.add("location", words.where(activity))
    event.add("description", _description(activity))
    event.add("categories", [words.theme(activity.theme)])
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("url", f"{site}{address(activity.id)}")
    event.add("transp", "TRANSPARENT")
    return event


def _add_times(event: Event, activity: Announced) -> None:
    """Say the hours in UTC, which needs no table of zones; without hours, the whole day."""
    if activity.begins_at is None:
        event.add("dtstart", activity.on)
        event.add("dtend", activity.on + timedelta(days=1))
        return
    event.add("dtstart", _moment(activity, activity.begins_at))
    if activity.ends_at is not None and activity.ends_at > activity.begins_at:
        event.add("dtend", _moment(activity, activity.ends_at))


def _moment(activity: Announced, at: time) -> datetime:
    return datetime.combine(activity.on, at, activity.zone.tz).astimezone(UTC)


def _description(activity: Announced) -> str:
    said = [
        f"{words.kind(activity.kind)}. Untuk: {activity.audience}.",
        f"Penyelenggara: {words.held_by(activity)}.",
        *(f"Narasumber: {one.name}, {one.capacity}." for one in activity.speakers),
        words.moved(activity),
        activity.notice,
    ]
    return "\n".join(line for line in said if line)

"""Deadlines as iCalendar (RFC 5545): number, name of the deadline, date and link; nothing else."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from netralitas.law import words as law_words
from netralitas.law.domain import Zone
from netralitas.notices.domain import Entry

MEDIA_TYPE: Final = "text/calendar"
_EVERY: Final = timedelta(hours=1)
_NAMES: Final = {True: "Tenggat Netralitas (data rekaan)", False: "Tenggat Netralitas"}


def calendar_file(
    entries: Iterable[Entry], zone: Zone, now: datetime, *, base_url: str, demo: bool
) -> bytes:
    """Return the file: each deadline stands on its whole day, which it does not make busy."""
    calendar = Calendar()
    calendar.add("prodid", "-//Netralitas//Tenggat//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _NAMES[demo])
    calendar.add("refresh-interval", _EVERY, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, zone, now, base_url))
    return bytes(calendar.to_ical())


def _event(entry: Entry, zone: Zone, now: datetime, base_url: str) -> Event:
    local = entry.due_at.astimezone(zone.tz)
    href = f"{base_url}/perkara/{entry.case}"
    event = Event()
    event.add("uid", f"{entry.proceeding}-{entry.rule}@{urlsplit(base_url).hostname}")
    event.add("dtstamp", now)
    event.add("dtstart", local.date())
    event.add("dtend", local.date() + timedelta(days=1))
    event.add("summary", f"{entry.label}: {entry.number}")
    event.add("description", f"Berakhir {law_words.moment(entry.due_at, zone)}\n{href}")
    event.add("url", href)
    event.add("transp", "TRANSPARENT")
    return event

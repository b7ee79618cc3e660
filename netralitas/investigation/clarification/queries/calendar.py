"""The calendar of sessions of an office: a month, and the list of the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.investigation.clarification import words
from netralitas.investigation.clarification.domain import HeardRole, Mode, SessionState
from netralitas.investigation.clarification.pages import (
    CalendarDay,
    CalendarEntry,
    CalendarLine,
    CalendarPage,
)
from netralitas.investigation.clarification.queries.overview import TONES
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Zone
from netralitas.web.parts import Pages
from netralitas.worklist.domain import Month, midnight

PATH: Final = "/klarifikasi"
PAGE: Final = 50
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
_SATURDAY: Final = 5

_DAYS: Final = """
SELECT (begins_at AT TIME ZONE $4)::date AS day, state, count(*) AS amount
FROM clarification_session
WHERE organisation = $1 AND begins_at >= $2 AND begins_at < $3 AND state <> 'cancelled'
GROUP BY 1, 2 ORDER BY 1, array_position('{planned,held,absent}', state)
"""
_LINES: Final = """
SELECT s.id, s.case_file, s.begins_at, s.ends_at, s.mode, s.place, s.state, o.name AS officer,
       h.role, coalesce(r.ordinal, h.ordinal) AS ordinal,
       coalesce((SELECT n.printed FROM case_number n WHERE n.case_file = s.case_file
                 ORDER BY array_position('{register,receipt,previous}', n.kind), n.id LIMIT 1),
                'Perkara ' || s.case_file) AS number
FROM clarification_session s
JOIN case_file f ON f.id = s.case_file
JOIN officer o ON o.id = s.officer
JOIN heard_person h ON h.id = s.person
LEFT JOIN respondent r ON r.id = h.respondent
WHERE s.organisation = $1 AND s.begins_at >= $2 AND s.begins_at < $3 AND s.state <> 'cancelled'
  AND ($4::bigint = 0 OR (s.begins_at, s.id) > (SELECT c.begins_at, c.id
                                                FROM clarification_session c WHERE c.id = $4))
ORDER BY s.begins_at, s.id LIMIT $5
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for: a month, perhaps one day of it, a place in the list."""

    month: Month
    chosen: date | None
    after: int


async def calendar_page(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime, calendar: Calendar
) -> CalendarPage:
    """Return the sessions of the actor's office in the month that the address names.

    Those of cases from which the actor is excluded are not there.
    """
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    asked = _asked(query, today)
    begin, end = (
        midnight(asked.month.first, actor.zone),
        midnight(asked.month.following.first, actor.zone),
    )
    counted = await c.fetch(_DAYS, actor.organisation, begin, end, actor.zone)
    entries = _entries(counted)
    if asked.chosen:
        begin = midnight(asked.chosen, actor.zone)
        end = midnight(asked.chosen + timedelta(days=1), actor.zone)
    rows = await c.fetch(_LINES, actor.organisation, begin, end, asked.after, PAGE + 1)
    zone = Zone(actor.zone)
    whole = _address(asked.month)
    here = _address(asked.month, asked.chosen)
    more = f"{here}&setelah={rows[PAGE - 1]['id']}" if len(rows) > PAGE else None
    return CalendarPage(
        first=asked.month.first,
        earlier=_address(asked.month.preceding),
        later=_address(asked.month.following),
        this_month=None if asked.month.first == today.replace(day=1) else PATH,
        weeks=tuple(
            tuple(_day(on, asked, entries, today, calendar) for on in week)
            for week in asked.month.weeks()
        ),
        chosen=asked.chosen,
        whole_month=whole,
        lines=tuple(_line(row, zone) for row in rows[:PAGE]),
        pages=Pages(earlier=here if asked.after else None, later=more),
    )


def _asked(query: Mapping[str, str], today: date) -> Asked:
    month = _month(query.get("bulan", ""), today)
    after = query.get("setelah", "")
    return Asked(
        month=month,
        chosen=_chosen(query.get("hari", ""), month),
        after=int(after) if re.fullmatch(r"[0-9]{1,18}", after) else 0,
    )


def _month(text: str, today: date) -> Month:
    found = _MONTH.fullmatch(text)
    try:
        first = date(int(found[1]), int(found[2]), 1) if found else today.replace(day=1)
    except ValueError:
        first = today.replace(day=1)
    edge = not date.min.year < first.year < date.max.year
    return Month(first=today.replace(day=1) if edge else first)


def _chosen(text: str, month: Month) -> date | None:
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return None
    return on if month.first <= on < month.following.first else None


def _entries(rows: Iterable[Row]) -> dict[date, tuple[CalendarEntry, ...]]:
    found: dict[date, list[CalendarEntry]] = defaultdict(list)
    for row in rows:
        label = words.STATES[SessionState(row["state"])]
        found[row["day"]].append(CalendarEntry(label=label, amount=row["amount"]))
    return {on: tuple(entries) for on, entries in found.items()}


def _day(
    on: date,
    asked: Asked,
    entries: Mapping[date, tuple[CalendarEntry, ...]],
    today: date,
    calendar: Calendar,
) -> CalendarDay:
    found = entries.get(on, ())
    off = on.weekday() < _SATURDAY and calendar.knows(on) and not calendar.day(on).counted
    return CalendarDay(
        on=on,
        inside=asked.month.first <= on < asked.month.following.first,
        today=on == today,
        holiday=calendar.day(on).reason if off else None,
        href=f"{_address(asked.month, on)}#daftar" if found else None,
        chosen=on == asked.chosen,
        entries=found,
    )


def _line(row: Row, zone: Zone) -> CalendarLine:
    state, role = SessionState(row["state"]), HeardRole(row["role"])
    online = Mode(row["mode"]) is Mode.ONLINE
    return CalendarLine(
        at=row["begins_at"],
        hours=words.hours(row["begins_at"], row["ends_at"], zone),
        case=row["number"],
        href=f"/perkara/{row['case_file']}/klarifikasi/sesi/{row['id']}",
        role=words.short(role, row["ordinal"]),
        place="Daring" if online else row["place"],
        officer=row["officer"],
        state=words.STATES[state],
        tone=TONES[state],
    )


def _address(month: Month, on: date | None = None) -> str:
    asked = {"bulan": f"{month.first:%Y-%m}"}
    if on is not None:
        asked["hari"] = on.isoformat()
    return f"{PATH}?{urlencode(asked)}"

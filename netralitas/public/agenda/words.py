"""The words of the public agenda: days with hours, who holds it, what has changed."""

from collections.abc import Mapping
from datetime import date, time
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.law.words import day
from netralitas.prevention.domain import ActivityKind, ActivityState
from netralitas.prevention.words import KINDS, REASONS
from netralitas.public.agenda.domain import Announced, Change, News
from netralitas.web.parts import type_tone

TITLE: Final = "Agenda"
HOURS: Final = "Jam layanan"
NOT_TOLD: Final = "Pelaksanaan belum dicatat"
FEED: Final = {True: "Agenda Netralitas (data rekaan)", False: "Agenda Netralitas"}
"""The title of calendar and feed, in the demo and outside."""

TONES: Final[Mapping[ActivityState, type_tone]] = {
    ActivityState.ANNOUNCED: "soon",
    ActivityState.HELD: "done",
    ActivityState.CANCELLED: "late",
}
"""The tone of a mark; what it says stands in its words."""

_MARKS: Final = {ActivityState.HELD: "Terlaksana", ActivityState.CANCELLED: "Dibatalkan"}
_NEWS: Final = {
    News.ANNOUNCED: "Diumumkan",
    News.MOVED: "Pindah hari",
    News.CANCELLED: "Dibatalkan",
}


def theme(of: Theme | None) -> str:
    """Return what an activity is about; without a theme it is about the hours of a service."""
    return THEMES[of] if of else HOURS


def kind(of: ActivityKind) -> str:
    """Return what is done, in words."""
    return KINDS[of]


def mark(activity: Announced, today: date) -> str:
    """Return in a word or two how an activity stands; nothing of one that is to come."""
    if activity.state is ActivityState.ANNOUNCED:
        return NOT_TOLD if activity.on < today else "Pindah hari" if activity.moved_from else ""
    return _MARKS[activity.state]


def when(activity: Announced) -> str:
    """Return day and hours: "Senin, 2 September 2024, pukul 09.00 sampai 11.00 WIB"."""
    said = day(activity.on)
    if activity.begins_at is None:
        return said
    until = f" sampai {_hour(activity.ends_at)}" if activity.ends_at else ""
    return f"{said}, pukul {_hour(activity.begins_at)}{until} {activity.zone.name}"


def where(activity: Announced) -> str:
    """Return the place with its sub-district."""
    return f"{activity.place}, {activity.region}" if activity.place else activity.region


def held_by(activity: Announced) -> str:
    """Return the organisations that hold an activity."""
    if not activity.others:
        return activity.organiser
    return f"{activity.organiser} bersama {listed(activity.others)}"


def listed(names: tuple[str, ...]) -> str:
    """Return names as a sentence has them: "A, B, dan C"."""
    if len(names) <= 2:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def moved(activity: Announced) -> str | None:
    """Return for which days it was announced before, None where the day is as announced."""
    days = activity.moved_from
    return f"Semula {listed(tuple(map(day, days)))}." if days else None


def change(of: Change) -> str:
    """Return one piece of news as a sentence, without its day."""
    if of.news is News.CANCELLED:
        because = f": {REASONS[of.reason].lower()}" if of.reason else ""
        return f"Kegiatan dibatalkan{because}."
    if of.news is News.MOVED and of.before and of.before != of.on:
        return f"Dipindahkan dari {day(of.before)} ke {day(of.on)}."
    if of.news is News.MOVED:
        return "Jam atau tempatnya berubah."
    return f"Diumumkan untuk {day(of.on)}."


def headline(activity: Announced, of: Change) -> str:
    """Return one piece of news as the title of an entry of the feed."""
    return f"{_NEWS[of.news]}: {activity.title}"


def page_title(of: str | None, number: int) -> str:
    """Return the title of a page of the agenda: of a theme, and which page of several."""
    said = f"{TITLE}: {of}" if of else TITLE
    return said if number == 1 else f"{said}, halaman {number}"


def _hour(at: time) -> str:
    return f"{at:%H.%M}"

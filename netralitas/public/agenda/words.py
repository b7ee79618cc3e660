"""The words of the public agenda: days with hours, who holds it, what has changed."""

from collections.abc import Mapping
from datetime import date, time
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.cases.words import THEMES
from netralitas.language import SOURCE, locale, phrase, say
from netralitas.law.words import day
from netralitas.prevention.domain import ActivityKind, ActivityState
from netralitas.prevention.words import KINDS, REASONS
from netralitas.public.agenda.domain import Announced, Change, News
from netralitas.web.parts import type_tone

TITLE: Final = phrase("Agenda")
ALL: Final = phrase("Semua")
ACTIVITY: Final = phrase("Kegiatan")
HOURS: Final = phrase("Jam layanan")
NOT_TOLD: Final = phrase("Pelaksanaan belum dicatat")
MOVED: Final = phrase("Pindah hari")
FEED: Final = {True: "Agenda Netralitas (data rekaan)", False: "Agenda Netralitas"}
"""The title of calendar and feed, in the demo and outside."""

TONES: Final[Mapping[ActivityState, type_tone]] = {
    ActivityState.ANNOUNCED: "soon",
    ActivityState.HELD: "done",
    ActivityState.CANCELLED: "late",
}
"""The tone of a mark; what it says stands in its words."""

_MARKS: Final = {
    ActivityState.HELD: phrase("Terlaksana"),
    ActivityState.CANCELLED: phrase("Dibatalkan"),
}
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
        return NOT_TOLD if activity.on < today else MOVED if activity.moved_from else ""
    return _MARKS[activity.state]


def when(activity: Announced) -> str:
    """Return day and hours: "Senin, 2 September 2024, pukul 09.00 sampai 11.00 WIB"."""
    said = day(activity.on)
    if activity.begins_at is None:
        return said
    begin, zone = _hour(activity.begins_at), activity.zone.name
    if activity.ends_at is None:
        return say("{day}, pukul {begin} {zone}", day=said, begin=begin, zone=zone)
    return say(
        "{day}, pukul {begin} sampai {end} {zone}",
        day=said,
        begin=begin,
        end=_hour(activity.ends_at),
        zone=zone,
    )


def where(activity: Announced) -> str:
    """Return the place with its sub-district."""
    return f"{activity.place}, {activity.region}" if activity.place else activity.region


def held_by(activity: Announced) -> str:
    """Return the organisations that hold an activity."""
    if not activity.others:
        return activity.organiser
    return say("{one} bersama {others}", one=activity.organiser, others=listed(activity.others))


def listed(names: tuple[str, ...]) -> str:
    """Return names as a sentence has them: "A, B, dan C"."""
    *others, last = names
    if not others:
        return last
    if len(others) == 1:
        return say("{one} dan {other}", one=others[0], other=last)
    return say("{several}, dan {last}", several=", ".join(others), last=last)


def moved(activity: Announced) -> str | None:
    """Return for which days it was announced before, None where the day is as announced."""
    days = activity.moved_from
    return say("Semula {days}.", days=listed(tuple(map(day, days)))) if days else None


def change(of: Change) -> str:
    """Return one piece of news as a sentence, without its day."""
    if of.news is News.CANCELLED:
        if of.reason is None:
            return say("Kegiatan dibatalkan.")
        return say("Kegiatan dibatalkan: {reason}.", reason=str(REASONS[of.reason]).lower())
    if of.news is News.MOVED and of.before and of.before != of.on:
        return say("Dipindahkan dari {before} ke {on}.", before=day(of.before), on=day(of.on))
    if of.news is News.MOVED:
        return say("Jam atau tempatnya berubah.")
    return say("Diumumkan untuk {day}.", day=day(of.on))


def headline(activity: Announced, of: Change) -> str:
    """Return one piece of news as the title of an entry of the feed."""
    return f"{_NEWS[of.news]}: {activity.title}"


def page_title(of: str | None, number: int) -> str:
    """Return the title of a page of the agenda: of a theme, and which page of several."""
    said = f"{TITLE}: {of}" if of else str(TITLE)
    return said if number == 1 else say("{title}, halaman {number}", title=said, number=number)


def page_here(of: str | None, number: int) -> str:
    """Return the last step of the breadcrumb: the theme, and which page of several."""
    if of is None:
        return say("Halaman {number}", number=number)
    return of if number == 1 else say("{theme}, halaman {number}", theme=of, number=number)


def _hour(at: time) -> str:
    return f"{at:%H.%M}" if locale() == SOURCE else f"{at:%H:%M}"

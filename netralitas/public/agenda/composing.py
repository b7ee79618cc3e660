"""The agenda as pages: all of it, by theme, and a page for each activity."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from netralitas.cases.domain import Theme
from netralitas.law.words import moment
from netralitas.public.agenda import words
from netralitas.public.agenda.domain import Announced
from netralitas.public.agenda.pages import (
    ActivityLine,
    ActivityPage,
    AgendaPage,
    ChangeLine,
    MaterialLink,
)
from netralitas.public.sections import AGENDA
from netralitas.public.sheets import Sheet
from netralitas.web.parts import Crumb, Pages, Tab

PAGE: Final = 30
"""Activities on a page: more would weigh too much on a slow line."""

_CRUMB: Final = Crumb(words.TITLE, AGENDA)
_THEMES: Final[tuple[Theme | None, ...]] = (*Theme, None)

type_day = Callable[[Announced], date]


def agenda_sheets(
    activities: Sequence[Announced],
    materials: Mapping[int, tuple[MaterialLink, ...]],
    today: type_day,
) -> Iterator[Sheet]:
    """Yield the agenda, that of each theme, and a page for each activity.

    `materials` are those of an activity by its id; `today` is the day where it is held.
    """
    yield from _lists(activities, today, AGENDA, None)
    for theme in _THEMES:
        about = [one for one in activities if one.theme is theme]
        yield from _lists(about, today, theme_address(theme), words.theme(theme))
    for one in activities:
        content = _page(one, materials.get(one.id, ()), today)
        yield Sheet(path=address(one.id), template="public/agenda/activity.html", content=content)


def address(activity: int) -> str:
    """Return where the page of an activity is."""
    return f"{AGENDA}/{activity}"


def theme_address(theme: Theme | None) -> str:
    """Return where the agenda of a theme is."""
    return f"{AGENDA}/tema/{'-'.join(words.theme(theme).lower().split())}"


def _lists(
    activities: Sequence[Announced], today: type_day, path: str, theme: str | None
) -> Iterator[Sheet]:
    """Yield the pages of one list: what comes, the nearest first; then what was, backwards."""
    coming = [one for one in activities if one.on >= today(one)]
    past = [one for one in activities if one.on < today(one)]
    ordered = [*coming, *reversed(past)]
    amount = max(1, -(-len(ordered) // PAGE))
    for number in range(1, amount + 1):
        shown = ordered[(number - 1) * PAGE : number * PAGE]
        content = AgendaPage(
            title=words.page_title(theme, number),
            crumbs=()
            if path == AGENDA and number == 1
            else (_CRUMB, Crumb(words.page_here(theme, number))),
            themes=tuple(_tabs(path)),
            coming=tuple(line(one, today(one)) for one in shown if one.on >= today(one)),
            past=tuple(line(one, today(one)) for one in shown if one.on < today(one)),
            teaches=number == 1 and not coming,
            pages=Pages(
                earlier=_at(path, number - 1) if number > 1 else None,
                later=_at(path, number + 1) if number < amount else None,
            ),
        )
        yield Sheet(path=_at(path, number), template="public/agenda/agenda.html", content=content)


def _at(path: str, number: int) -> str:
    return path if number == 1 else f"{path}/daftar/{number}"


def _tabs(path: str) -> Iterator[Tab]:
    yield Tab(label=words.ALL, href=AGENDA, current=path == AGENDA)
    for theme in _THEMES:
        href = theme_address(theme)
        yield Tab(label=words.theme(theme), href=href, current=path == href)


def line(one: Announced, today: date) -> ActivityLine:
    """Return an activity as it stands on the agenda of the day `today`."""
    return ActivityLine(
        href=address(one.id),
        title=one.title,
        kind=words.kind(one.kind),
        mark=words.mark(one, today),
        tone=words.TONES[one.state],
        day=one.on,
        when=words.when(one),
        moved=words.moved(one),
        where=words.where(one),
        audience=one.audience,
        held_by=words.held_by(one),
        speakers=tuple(f"{speaker.name}, {speaker.capacity}" for speaker in one.speakers),
        notice=one.notice,
    )


def _page(one: Announced, materials: tuple[MaterialLink, ...], today: type_day) -> ActivityPage:
    return ActivityPage(
        crumbs=(_CRUMB, Crumb(words.ACTIVITY)),
        line=line(one, today(one)),
        theme=words.theme(one.theme),
        changes=tuple(
            ChangeLine(
                at=change.at.astimezone(one.zone.tz),
                said=moment(change.at, one.zone),
                sentence=words.change(change),
            )
            for change in one.changes
        ),
        materials=materials,
    )

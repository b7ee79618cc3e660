"""The work plan by year: target, realisation and share of each indicator that is a number."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.agreements.paper import Indicator, Paper, PlanRow
from netralitas.agreements.plan import address, words
from netralitas.agreements.plan.domain import Item, Place
from netralitas.agreements.plan.pages import (
    DutyState,
    IndicatorLine,
    PartyDuties,
    PlanBlock,
    PlanPage,
    YearCell,
)
from netralitas.agreements.plan.queries.counting import counted
from netralitas.agreements.plan.queries.kept import Plan, plan_of
from netralitas.agreements.plan.reckoning import by_month, by_year, in_all, type_month
from netralitas.agreements.words import often, plain_day
from netralitas.database.connection import Connection
from netralitas.web.parts import Crumb

# Of the duties of its themes, how often activities did each.
_DONE: Final = """
SELECT d.theme, d.organisation, d.text, count(a.id) AS done, max(a.held_on) AS last_on
FROM duty d
LEFT JOIN duty_done n ON n.duty = d.id
LEFT JOIN activity a ON a.id = n.activity AND a.state = 'held'
WHERE d.agreement = $1 GROUP BY d.id
"""

type_done = Mapping[tuple[str | None, int | None, str], tuple[int, date | None]]


async def plan_page(c: Connection, agreement: int, actor: Actor, year: int) -> PlanPage:
    """Return the plan of an agreement as of a year; NotVisible without one.

    At the most ten statements.
    """
    plan = await plan_of(c, agreement, actor)
    items = await counted(c, agreement, tuple(plan.feeds.values()))
    done = {
        (row["theme"], row["organisation"], row["text"]): (row["done"], row["last_on"])
        for row in await c.fetch(_DONE, agreement)
    }
    signed = plan.signed_on is not None
    return PlanPage(
        crumbs=(
            Crumb("Kerja sama", "/kerja-sama"),
            Crumb(plan.title, f"/kerja-sama/{agreement}"),
            Crumb("Rencana kerja"),
        ),
        title="Rencana kerja",
        about=f"Ditandatangani {plain_day(plan.signed_on)}" if plan.signed_on else "",
        signed=signed,
        public=plan.public,
        heads=("Indikator", *map(str, plan.paper.years), "Seluruhnya"),
        blocks=tuple(
            _block(plan, row, items, done, year) for row in range(1, len(plan.paper.plan) + 1)
        ),
        importing=address.importing(agreement) if plan.writes else "",
    )


def _block(plan: Plan, row: int, items: tuple[Item, ...], done: type_done, until: int) -> PlanBlock:
    line = plan.paper.plan[row - 1]
    here = {place: each for place, each in plan.indicators.items() if place.row == row}
    lines = [_line(plan, place, each, items, until) for place, each in here.items()]
    about = (line.place, f"Dana: {line.fund.lower()}" if line.fund else "", line.doers)
    return PlanBlock(
        title=line.activity or line.programme,
        programme=line.programme if line.activity else "",
        about=" · ".join(part for part in about if part),
        schedule="; ".join(_schedule(plan.paper, line)),
        counted=tuple(each for each in lines if each.known),
        plain=tuple(each for each in lines if not each.known),
        duties=tuple(_duties(plan.paper, line, done)),
    )


def _line(
    plan: Plan, place: Place, indicator: Indicator, items: tuple[Item, ...], until: int
) -> IndicatorLine:
    feed = plan.feeds.get(place)
    entries = [entry for entry in plan.entries if entry.place == place]
    months = by_month(feed, items, entries)
    years = by_year(indicator, plan.paper.years, months, fed=feed is not None, until=until)
    cells = [YearCell(year=str(year), text=words.figure(said)) for year, said in years.items()]
    whole = YearCell(year="Seluruhnya", text=words.figure(in_all(indicator, years)))
    return IndicatorLine(
        aspect=words.ASPECTS[place.aspect],
        text=indicator.text,
        units=indicator.unit or (words.UNITS[feed.feed.kind] if feed else ""),
        cells=(*cells, whole),
        how=how(plan, place, months),
        href=address.indicator(plan.agreement, place),
        known=bool(indicator.unit) or feed is not None,
    )


def how(plan: Plan, place: Place, months: Mapping[type_month, int]) -> str:
    """Return where the figures of an indicator come from."""
    feed = plan.feeds.get(place)
    if feed is not None:
        return words.feed(feed.feed, party_called(plan, feed.feed.party))
    if months:
        return words.BY_HAND
    return words.UNTOLD if plan.indicators[place].unit else words.UNCOUNTED


def party_called(plan: Plan, office: int | None) -> str:
    """Return what the paper calls the party of an office, "" where it is none."""
    for party in plan.paper.parties:
        if office is not None and party.organisation == office:
            return party.called
    return ""


def _schedule(paper: Paper, line: PlanRow) -> Iterator[str]:
    """Yield each cell with its year, the last one up to the last year; as printed without years."""
    if not paper.years or len(line.schedule) > len(paper.years) or len(line.schedule) == 1:
        yield from line.schedule
        return
    for place, text in enumerate(line.schedule):
        last = paper.years[-1] if place == len(line.schedule) - 1 else paper.years[place]
        first = paper.years[place]
        if text:
            yield f"{first}: {text}" if first == last else f"{first}-{last}: {text}"


def _duties(paper: Paper, line: PlanRow, done: type_done) -> Iterator[PartyDuties]:
    for place, party in enumerate(paper.parties, start=1):
        own = [duty.text for duty in line.duties if duty.party == place]
        states = tuple(
            _state(text, done.get((line.theme, party.organisation, text))) for text in own
        )
        if states:
            yield PartyDuties(party=party.called.capitalize(), duties=states)


def _state(text: str, done: tuple[int, date | None] | None) -> DutyState:
    if done is None:
        return DutyState(text=text)
    return DutyState(text=text, often=often(*done), done=done[0] > 0)

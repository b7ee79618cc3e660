"""Everything that a meeting has before it, as one office reads it at a moment."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.accounts.queries import system_actor
from netralitas.agreements.queries.register import one_card
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation import store as meetings
from netralitas.evaluation.domain import Figures, canonical, digest, figures_of
from netralitas.evaluation.packs.measures import levels, stages
from netralitas.evaluation.packs.pages import Content
from netralitas.evaluation.packs.queries.standing import receivers, standing
from netralitas.evaluation.pages import (
    AgreementSheet,
    Counted,
    Frozen,
    Prevention,
    Socialization,
)
from netralitas.evaluation.queries import as_frozen, figures_at, laid_out, log_position
from netralitas.evaluation.queries.lines import in_groups
from netralitas.evaluation.queries.meeting import Seen, record_of, see
from netralitas.prevention.queries import summary_for
from netralitas.refusals import NotVisible

_OFFICE: Final = "SELECT id, name, kind, zone FROM organisation WHERE id = $1"


async def acting_office(c: Connection, organisation: int) -> Actor:
    """Return the system as it reads for an office: that office's rows, and it may do nothing."""
    row = await c.fetchrow(_OFFICE, organisation)
    if row is None:
        raise NotVisible
    return replace(
        await system_actor(c),
        organisation=row["id"],
        organisation_name=row["name"],
        organisation_kind=row["kind"],
        zone=row["zone"],
        roles=frozenset(),
        everything=False,
    )


async def parties_of(c: Connection, meeting: int) -> tuple[int, int]:
    """Return the offices that keep a meeting, the one that invited first; NotVisible without."""
    found = await meetings.meeting(c, meeting)
    if found is None:
        raise NotVisible
    return found.parties


def moment_of(seen: Seen, now: datetime) -> datetime:
    """Return the moment of which a pack speaks: when its figures were frozen, else the present."""
    taken_at: datetime | None = seen.row["taken_at"]
    return taken_at or now


async def content_of(
    c: Connection, actor: Actor, meeting: int, *, now: datetime, counting: bool = True
) -> Content:
    """Return the content of the pack as the actor's office reads it.

    Figures that are not frozen yet are counted as of now; with `counting` False they are left out.
    Raises NotVisible.
    """
    seen = await see(c, actor, meeting)
    as_of = moment_of(seen, now)
    zone = ZoneInfo(actor.zone)
    today, live_on = as_of.astimezone(zone).date(), now.astimezone(zone).date()
    figures, shown = await _figures(c, seen, as_of, counting=counting)
    return Content(
        meeting=meeting,
        record=await record_of(c, actor, seen, today),
        office=actor.organisation_name,
        zone=actor.zone,
        draft=seen.row["position"] is None,
        as_of=as_of,
        live_on=live_on,
        agreement=await _agreement(c, seen, today),
        counted=shown,
        stages=stages(figures) if figures else (),
        levels=levels(figures) if figures else (),
        receivers=await receivers(c),
        standing=await standing(c, actor.organisation, actor.zone, live_on),
        prevention=await _prevention(c, actor, span_of(seen.meeting.day, shown, today)),
    )


def span_of(day: date, counted: Counted | None, today: date) -> tuple[date, date]:
    """Return the days of which the meeting speaks: since the last one, else since New Year."""
    until = min(today, day)
    since = counted.before.day if counted and counted.before else date(until.year, 1, 1)
    return min(since, until), until


async def _figures(
    c: Connection, seen: Seen, as_of: datetime, *, counting: bool
) -> tuple[Figures | None, Counted | None]:
    """Return the frozen figures, else those of now if they are to be counted."""
    frozen = await as_frozen(c, seen)
    if frozen is not None:
        return figures_of(seen.row["content"]), frozen
    if not counting:
        return None, None
    position = await log_position(c)
    async with reading(EVERYTHING) as whole:
        figures = await figures_at(whole, position=position, organisation=seen.meeting.organisation)
    here = Frozen(
        position=position,
        definition=figures.definition,
        digest=in_groups(digest(canonical(figures))),
        taken_at=as_of,
    )
    return figures, await laid_out(c, seen, figures, here)


async def _agreement(c: Connection, seen: Seen, today: date) -> AgreementSheet | None:
    agreement = seen.row["agreement"]
    card = None if agreement is None else await one_card(c, agreement, today)
    if card is None:
        return None
    return AgreementSheet(
        href=card.href,
        kind=card.kind,
        title=card.title,
        parties=tuple(
            (party.place, f"{party.name} · {party.printed} · {party.capacity}")
            for party in card.parties
        ),
        signed=f"{card.place}, {card.signed}",
        ends=card.ends,
        left=card.left,
        tone=card.tone,
    )


async def _prevention(c: Connection, actor: Actor, span: tuple[date, date]) -> Prevention:
    said = await summary_for(c, actor, *span)
    return Prevention(
        since=said.since,
        until=said.until,
        themes=tuple(
            Socialization(
                theme=each.label,
                planned=each.count.planned,
                held=each.count.held,
                people=each.count.people,
            )
            for each in said.themes
        ),
        units=said.units,
        uncovered=said.uncovered,
    )

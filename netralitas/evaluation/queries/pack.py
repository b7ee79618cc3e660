"""The figures of a meeting as a page, and the pack: everything the meeting has before it."""

from datetime import date, datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.agreements.queries.register import one_card
from netralitas.audit import log
from netralitas.database.connection import Connection
from netralitas.evaluation.domain import MeetingState
from netralitas.evaluation.pages import (
    AgreementSheet,
    Counted,
    FiguresPage,
    LateLine,
    PackPage,
    Prevention,
    Socialization,
)
from netralitas.evaluation.policy import check_freezing
from netralitas.evaluation.queries.counted import counted
from netralitas.evaluation.queries.lines import address
from netralitas.evaluation.queries.meeting import Seen, record_of, see
from netralitas.prevention.queries import summary_for
from netralitas.refusals import RuleBroken
from netralitas.web.parts import Crumb
from netralitas.workflows import current

# By the office to which the proceeding is addressed; a handling is the owner's own.
_LATE: Final = """
SELECT w.workflow, coalesce(a.name, o.name) AS holder, count(*) AS amount,
       min(w.next_due) AS oldest
FROM worklist_item w JOIN proceeding p ON p.id = w.proceeding
JOIN case_file f ON f.id = w.case_file JOIN organisation o ON o.id = f.owner
LEFT JOIN organisation a ON a.id = p.addressee
WHERE w.organisation = $1 AND w.next_due < $2
GROUP BY w.workflow, coalesce(a.name, o.name)
ORDER BY amount DESC, holder, w.workflow
"""


async def figures_page(c: Connection, actor: Actor, meeting: int, today: date) -> FiguresPage:
    """Return the figures of a meeting with their definitions, or how they come to be."""
    seen = await see(c, actor, meeting)
    found = await counted(c, seen)
    why_not = None if found else _why_not(seen, await log.size(c), today)
    return FiguresPage(
        crumbs=(*seen.crumbs, Crumb("Angka")),
        record=await record_of(c, actor, seen, today),
        counted=found,
        freeze=address(meeting, "angka") if not found and not why_not and seen.keeps else None,
        why_not=why_not,
    )


async def pack_page(
    c: Connection, actor: Actor, meeting: int, today: date, *, now: datetime
) -> PackPage:
    """Return the pack of a meeting; what is overdue is of `now` and of the actor's own office."""
    seen = await see(c, actor, meeting)
    found = await counted(c, seen)
    return PackPage(
        crumbs=(*seen.crumbs, Crumb("Bahan rapat")),
        record=await record_of(c, actor, seen, today),
        agreement=await _agreement(c, seen, today),
        counted=found,
        prevention=await _prevention(c, actor, _span(seen, found, today)),
        late=await _late(c, actor, now) if _is_ahead(seen, today) else (),
        printed_at=now,
    )


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


def _span(seen: Seen, found: Counted | None, today: date) -> tuple[date, date]:
    """Return the days of which the meeting speaks: since the last one, else since New Year."""
    until = min(today, seen.meeting.day)
    since = found.before.day if found and found.before else date(until.year, 1, 1)
    return min(since, until), until


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


def _is_ahead(seen: Seen, today: date) -> bool:
    """Say whether the meeting is still to come: later, what is overdue today is beside it."""
    return seen.meeting.state is MeetingState.PLANNED or seen.meeting.day >= today


async def _late(c: Connection, actor: Actor, now: datetime) -> tuple[LateLine, ...]:
    return tuple(
        LateLine(
            process=current(row["workflow"]).label,
            holder=row["holder"],
            amount=row["amount"],
            oldest=row["oldest"],
        )
        for row in await c.fetch(_LATE, actor.organisation, now)
    )


def _why_not(seen: Seen, position: int, today: date) -> str | None:
    """Return why figures cannot be frozen today, None when they can."""
    try:
        check_freezing(seen.meeting, frozen=False, position=position, today=today)
    except RuleBroken as refused:
        return refused.reason
    return None

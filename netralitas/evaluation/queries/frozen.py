"""The figures of a meeting as a page, or why there are none yet."""

from datetime import date

from netralitas.access.domain import Actor
from netralitas.audit import log
from netralitas.database.connection import Connection
from netralitas.evaluation.pages import FiguresPage
from netralitas.evaluation.policy import check_freezing
from netralitas.evaluation.queries.counted import counted
from netralitas.evaluation.queries.lines import address
from netralitas.evaluation.queries.meeting import Seen, record_of, see
from netralitas.refusals import RuleBroken
from netralitas.web.parts import Crumb


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


def _why_not(seen: Seen, position: int, today: date) -> str | None:
    """Return why figures cannot be frozen today, None when they can."""
    try:
        check_freezing(seen.meeting, frozen=False, position=position, today=today)
    except RuleBroken as refused:
        return refused.reason
    return None

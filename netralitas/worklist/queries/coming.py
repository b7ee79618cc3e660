"""Meetings and activities on the home page: the next ones, or the work of who keeps meetings."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.agreements.queries import DueDate, due_dates, soon
from netralitas.database.connection import Connection
from netralitas.evaluation.queries.coming import DecisionLine, open_decisions, planned_meetings
from netralitas.law.calendar import Calendar
from netralitas.prevention.queries.coming import coming_activities
from netralitas.worklist.pages import ComingLine, MeetingWork

COMING: Final = 3
_MEETINGS: Final = 5
_ACTIVITIES: Final = 5
_DECISIONS: Final = 7
_AGREEMENTS: Final = 5


async def coming(c: Connection, actor: Actor, today: date) -> tuple[ComingLine, ...]:
    """Return the next meetings and activities that the actor may see, at most COMING, by day."""
    found = (
        *await _meetings(c, actor, today, today, COMING),
        *await _activities(c, actor, today, COMING),
    )
    return tuple(sorted(found, key=lambda line: line.on)[:COMING])


async def due_agreements(
    c: Connection, actor: Actor, today: date, calendar: Calendar | None
) -> tuple[ComingLine, ...]:
    """Return what is due under the agreements of the actor's office, for who keeps them.

    One statement, and none for anybody else; without a calendar nothing is counted.
    """
    if calendar is None or refusal(actor, Permission.KEEP_AGREEMENTS) is not None:
        return ()
    found = soon(await due_dates(c, calendar), today, (actor.organisation,))
    return tuple(
        ComingLine(on=each.on, title=each.title, href=each.href, kind=_due(each, today))
        for each in found[:_AGREEMENTS]
    )


def _due(found: DueDate, today: date) -> str:
    return f"{found.label}, terlewat" if found.on < today else found.label


async def meeting_work(c: Connection, actor: Actor, today: date) -> MeetingWork:
    """Return the meetings to hold or to record, the open decisions and the next activities."""
    decisions = await _decisions(c, actor, today)
    return MeetingWork(
        meetings=await _meetings(c, actor, None, today, _MEETINGS),
        decisions=decisions[:_DECISIONS],
        decisions_more=len(decisions) > _DECISIONS,
        activities=await _activities(c, actor, today, _ACTIVITIES),
        may_keep=refusal(actor, Permission.KEEP_MEETINGS) is None,
        may_plan=refusal(actor, Permission.RECORD_ACTIVITY) is None,
    )


async def _meetings(
    c: Connection, actor: Actor, since: date | None, today: date, most: int
) -> tuple[ComingLine, ...]:
    if refusal(actor, Permission.SEE_MEETINGS) is not None:
        return ()
    return tuple(
        ComingLine(
            on=line.day, title=line.title, href=line.href, kind=line.kind, late=line.day < today
        )
        for line in await planned_meetings(c, since, most)
    )


async def _activities(
    c: Connection, actor: Actor, today: date, most: int
) -> tuple[ComingLine, ...]:
    if refusal(actor, Permission.SEE_PREVENTION) is not None:
        return ()
    return tuple(
        ComingLine(on=line.planned_on, title=line.title, href=line.href, kind=line.kind)
        for line in await coming_activities(c, today, most)
    )


async def _decisions(c: Connection, actor: Actor, today: date) -> tuple[DecisionLine, ...]:
    if refusal(actor, Permission.SEE_MEETINGS) is not None:
        return ()
    return await open_decisions(c, actor, today, _DECISIONS + 1)

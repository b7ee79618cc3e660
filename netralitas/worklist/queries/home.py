"""What is on a person's home page: what they must do, what came in, what waits for others."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, refusal
from netralitas.database.connection import Connection
from netralitas.discipline.queries import follow_up
from netralitas.exchange.queries import waiting_requests
from netralitas.law.calendar import Calendar
from netralitas.service.queries import open_complaints
from netralitas.workflow.domain import Holder
from netralitas.worklist.domain import Filters, Span, midnight
from netralitas.worklist.pages import AdministratorPage, DuePart, HomePage, InboxCounts, Line
from netralitas.worklist.queries.arrived import arrived
from netralitas.worklist.queries.coming import coming, due_agreements, meeting_work
from netralitas.worklist.queries.items import pick
from netralitas.worklist.queries.lines import DETAILS, WORTH_SHOWING, lines
from netralitas.worklist.queries.sight import reads_summaries, seen, values
from netralitas.worklist.receiver_page import FollowUpHomePage

DUE_LINES: Final = 7
OTHERS_LINES: Final = 3
WAITING: Final = 5
_TITLE: Final = "Selamat bekerja, {name}"
_FOLLOW_UP: Final = frozenset({Role.FOLLOW_UP, Role.APPOINTING})

_WAITING: Final = f"""
WITH picked AS (
    SELECT * FROM worklist_item
    WHERE organisation = $1 AND holder = ANY ($2) AND {seen(4)} AND {WORTH_SHOWING}
    ORDER BY since, proceeding LIMIT $3
)
{DETAILS} ORDER BY since, w.proceeding
"""  # noqa: S608 - constant text

_COUNTS: Final = """
SELECT (SELECT count(*) FROM organisation WHERE kind <> 'system') AS organisations,
       (SELECT count(*) FROM officer WHERE disabled_at IS NULL AND NOT is_system) AS officers,
       (SELECT count(*) FROM desk WHERE valid_to IS NULL OR valid_to > $1) AS desks
"""

_INBOX: Final = """
SELECT (SELECT count(*) FROM inbox.report
        WHERE office = $1 AND taken_at IS NULL AND refused_at IS NULL) AS waiting,
       (SELECT count(*) FROM case_message m JOIN case_file f ON f.id = m.case_file AND f.owner = $1
        WHERE m.officer IS NULL AND m.read_at IS NULL) AS unread
"""

_FOLLOWING: Final = (Holder.FOLLOW_UP, Holder.APPOINTING, Holder.OTHER)
_OTHERS: Final = {
    "bawaslu": (Holder.REPORTER, Holder.AUTHORITY, *_FOLLOWING),
    "authority": (Holder.INVESTIGATOR, Holder.PLENARY, *_FOLLOWING),
}
"""Who are the others, for a Bawaslu office and for an authority that recommends."""
_OTHERS_OF_AN_EMPLOYER: Final = (
    *(Holder.INVESTIGATOR, Holder.PLENARY, Holder.AUTHORITY, Holder.OTHER),
)
"""Who are the others for every other office: it is there that is followed up."""

type_home = HomePage | FollowUpHomePage | AdministratorPage


async def home(
    c: Connection,
    actor: Actor,
    query: Mapping[str, str],
    now: datetime,
    calendar: Calendar | None = None,
) -> type_home:
    """Return what the person needs to know now; an administrator sees counts and no case.

    Who follows up sees each respondent handed to their office, a page of them as `query` asks. Who
    may not read what cases are about sees the meetings, decisions and activities instead. Dates of
    agreements are counted by the `calendar`.
    """
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    if refusal(actor, Permission.LIST_CASES) is not None:
        counts = await c.fetchrow(_COUNTS, today)
        return AdministratorPage(today=today, **dict(counts))
    if actor.organisation_kind != "bawaslu" and actor.roles & _FOLLOW_UP:
        return await _following_up(c, actor, query, now, today)
    title = _TITLE.format(name=actor.name)
    publishing = actor.roles == {Role.PUBLISHER}
    if not publishing and not reads_summaries(actor):
        work = await meeting_work(c, actor, today)
        agreements = await due_agreements(c, actor, today, calendar)
        waiting = await _exchange(c, actor)
        return HomePage(
            title=title,
            today=today,
            meeting_work=work,
            agreements=agreements,
            exchange=waiting,
        )
    sees_deadlines = refusal(actor, Permission.SEE_DEADLINES) is None
    takes_in = refusal(actor, Permission.TAKE_IN) is None
    handles = refusal(actor, Permission.HANDLE_COMPLAINTS) is None
    return HomePage(
        title=title,
        today=today,
        deadlines=await _deadlines(c, actor, now, today) if sees_deadlines else None,
        arrived=await arrived(c, actor, now),
        waiting=None if publishing else await _waiting(c, actor, now),
        coming=await coming(c, actor, today),
        may_take_in=takes_in,
        inbox=await _inbox(c, actor) if takes_in else None,
        complaints=await open_complaints(c, actor) if handles else None,
        agreements=await due_agreements(c, actor, today, calendar),
        exchange=await _exchange(c, actor),
    )


async def _following_up(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime, today: date
) -> FollowUpHomePage:
    rows = await pick(c, actor, Filters(), _until_tonight(actor, today), None, DUE_LINES)
    due = lines(actor, rows, now)
    return FollowUpHomePage(
        title=_TITLE.format(name=actor.name),
        today=today,
        due=due[:DUE_LINES],
        due_more=len(due) > DUE_LINES,
        follow_up=await follow_up(c, actor, query, now),
        sees_deadlines=refusal(actor, Permission.SEE_DEADLINES) is None,
        coming=await coming(c, actor, today),
        exchange=await _exchange(c, actor),
    )


async def _exchange(c: Connection, actor: Actor) -> int:
    """Return on how many requests of parties the office has to act, 0 for who keeps none."""
    kept = refusal(actor, Permission.KEEP_EXCHANGE) is None
    return await waiting_requests(c, actor) if kept else 0


async def _deadlines(c: Connection, actor: Actor, now: datetime, today: date) -> DuePart:
    """Return what the own side holds and is due, and what others hold and is late."""
    own = Filters(holders=own_side(actor.organisation_kind))
    rows = await pick(c, actor, own, _until_tonight(actor, today), None, DUE_LINES)
    due = lines(actor, rows, now)
    theirs = Filters(holders=other_side(actor.organisation_kind))
    rows = await pick(c, actor, theirs, Span(end=now), None, OTHERS_LINES)
    late = lines(actor, rows, now)
    return DuePart(
        due=due[:DUE_LINES],
        due_more=len(due) > DUE_LINES,
        others=late[:OTHERS_LINES],
        others_more=len(late) > OTHERS_LINES,
        board=refusal(actor, Permission.SEE_FOLLOW_UP) is None,
    )


async def _waiting(c: Connection, actor: Actor, now: datetime) -> tuple[Line, ...]:
    others = list(other_side(actor.organisation_kind))
    rows = await c.fetch(_WAITING, actor.organisation, others, WAITING, *values(actor))
    return lines(actor, rows, now)


async def _inbox(c: Connection, actor: Actor) -> InboxCounts:
    return InboxCounts(**await c.fetchrow(_INBOX, actor.organisation))


def other_side(kind: str) -> tuple[str, ...]:
    """Return the holders that an organisation of this kind waits for."""
    return tuple(holder.value for holder in _OTHERS.get(kind, _OTHERS_OF_AN_EMPLOYER))


def own_side(kind: str) -> tuple[str, ...]:
    """Return the holders whose work is that of an organisation of this kind: all the rest."""
    others = other_side(kind)
    return tuple(holder.value for holder in Holder if holder.value not in others)


def _until_tonight(actor: Actor, today: date) -> Span:
    return Span(end=midnight(today + timedelta(days=1), actor.zone))

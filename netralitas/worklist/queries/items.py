"""The worklist: open proceedings of an organisation by their next deadline, page by page."""

from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection, Row
from netralitas.worklist.address import read_cursor, write_cursor
from netralitas.worklist.domain import Cursor, DueFilter, Filters, Span, span
from netralitas.worklist.pages import Line
from netralitas.worklist.queries.lines import DETAILS, WORTH_SHOWING, lines
from netralitas.worklist.queries.sight import seen, values

PAGE: Final = 50

# Both halves follow the index on (organisation, next_due, proceeding): the dated items by their
# deadline, then those without one. A half that is not asked for costs nothing. The second is
# ordered by its empty deadlines too: PostgreSQL would else walk another index past all dated items.
_WANTED: Final = f"""
    organisation = $1
    AND ($2::integer IS NULL OR investigator = $2)
    AND ($3::text IS NULL OR workflow = $3)
    AND ($4::text[] IS NULL OR state = ANY ($4))
    AND ($5::text IS NULL OR source = $5)
    AND ($6::text IS NULL OR regime = $6)
    AND ($15::text[] IS NULL OR holder = ANY ($15))
    AND {seen(16)}
"""
_PICKED: Final = f"""
WITH picked AS (
    (SELECT * FROM worklist_item
     WHERE {_WANTED} AND {WORTH_SHOWING} AND $7
       AND (next_due, proceeding) > (coalesce($8::timestamptz, '-infinity'), $9::bigint)
       AND next_due >= coalesce($10::timestamptz, '-infinity')
       AND next_due < coalesce($11::timestamptz, 'infinity')
     ORDER BY next_due, proceeding LIMIT $13)
    UNION ALL
    (SELECT * FROM worklist_item
     WHERE {_WANTED} AND {WORTH_SHOWING} AND $12 AND next_due IS NULL AND proceeding > $14::bigint
     ORDER BY next_due, proceeding LIMIT $13)
    ORDER BY next_due, proceeding LIMIT $13
)
{DETAILS} ORDER BY w.next_due, w.proceeding
"""  # noqa: S608 - constant text


async def items_page(
    c: Connection,
    actor: Actor,
    wanted: Filters,
    place: str | None,
    now: datetime,
    most: int | None = None,
) -> tuple[tuple[Line, ...], str | None]:
    """Return the lines after a place in the list, and the place at which the next page begins.

    A page has `most` of them, as many as one of ours where none is said.
    """
    most = most or PAGE
    within = span(wanted.due, now, actor.zone)
    rows = await pick(c, actor, wanted, within, place, most)
    shown = rows[:most]
    return lines(actor, shown, now), _next(shown) if len(rows) > most else None


async def pick(
    c: Connection,
    actor: Actor,
    wanted: Filters,
    within: Span,
    place: str | None,
    most: int,
) -> list[Row]:
    """Return the items after a place, `most` and one more where there are more. One statement.

    Items that stand alike are one.
    """
    after = read_cursor(place) or Cursor(due=None, proceeding=0)
    begun = place is not None and after.proceeding > 0
    undated_only = wanted.due is DueFilter.NONE or (begun and after.due is None)
    bounded = within.begin is not None or within.end is not None
    return await c.fetch(
        _PICKED,
        actor.organisation,
        actor.officer if wanted.mine else None,
        wanted.workflow,
        list(wanted.states) if wanted.states is not None else None,
        *(wanted.source, wanted.regime),
        not undated_only,
        *(after.due, after.proceeding if after.due else 0),
        *(within.begin, within.end),
        not bounded,
        most + 1,
        after.proceeding if after.due is None else 0,
        list(wanted.holders) if wanted.holders is not None else None,
        *values(actor),
    )


def _next(shown: list[Row]) -> str:
    last = shown[-1]
    return write_cursor(Cursor(due=last["next_due"], proceeding=last["proceeding"]))

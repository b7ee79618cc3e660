"""Whose calendar a secret address is, and the deadlines in it."""

from datetime import datetime, timedelta
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.accounts.queries import HELD_DESK
from netralitas.database.connection import Connection
from netralitas.database.transactions import asking
from netralitas.law.book import RuleBook
from netralitas.notices import words
from netralitas.notices.domain import Entry
from netralitas.notices.tokens import digest_of
from netralitas.worklist.domain import Filters, Span
from netralitas.worklist.queries.items import pick
from netralitas.worklist.queries.lines import fields_of

MOST: Final = 500
"""So many deadlines a calendar shows, the most urgent first."""
_BACK: Final = timedelta(days=366)

_ACTOR: Final = f"""
SELECT d.id AS desk, d.officer, d.organisation, d.roles, f.name, o.name AS organisation_name,
       o.kind AS organisation_kind, o.zone
FROM calendar_feed x JOIN desk d ON d.id = x.desk JOIN officer f ON f.id = d.officer
                     JOIN organisation o ON o.id = d.organisation
WHERE x.digest = $1 AND x.ended_at IS NULL AND {HELD_DESK}
"""  # noqa: S608 - constant text
_SINCE: Final = "SELECT made_at FROM calendar_feed WHERE desk = $1 AND ended_at IS NULL"


async def calendar_of(token: str, now: datetime) -> Actor | None:
    """Return who reads this calendar, None when the address means nothing (any more).

    It does not when it has ended, when the officer is disabled, or when the desk is not theirs now.
    """
    async with asking() as c:
        row = await c.fetchrow(_ACTOR, digest_of(token), now)
    if row is None:
        return None
    return Actor(**{**row, "roles": frozenset(map(Role, row["roles"]))})


async def feed_since(c: Connection, desk: int) -> datetime | None:
    """Return when the present address of a desk was made, None when there is none."""
    found: datetime | None = await c.fetchval(_SINCE, desk)
    return found


async def entries(c: Connection, actor: Actor, book: RuleBook, now: datetime) -> tuple[Entry, ...]:
    """Return the deadlines on the actor's worklist, of a year ago and later.

    An investigator has those of their own cases, everybody else those of their office.
    """
    wanted = Filters(mine=Role.INVESTIGATOR in actor.roles)
    rows = await pick(c, actor, wanted, Span(begin=now - _BACK), None, MOST)
    return tuple(
        Entry(
            proceeding=row["proceeding"],
            case=row["case_file"],
            number=row["printed"] or words.NO_NUMBER,
            rule=row["rule"],
            label=words.rule_label(book, row["rule"]),
            due_at=row["next_due"],
        )
        for row in rows[:MOST]
        if fields_of(actor, row)
    )

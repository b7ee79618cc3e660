"""How much is due, and how many notices wait to be seen: the numbers on the bell."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.database.connection import Connection
from netralitas.worklist.domain import midnight
from netralitas.worklist.queries.sight import seen, values

MOST: Final = 999

_UNSEEN: Final = f"""
SELECT count(*) AS unseen FROM (
    SELECT FROM notice WHERE officer = $1 AND seen_at IS NULL LIMIT {MOST}
) AS told
"""  # noqa: S608 - constant text
_COUNTS: Final = f"""
SELECT (
    SELECT count(*) FROM (
        SELECT FROM worklist_item
        WHERE organisation = $1 AND next_due < $2 AND {seen(3)} LIMIT {MOST}
    ) AS due
) AS due, unseen
FROM ({_UNSEEN.replace("$1", "$6")}) AS notices
"""  # noqa: S608 - constant text


@dataclass(frozen=True, slots=True, kw_only=True)
class BellCounts:
    """What is due today or late, and what somebody was told and has not seen; at most MOST each."""

    due: int = 0
    unseen: int = 0


async def bell_counts(c: Connection, actor: Actor, now: datetime) -> BellCounts:
    """Return both numbers by one statement: proceedings that the actor sees, notices of their own.

    Nothing is due for those who have no page of deadlines; who gets no notices costs no statement.
    """
    if refusal(actor, Permission.SEE_NOTICES) is not None:
        return BellCounts()
    if refusal(actor, Permission.SEE_DEADLINES) is not None:
        return BellCounts(unseen=await c.fetchval(_UNSEEN, actor.officer))
    tomorrow = now.astimezone(ZoneInfo(actor.zone)).date() + timedelta(days=1)
    ends = midnight(tomorrow, actor.zone)
    row = await c.fetchrow(_COUNTS, actor.organisation, ends, *values(actor), actor.officer)
    return BellCounts(due=row["due"], unseen=row["unseen"])

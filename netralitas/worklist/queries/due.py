"""How much is due: the number on the bell."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy.permissions import Permission, refusal
from netralitas.database.connection import Connection
from netralitas.worklist.domain import midnight
from netralitas.worklist.queries.sight import seen, values

MOST: Final = 999

_DUE: Final = f"""
SELECT count(*) FROM (
    SELECT FROM worklist_item WHERE organisation = $1 AND next_due < $2 AND {seen(3)} LIMIT {MOST}
) AS due
"""  # noqa: S608 - constant text


async def due_today(c: Connection, actor: Actor, now: datetime) -> int:
    """Return how many proceedings that the actor sees are due today or late, at most MOST.

    Zero, without a question to the database, for those who have no page of deadlines.
    """
    if refusal(actor, Permission.SEE_DEADLINES) is not None:
        return 0
    tomorrow = now.astimezone(ZoneInfo(actor.zone)).date() + timedelta(days=1)
    amount: int = await c.fetchval(
        _DUE, actor.organisation, midnight(tomorrow, actor.zone), *values(actor)
    )
    return amount

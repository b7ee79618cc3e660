"""How much is due: the number on the bell."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.access.policy.permissions import Permission, refusal
from netralitas.database.connection import Connection
from netralitas.worklist.domain import midnight

MOST: Final = 999

_DUE: Final = """
SELECT count(*) FROM (
    SELECT FROM worklist_item WHERE organisation = $1 AND next_due < $2 LIMIT 999
) AS due
"""


async def due_today(c: Connection, actor: Actor, now: datetime) -> int:
    """Return how many proceedings of the actor's organisation are due today or late, at most MOST.

    Zero, without a question to the database, for those who read no cases.
    """
    if refusal(actor, Permission.LIST_CASES) is not None:
        return 0
    tomorrow = now.astimezone(ZoneInfo(actor.zone)).date() + timedelta(days=1)
    amount: int = await c.fetchval(_DUE, actor.organisation, midnight(tomorrow, actor.zone))
    return amount

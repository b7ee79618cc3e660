"""How many complaints wait, and what their pages read of them."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection

_OPEN: Final = """
SELECT count(*) FROM service_complaint WHERE organisation = $1 AND state IN ('received', 'referred')
"""


async def open_complaints(c: Connection, actor: Actor) -> int:
    """Return how many complaints of the actor's office wait for an answer, that they may see."""
    found: int = await c.fetchval(_OPEN, actor.organisation)
    return found

"""No office loses its last administrator by accident, and nobody their own role of one."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.accounts.domain import Problem
from netralitas.accounts.words import refused
from netralitas.database.connection import Connection

# Two who take each other's role away at the same moment wait for one another here.
_LOCK: Final = "SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE"

_ADMINISTERED: Final = """
    SELECT DISTINCT organisation FROM desk
    WHERE officer = $1 AND 'administrator' = ANY (roles) AND principal IS NULL
      AND (valid_to IS NULL OR valid_to > $2)
    ORDER BY organisation
"""

# Somebody else who is one there on that day, and stays at least as long as the officer would have:
# else the office would be left alone later, and nobody would notice. Who cannot sign in yet does
# not count.
_ANOTHER: Final = """
    SELECT EXISTS (
        SELECT FROM desk d JOIN officer f ON f.id = d.officer
        WHERE d.organisation = $1 AND d.officer <> $2 AND d.principal IS NULL
          AND 'administrator' = ANY (d.roles) AND f.disabled_at IS NULL
          AND f.password IS NOT NULL AND d.valid_from <= $3
          AND (d.valid_to IS NULL OR (d.valid_to > $3 AND d.valid_to >= (
              SELECT max(coalesce(e.valid_to, 'infinity')) FROM desk e
              WHERE e.officer = $2 AND e.organisation = $1 AND e.principal IS NULL))))
"""


async def administered_by(c: Connection, officer: int, on: date) -> tuple[int, ...]:
    """Return the organisations of which an officer is an administrator on a day or later."""
    return tuple(row["organisation"] for row in await c.fetch(_ADMINISTERED, officer, on))


async def hold_another_administrator(
    c: Connection, actor: Actor, officer: int, organisation: int, on: date
) -> None:
    """Hold that the organisation has another administrator from a day on.

    The system itself may do otherwise: that is how an office without one is wound up. Raises
    AccountRefused, also for the actor's own role.
    """
    if actor.everything:
        return
    if officer == actor.officer:
        raise refused(Problem.OWN_ADMINISTRATOR)
    await c.execute(_LOCK, organisation)
    if not await c.fetchval(_ANOTHER, organisation, officer, on):
        raise refused(Problem.LAST_ADMINISTRATOR)

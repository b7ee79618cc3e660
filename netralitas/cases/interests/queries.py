"""What an officer declared."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.domain import InterestKind
from netralitas.cases.interests import words
from netralitas.cases.interests.pages import InterestLine
from netralitas.database.connection import Connection

_OWN: Final = """
SELECT id, kind, name, declared_at FROM interest
WHERE officer = $1 AND ended_at IS NULL ORDER BY id DESC LIMIT 200
"""


async def own_interests(connection: Connection, actor: Actor) -> tuple[InterestLine, ...]:
    """Return the actor's declarations in force, the newest first; at most 200."""
    return tuple(
        InterestLine(
            id=row["id"],
            kind=words.KINDS[InterestKind(row["kind"])],
            name=row["name"],
            declared_at=row["declared_at"],
        )
        for row in await connection.fetch(_OWN, actor.officer)
    )

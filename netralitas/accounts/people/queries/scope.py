"""Which offices an administrator is in charge of: their own and those below it."""

from typing import Final

from netralitas.database.connection import Connection

_OFFICES: Final = """
    WITH RECURSIVE below (id) AS (
        SELECT id FROM organisation WHERE id = $1
        UNION
        SELECT o.id FROM organisation o JOIN below b ON o.superior = b.id
    )
    SELECT o.id, o.name FROM organisation o JOIN below b ON b.id = o.id
    ORDER BY o.id <> $1, o.name, o.id
"""

type_offices = dict[int, str]


async def offices(c: Connection, organisation: int) -> type_offices:
    """Return the office and those below it with their names, its own first."""
    return {row["id"]: row["name"] for row in await c.fetch(_OFFICES, organisation)}


def as_choices(found: type_offices) -> list[tuple[str, str]]:
    """Return offices as options."""
    return [(str(each), name) for each, name in found.items()]

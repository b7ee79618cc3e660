"""What is called by a name around a case: districts and work units, and where it happened."""

from dataclasses import dataclass
from typing import Final

from netralitas.database.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a case happened in the words of its form, and the names of what is around there."""

    place: str | None
    called: tuple[str, ...]


# Districts of the regency of the case, that place itself where its office watches over more, and
# the units of the government there. An office that answers is no unit that points at somebody.
_AROUND: Final = """
SELECT f.place, coalesce((SELECT array_agg(DISTINCT n.name) FROM (
    SELECT r.name FROM region r
    WHERE r.level = 'district'
      AND r.code LIKE split_part(f.region, '.', 1) || '.' || split_part(f.region, '.', 2) || '.%'
    UNION ALL
    SELECT r.name FROM region r WHERE r.code = f.region AND f.region <> coalesce(o.region, '')
    UNION ALL
    SELECT u.name FROM unit u JOIN organisation w ON w.id = u.organisation
    WHERE w.region = o.region AND w.kind = 'government'
      AND NOT EXISTS (SELECT FROM organisation s WHERE s.name = u.name)
) n), '{}') AS called
FROM case_file f JOIN organisation o ON o.id = f.owner WHERE f.id = $1
"""


async def surroundings_in(connection: Connection, case: int) -> Surroundings:
    """Return what is called by a name around a case that the reader sees."""
    row = await connection.fetchrow(_AROUND, case)
    if row is None:
        return Surroundings(place=None, called=())
    return Surroundings(place=row["place"], called=tuple(row["called"]))

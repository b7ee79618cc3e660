"""What offices say of their service, for administrators and for everybody."""

from typing import Final

from netralitas.database.connection import Connection
from netralitas.service.domain import Duty, Profile

# The name of an officer who has left is not given out.
_DUTIES: Final = """
SELECT s.id, s.organisation, s.post, s.hours, f.name
FROM service_duty s LEFT JOIN officer f ON f.id = s.officer AND f.disabled_at IS NULL
WHERE $1::integer IS NULL OR s.organisation = $1
ORDER BY s.organisation, s.id LIMIT 200
"""
_PROFILES: Final = """
SELECT organisation, address, telephone, email, coalesce(competence, '') AS competence,
       coalesce(supervision, '') AS supervision, coalesce(evaluation, '') AS evaluation
FROM service_profile
"""


async def duties_of(c: Connection, organisation: int | None) -> dict[int, tuple[Duty, ...]]:
    """Return the rosters by office: of one, or of all for None."""
    found: dict[int, tuple[Duty, ...]] = {}
    for row in await c.fetch(_DUTIES, organisation):
        duty = Duty(id=row["id"], post=row["post"], hours=row["hours"], name=row["name"])
        found[row["organisation"]] = (*found.get(row["organisation"], ()), duty)
    return found


async def profiles(c: Connection) -> dict[int, Profile]:
    """Return what each office says of its service that has said anything."""
    found = [dict(row) for row in await c.fetch(_PROFILES)]
    return {row.pop("organisation"): Profile(**row) for row in found}

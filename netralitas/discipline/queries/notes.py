"""What is noted of each follow-up on the home page, in one statement for any number of them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from netralitas.cases.domain import Employment, PositionClass
from netralitas.database.connection import Connection, Row
from netralitas.discipline.domain import PersonCheck, PersonStanding, Signer, StandingSource
from netralitas.discipline.noted import Followed

# Of a fact that is told more than once the last telling counts.
_TOLD: Final = """
SELECT DISTINCT ON (e.proceeding, fact) e.proceeding, fact,
       CASE WHEN e.precision IN ('time', 'day') THEN e.happened_on END AS told_on,
       (e.details -> 'person_check')::text AS check, e.details ->> 'signed_by' AS signer
FROM event e CROSS JOIN LATERAL unnest(e.facts) AS fact
WHERE e.proceeding = ANY ($1) AND e.facts && $2 AND fact = ANY ($2)
  AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
ORDER BY e.proceeding, fact, e.id DESC
"""
_ASKED: Final = (
    *("superior_informed", "superior_acted", "superior_negligent", "official_negligent"),
    *("person_checked", "decree_fixed", "in_force", "term_served"),
)


class _Check(msgspec.Struct, frozen=True, kw_only=True):
    standing: PersonStanding
    source: StandingSource
    since: date | None = None


async def followed(connection: Connection, rows: Sequence[Row]) -> dict[int, Followed]:
    """Return what the notes of each proceeding are made from, by its id."""
    wanted = [row["proceeding"] for row in rows if row["workflow"] == "discipline"]
    told: dict[int, list[Row]] = {one: [] for one in wanted}
    for found in await connection.fetch(_TOLD, wanted, list(_ASKED)):
        told[found["proceeding"]].append(found)
    return {row["proceeding"]: _one(row, told.get(row["proceeding"], [])) for row in rows}


def _one(row: Row, told: Sequence[Row]) -> Followed:
    checks = [found["check"] for found in told if found["check"]]
    signers = [found["signer"] for found in told if found["signer"]]
    return Followed(
        state=row["state"] if row["workflow"] == "discipline" else "",
        employment=Employment(row["employment"]),
        position=PositionClass(row["position_class"]),
        told={found["fact"]: found["told_on"] for found in told},
        check=_check(checks[0]) if checks else None,
        imposed=row["imposed_kind"],
        signer=Signer(signers[0]) if signers else None,
    )


def _check(written: str) -> PersonCheck:
    found = msgspec.json.decode(written, type=_Check)
    return PersonCheck(standing=found.standing, source=found.source, since=found.since)

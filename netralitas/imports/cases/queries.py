"""What an import asks of the database: which codes, keys and numbers it knows."""

from collections.abc import Sequence
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.queries import organisations
from netralitas.database.connection import Connection
from netralitas.imports.cases.known import Known
from netralitas.imports.cases.line import CaseLine
from netralitas.imports.cases.store import cases_of
from netralitas.reference.queries import elections

_REGION: Final = "SELECT region FROM organisation WHERE id = $1"
_REGIONS: Final = "SELECT code FROM region WHERE code = ANY ($1)"
_NUMBERS: Final = """
SELECT kind, printed FROM case_number WHERE organisation = $1 AND printed = ANY ($2)
"""


async def known_codes(c: Connection, actor: Actor, lines: Sequence[CaseLine]) -> Known:
    """Return what is known of the codes in these lines."""
    named = {line.region for line in lines if line.region}
    return Known(
        now=clock.now(),
        zone=actor.zone,
        region=await c.fetchval(_REGION, actor.organisation),
        organisations={each.code: each for each in await organisations(c)},
        elections={each.code: each.id for each in await elections(c)},
        regions=frozenset(row["code"] for row in await c.fetch(_REGIONS, sorted(named))),
    )


async def known_keys(c: Connection, actor: Actor, lines: Sequence[CaseLine]) -> dict[str, int]:
    """Return which of these lines the office has taken in before, with their cases."""
    return await cases_of(c, actor.organisation, [line.key for line in lines])


async def known_numbers(
    c: Connection, actor: Actor, lines: Sequence[CaseLine]
) -> frozenset[tuple[str, str]]:
    """Return which numbers of these lines another case of the office bears: kind and number."""
    printed = sorted({number.printed for line in lines for number in line.numbers})
    rows = await c.fetch(_NUMBERS, actor.organisation, printed)
    return frozenset((row["kind"], row["printed"]) for row in rows)

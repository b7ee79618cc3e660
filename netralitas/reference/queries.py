"""Regions and elections for forms; each function runs on the caller's transaction."""

from collections.abc import Sequence
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Regime
from netralitas.reference.domain import Election, Region, RegionLevel

_REGIONS: Final = """
    SELECT code, name, level FROM region
    WHERE level = $1 AND ($2::text IS NULL OR starts_with(code, $2 || '.'))
    ORDER BY code
"""

_CHAIN: Final = """
    SELECT code, name, level FROM region
    WHERE code = $1 OR starts_with($1, code || '.') ORDER BY code
"""

_ELECTIONS: Final = """
    SELECT id, code, name, regime, region, voting_on FROM election
    WHERE $1::text IS NULL OR regime = $1
    ORDER BY voting_on DESC NULLS LAST, id
"""


async def regions(
    c: Connection, level: RegionLevel, *, within: str | None = None
) -> tuple[Region, ...]:
    """Return the regions of a level by code, all of them or those within another region."""
    return tuple(map(_region, await c.fetch(_REGIONS, level, within)))


async def region_chain(c: Connection, code: str) -> tuple[Region, ...]:
    """Return a region below those it lies in, the province first; empty for an unknown code."""
    found = tuple(map(_region, await c.fetch(_CHAIN, code)))
    return found if found and found[-1].code == code else ()


async def elections(c: Connection, regime: Regime | None = None) -> tuple[Election, ...]:
    """Return the elections, of one regime or all, the latest first."""
    return tuple(
        Election(
            id=row["id"],
            code=row["code"],
            name=row["name"],
            regime=Regime(row["regime"]),
            region=row["region"],
            voting_on=row["voting_on"],
        )
        for row in await c.fetch(_ELECTIONS, regime)
    )


def in_words(chain: Sequence[Region]) -> str:
    """Return a region with those it lies in, the nearest first: "Gantung, Kabupaten …, …"."""
    return ", ".join(region.name for region in reversed(chain))


def _region(row: Row) -> Region:
    return Region(code=row["code"], name=row["name"], level=RegionLevel(row["level"]))

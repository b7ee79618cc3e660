"""Activities of prevention for measuring: the units of a government, and who came from each."""

import asyncio
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

import asyncpg

from bench.datasets import DataSet
from bench.offices import ZONE, Office, Offices
from netralitas import clock

ACTIVITIES: Final = 5_000
_UNITS: Final = 500
_FIRST: Final = 1_000_000_000
"""Ids of the activities: beyond those of every stream."""

_MAKE_UNITS: Final = """
INSERT INTO unit (organisation, code, name, staff, counted_on)
SELECT $1::integer, 'ukur-' || n, 'Unit ' || n, 20 + n % 90, date '2024-01-01'
FROM generate_series(1, $2) n
"""
_MAKE_STREAMS: Final = """
INSERT INTO stream (id, kind, version, hash)
SELECT $1::bigint + n, 'activity', 0, '' FROM generate_series(1, $2) n
"""
_MAKE_ACTIVITIES: Final = """
INSERT INTO activity (id, organisation, theme, kind, title, planned_on, held_on, region, audience,
                      together, state, readers)
SELECT $1::bigint + n, $2::integer,
       (ARRAY['neutrality', 'money_politics', 'black_campaign'])[1 + n % 3],
       (ARRAY['socialization', 'training'])[1 + n % 2], 'Kegiatan ukur ' || n,
       $5::date - (n % 300)::integer, CASE WHEN n % 5 > 0 THEN $5::date - (n % 300)::integer END,
       (SELECT code FROM region ORDER BY code OFFSET n % 500 LIMIT 1), 'ASN', 'joint',
       CASE WHEN n % 5 > 0 THEN 'held' ELSE 'planned' END, ARRAY[$2::integer, $3::integer]
FROM generate_series(1, $4) n
"""
_MAKE_ATTENDANCE: Final = """
INSERT INTO attendance (activity, unit, present)
SELECT $1::bigint + n, u.id, 1 + n % 20
FROM generate_series(1, $2) n
JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM unit) u
  ON u.place % 100 = n % 100
WHERE n % 5 > 0
"""
_FOUND: Final = "SELECT count(*) FROM activity WHERE id > $1"


def parties() -> tuple[Office, Office]:
    """Return the nation, which reads every case, and a local government to meet."""
    offices = Offices()
    return offices.nation, offices.regencies[0].government


def today() -> date:
    """Return the day on which is measured, where the offices are."""
    return clock.today(ZoneInfo(ZONE))


def add_activities(data: DataSet) -> None:
    """Add activities of the year and the units that came, once for each data set."""
    asyncio.run(_add(data, *parties()))


async def _add(data: DataSet, nation: Office, other: Office) -> None:
    c = await asyncpg.connect(data.dsn("postgres"))
    try:
        if await c.fetchval(_FOUND, _FIRST):
            return
        async with c.transaction():
            await c.execute(_MAKE_UNITS, other.id, _UNITS)
            await c.execute(_MAKE_STREAMS, _FIRST, ACTIVITIES)
            await c.execute(_MAKE_ACTIVITIES, _FIRST, nation.id, other.id, ACTIVITIES, today())
            await c.execute(_MAKE_ATTENDANCE, _FIRST, ACTIVITIES)
        await c.execute("ANALYZE")
    finally:
        await c.close()

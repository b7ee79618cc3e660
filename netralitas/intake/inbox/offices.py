"""What the public site knows of each office that takes in, written by the worker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from netralitas import clock
from netralitas.access.policy import Permission, roles_for
from netralitas.accounts.queries import HELD_DESK, readers_for
from netralitas.database.connection import Connection, Row
from netralitas.intake.door import OfficeShown, RegionShown, Service
from netralitas.intake.envelope import OfficeKeys
from netralitas.intake.inbox import words
from netralitas.law.domain import Zone
from netralitas.law.hours import Hours, OfficeHours

# An office takes in while somebody has a desk there that may. $1 are the roles, $2 is now.
_OFFICES: Final = f"""
SELECT o.id, o.code, o.name, o.zone, o.region FROM organisation o
WHERE o.kind = 'bawaslu'
  AND (o.active_from IS NULL OR o.active_from <= ($2::timestamptz AT TIME ZONE o.zone)::date)
  AND (o.active_to IS NULL OR ($2::timestamptz AT TIME ZONE o.zone)::date < o.active_to)
  AND EXISTS (SELECT FROM desk d JOIN officer f ON f.id = d.officer
              WHERE d.organisation = o.id AND d.roles && $1::text[] AND {HELD_DESK})
ORDER BY o.id
"""  # noqa: S608 - constant text
# Its own region and everything below it; an office of the whole country names the provinces.
_COVERED: Final = """
SELECT code, name FROM region
WHERE CASE WHEN $1::text IS NULL THEN level = 'province'
      ELSE code = $1 OR starts_with(code, $1 || '.') END
ORDER BY code
"""
_HELD: Final = """
SELECT id, name, zone, regions, service, readers, key_id, public_key FROM published.office
"""
_PUT: Final = """
INSERT INTO published.office (id, name, zone, regions, service, readers, key_id, public_key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, zone = excluded.zone, regions = excluded.regions,
    service = excluded.service, readers = excluded.readers, key_id = excluded.key_id,
    public_key = excluded.public_key
"""
_DROP: Final = "DELETE FROM published.office WHERE id <> ALL ($1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How many offices were written anew, and how many are no longer shown."""

    written: int
    dropped: int


async def show_offices(connection: Connection, hours: OfficeHours, keys: OfficeKeys) -> Shown:
    """Hold that the public site knows every office that takes in as it is now, and no other.

    For the worker. Only what changed is written; where nothing did, nothing is.
    """
    now = clock.now()
    roles = [role.value for role in roles_for(Permission.TAKE_IN)]
    rows = await connection.fetch(_OFFICES, roles, now)
    held = {row["id"]: dict(row) for row in await connection.fetch(_HELD)}
    changed = []
    for row in rows:
        today = now.astimezone(Zone(row["zone"]).tz).date()
        columns = _columns(await _office(connection, row, hours, keys, today))
        if columns != held.get(row["id"]):
            changed.append(tuple(columns.values()))
    await connection.executemany(_PUT, changed)
    wanted = [row["id"] for row in rows]
    dropped = len(held.keys() - set(wanted))
    if dropped:
        await connection.execute(_DROP, wanted)
    return Shown(written=len(changed), dropped=dropped)


async def _office(
    connection: Connection, row: Row, hours: OfficeHours, keys: OfficeKeys, today: date
) -> OfficeShown:
    told = hours.on(row["code"], today)
    return OfficeShown(
        id=row["id"],
        name=row["name"],
        zone=row["zone"],
        regions=_regions(await connection.fetch(_COVERED, row["region"])),
        service=_service(told),
        readers=await readers_for(connection, row["id"]),
        key_id=keys.current_id,
        public_key=keys.public_key(),
    )


def _service(told: Hours | None) -> Service:
    standard = str(words.STANDARD)
    if told is None:
        return Service(standard=standard)
    return Service(
        hours=told.sentence,
        standard=standard,
        weekdays=tuple(sorted(told.weekdays)),
        opens=told.opens,
        closes=told.closes,
    )


def _regions(rows: Sequence[Row]) -> tuple[RegionShown, ...]:
    return tuple(RegionShown(code=row["code"], name=row["name"]) for row in rows)


def _columns(office: OfficeShown) -> Mapping[str, object]:
    """Return the office as its row holds it, column by column."""
    return {
        "id": office.id,
        "name": office.name,
        "zone": office.zone,
        "regions": [msgspec.to_builtins(region) for region in office.regions],
        "service": msgspec.json.decode(msgspec.json.encode(office.service)),
        "readers": list(office.readers),
        "key_id": office.key_id,
        "public_key": office.public_key,
    }

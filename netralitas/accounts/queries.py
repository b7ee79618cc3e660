"""What others ask about organisations and officers; each runs on the caller's transaction."""

from datetime import date, datetime
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.accounts.domain import (
    Authority,
    DemoSeat,
    Desk,
    Organisation,
    OrganisationKind,
    ReceiverRole,
)
from netralitas.database.connection import Connection, Row

SYSTEM: Final = "system"
"""The login of the system's own officer and the code of its organisation."""

# A desk is held from its first day until the day before its last, by the calendar of its place.
HELD_DESK: Final = """
    f.disabled_at IS NULL
    AND d.valid_from <= ($2::timestamptz AT TIME ZONE o.zone)::date
    AND (d.valid_to IS NULL OR ($2::timestamptz AT TIME ZONE o.zone)::date < d.valid_to)
"""

_DESKS: Final = f"""
    SELECT d.id, d.officer, d.organisation, o.name AS organisation_name, d.title, d.roles, o.zone
    FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
    WHERE d.officer = $1 AND {HELD_DESK}
    ORDER BY d.id
"""  # noqa: S608 - constant text

_READERS: Final = """
    WITH RECURSIVE chain (id, superior, place) AS (
        SELECT id, superior, 0 FROM organisation WHERE id = $1
        UNION ALL
        SELECT o.id, o.superior, chain.place + 1
        FROM organisation o JOIN chain ON o.id = chain.superior
        WHERE chain.place < 16
    )
    SELECT id FROM chain ORDER BY place
"""

_COLUMNS: Final = """
    SELECT id, code, name, kind, superior, role, employer, successor, active_from, active_to,
           doubtful_from, doubtful_to, certainty, source
    FROM organisation
"""

_RECEIVERS: Final = f"""
    {_COLUMNS}
    WHERE kind IN ('authority', 'government', 'other')
      AND (active_from IS NULL OR active_from <= $1)
      AND (active_to IS NULL OR $1 < active_to)
    ORDER BY kind, name, id
"""

_ORGANISATIONS: Final = f"""
    {_COLUMNS}
    WHERE kind <> 'system' AND ($1::text IS NULL OR kind = $1)
    ORDER BY kind, name, id
"""

_DEMO_PERSONS: Final = """
    SELECT d.id AS desk, f.login, f.name, d.title, o.name AS organisation
    FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
    WHERE f.disabled_at IS NULL AND NOT f.is_system
      AND d.principal IS NULL
      AND d.valid_from <= $1 AND (d.valid_to IS NULL OR $1 < d.valid_to)
    ORDER BY o.kind = 'bawaslu' DESC, o.id, d.id
    LIMIT 50
"""

_SYSTEM: Final = """
    SELECT f.id AS officer, o.id AS organisation, f.name, o.name AS organisation_name, o.zone
    FROM officer f, organisation o WHERE f.login = 'system' AND o.code = 'system'
"""


async def desks_of(c: Connection, officer: int, now: datetime) -> tuple[Desk, ...]:
    """Return the desks an officer may sit at now (aware), the oldest first."""
    return tuple(
        Desk(
            id=row["id"],
            officer=row["officer"],
            organisation=row["organisation"],
            organisation_name=row["organisation_name"],
            title=row["title"],
            roles=frozenset(map(Role, row["roles"])),
            zone=row["zone"],
        )
        for row in await c.fetch(_DESKS, officer, now)
    )


async def readers_for(c: Connection, organisation: int) -> tuple[int, ...]:
    """Return who reads what this organisation owns: itself, then its superiors upwards."""
    return tuple(row["id"] for row in await c.fetch(_READERS, organisation))


async def valid_receivers(c: Connection, on: date) -> tuple[Organisation, ...]:
    """Return the organisations that can receive a hand-over on a day.

    An organisation exists from its first day until the day before `active_to`.
    """
    return tuple(map(_organisation, await c.fetch(_RECEIVERS, on)))


async def organisations(
    c: Connection, kind: OrganisationKind | None = None
) -> tuple[Organisation, ...]:
    """Return every organisation, or those of one kind, by name; never the system's own."""
    return tuple(map(_organisation, await c.fetch(_ORGANISATIONS, kind)))


async def organisation_by_code(c: Connection, code: str) -> int | None:
    """Return the id of the organisation of a code, None when there is none."""
    found: int | None = await c.fetchval("SELECT id FROM organisation WHERE code = $1", code)
    return found


async def zone_of(c: Connection, organisation: int) -> str:
    """Return the zone of the clock on the wall of an organisation that exists."""
    zone: str = await c.fetchval("SELECT zone FROM organisation WHERE id = $1", organisation)
    return zone


async def login_of(c: Connection, officer: int) -> str:
    """Return by which name an officer signs in."""
    login: str = await c.fetchval("SELECT login FROM officer WHERE id = $1", officer)
    return login


async def demo_persons(c: Connection, on: date) -> tuple[DemoSeat, ...]:
    """Return everybody a visitor of the demo can become, at their desks."""
    return tuple(DemoSeat(**row) for row in await c.fetch(_DEMO_PERSONS, on))


async def system_actor(c: Connection) -> Actor:
    """Return the system as an actor who sees every row; LookupError before `ensure_system`."""
    row = await c.fetchrow(_SYSTEM)
    if row is None:
        raise LookupError("the system's own account is missing: run `netralitas migrate`")
    return Actor(
        officer=row["officer"],
        organisation=row["organisation"],
        desk=0,
        name=row["name"],
        organisation_name=row["organisation_name"],
        organisation_kind=OrganisationKind.SYSTEM,
        roles=frozenset({Role.ADMINISTRATOR}),
        zone=row["zone"],
        everything=True,
    )


def _organisation(row: Row) -> Organisation:
    return Organisation(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        kind=OrganisationKind(row["kind"]),
        superior=row["superior"],
        authority=Authority(
            role=ReceiverRole(row["role"]) if row["role"] else None,
            employer=row["employer"],
            successor=row["successor"],
            active_from=row["active_from"],
            active_to=row["active_to"],
            doubtful_from=row["doubtful_from"],
            doubtful_to=row["doubtful_to"],
            certainty=row["certainty"],
            source=row["source"],
        ),
    )

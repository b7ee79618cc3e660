"""What stands before the first case: regions, elections, offices, officers, units, staff groups."""

from datetime import date, datetime, timedelta
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.commands.administration import add_officer, add_organisation, as_system
from netralitas.accounts.commands.authorities import end_organisation
from netralitas.accounts.domain import Seat
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo import recording
from netralitas.demo.pacing import ZONE
from netralitas.demo.people import OFFICERS, PASSWORD
from netralitas.demo.regency import (
    COUNTED_ON,
    ELECTIONS,
    OFFICES,
    REGENCY,
    REGIONS,
    STAFF_GROUPS,
    UNITS,
    kasn_ending,
)
from netralitas.prevention.commands import add_unit_in
from netralitas.prevention.domain import NewUnit

FOUNDED: Final = datetime(2019, 1, 2, 8, tzinfo=ZONE)
"""When the accounts were made: before the first case."""
_VOTING_IN: Final = timedelta(days=60)

_REGION: Final = "INSERT INTO region (code, name, level) VALUES ($1, $2, $3)"
_ELECTION: Final = """
INSERT INTO election (code, name, regime, register_code, region, voting_on)
VALUES ($1, $2, $3, $4, $5, $6)
"""
_GROUP: Final = """
INSERT INTO staff_group (organisation, position_class, staff, counted_on, source)
VALUES ($1, $2, $3, $4, 'Daftar rekaan')
"""
_DESKS: Final = """
SELECT f.login, d.id AS desk, d.officer, d.organisation, d.roles, f.name,
       o.name AS organisation_name, o.kind AS organisation_kind, o.zone
FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
"""


async def found(today: date) -> dict[str, int]:
    """Return the ids of the offices by key; everything that cases need is there now."""
    await recording.record_at(FOUNDED)
    with clock.at(FOUNDED):
        await _reference(today)
        offices = await _offices()
    await _staff(offices)
    return offices


async def elections() -> dict[str, int]:
    """Return the ids of the elections by code."""
    return {row["code"]: row["id"] for row in await recording.rows("SELECT code, id FROM election")}


async def actors() -> dict[str, Actor]:
    """Return everybody at their desk, by login."""
    return {
        row["login"]: Actor(
            **{name: value for name, value in row.items() if name not in {"login", "roles"}},
            roles=frozenset(row["roles"]),
        )
        for row in await recording.rows(_DESKS)
    }


async def _reference(today: date) -> None:
    async with writing(EVERYTHING) as connection:
        await connection.executemany(_REGION, REGIONS)
        for held in ELECTIONS:
            await connection.execute(
                _ELECTION,
                *(held.code, held.name, held.regime, held.register, REGENCY),
                held.voting_on or today + _VOTING_IN,
            )


async def _offices() -> dict[str, int]:
    """Add the offices and everybody who sits in them."""
    system = await as_system()
    offices: dict[str, int] = {}
    for office in OFFICES:
        above = offices[office.above] if office.above else None
        offices[office.key] = await add_organisation(office.organisation(above), actor=system)
    await end_organisation("kasn", kasn_ending(offices["bkn"]), actor=system)
    for officer in OFFICERS:
        seat = Seat(
            organisation=offices[officer.office],
            title=officer.title,
            roles=officer.roles,
            valid_from=FOUNDED.date(),
        )
        await add_officer(
            login=officer.key, name=officer.name, password=PASSWORD, seat=seat, actor=system
        )
    return offices


async def _staff(offices: dict[str, int]) -> None:
    """Add the work units of the government, and how many hold a post of each class."""
    government = offices["pemkab"]
    async with writing(EVERYTHING) as connection:
        for unit in UNITS:
            new = NewUnit(
                organisation=government,
                code=unit.key,
                name=unit.name,
                region=unit.district,
                staff=unit.staff,
                counted_on=COUNTED_ON,
            )
            await add_unit_in(connection, new)
        for position_class, staff in STAFF_GROUPS:
            await connection.execute(_GROUP, government, position_class, staff, COUNTED_ON)

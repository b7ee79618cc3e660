"""Fills an empty database with the demo: offices, officers, reference data, cases."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.commands.administration import add_officer, add_organisation, as_system
from netralitas.accounts.domain import Seat
from netralitas.cases.nip import NipSealer
from netralitas.cases.search_text import index_case
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo.matters import Cast
from netralitas.demo.people import ELECTION, OFFICERS, OFFICES, PASSWORD, REGENCY, REGIONS
from netralitas.demo.people import organisation as office
from netralitas.demo.stories import Stories
from netralitas.demo.telling import ZONE, Teller
from netralitas.evidence.storage import Storage
from netralitas.law import book
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose

FIRST_DAY = date(2024, 1, 1)

_REGION = "INSERT INTO region (code, name, level) VALUES ($1, $2, $3)"
_ELECTION = """
INSERT INTO election (code, name, regime, register_code, region, voting_on)
VALUES ($1, 'Pemilihan Bupati Contoh', 'pemilihan', 'PB', $2, $3)
"""
_DESKS = """
SELECT f.login, d.id AS desk, d.officer, d.organisation, d.roles, f.name,
       o.name AS organisation_name, o.kind AS organisation_kind, o.zone
FROM desk d JOIN officer f ON f.id = d.officer JOIN organisation o ON o.id = d.organisation
"""
_CASES = "SELECT id FROM case_file ORDER BY id"
_DONE_JOBS = "DELETE FROM job WHERE kind = 'index_case'"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ids:
    offices: dict[str, int]
    elections: dict[str, int]


async def seed(owner_dsn: str, settings: Settings, say: Callable[[str], object]) -> None:
    """Fill the database as its owner, who alone may record at moments of the past.

    One connection, because the moment of recording is a setting of the session.
    """
    await ENGINE.open(owner_dsn, size=1, application="netralitas seed", command_seconds=None)
    try:
        say("Offices and officers")
        ids = await _people()
        masters = settings.vault_secrets()
        keys = Keys.derive(Purpose.IDENTITY, settings.vault_key_id, masters)
        nip_keys = Keys.derive(Purpose.NIP, settings.vault_key_id, masters)
        teller = Teller(
            actors=await _actors(),
            offices=ids.offices,
            elections=ids.elections,
            book=book.load(),
            keys=keys,
            storage=Storage(settings.data / "files"),
            today=clock.today(ZONE),
        )
        say("Cases")
        sealer = NipSealer(keys=nip_keys, secret=settings.secret("index"))
        await Stories(teller, Cast(sealer)).tell()
        await _index()
    finally:
        await ENGINE.close()


async def _people() -> _Ids:
    """Add regions, the election, offices and officers."""
    system = await as_system()
    async with writing(EVERYTHING) as connection:
        await connection.executemany(_REGION, REGIONS)
        voting = clock.today(ZONE) + timedelta(days=60)
        await connection.execute(_ELECTION, ELECTION, REGENCY, voting)
        elections = await _codes(connection, "SELECT code, id FROM election")
    offices: dict[str, int] = {}
    for key, superior, *_ in OFFICES:
        above = offices[superior] if superior else None
        offices[key] = await add_organisation(office(key, above), actor=system)
    for officer in OFFICERS:
        await add_officer(
            login=officer.key,
            name=officer.name,
            password=PASSWORD,
            seat=Seat(
                organisation=offices[officer.office],
                title=officer.title,
                roles=officer.roles,
                valid_from=FIRST_DAY,
            ),
            actor=system,
        )
    return _Ids(offices=offices, elections=elections)


async def _codes(connection: Connection, query: str) -> dict[str, int]:
    return {row[0]: row[1] for row in await connection.fetch(query)}


async def _actors() -> dict[str, Actor]:
    async with writing(EVERYTHING) as connection:
        rows = await connection.fetch(_DESKS)
    return {
        row["login"]: Actor(
            **{name: value for name, value in dict(row).items() if name not in {"login", "roles"}},
            roles=frozenset(row["roles"]),
        )
        for row in rows
    }


async def _index() -> None:
    """Do at once what the worker would do for each case, and take its jobs away."""
    async with writing(EVERYTHING) as connection:
        for row in await connection.fetch(_CASES):
            await index_case(connection, {"case_file": row["id"]})
        await connection.execute(_DONE_JOBS)

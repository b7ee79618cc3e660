"""A small committed world under row security: four offices, three officers, one case."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from os import getpid
from typing import Protocol

import asyncpg

from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import open_stream, record
from netralitas.database.bootstrap import clone_database, drop_database
from netralitas.database.connection import Connection
from netralitas.database.context import Context, local_settings
from netralitas.database.embedded import EmbeddedServer
from netralitas.investigation.workflow import HANDLING_V1

TEMPLATE = "netralitas_template"
_numbers = count(1)


class Addressed(Protocol):
    """A database that each role can reach."""

    def dsn(self, role: str = "app") -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Ids of what is there. `own` owns the case, `superior` reads it, the others do not yet."""

    database: Addressed
    own: int
    superior: int
    authority: int
    stranger: int
    officer: int
    colleague: int
    clerk: int
    case_file: int
    proceeding: int
    event: int

    @property
    def readers(self) -> tuple[int, int]:
        """Who reads the case."""
        return (self.own, self.superior)

    @asynccontextmanager
    async def acting(
        self,
        organisation: int | None = None,
        officer: int | None = None,
        *,
        role: str = "app",
        keep: bool = True,
    ) -> AsyncIterator[Connection]:
        """A transaction of an officer of an office, committed if `keep` and nothing goes wrong."""
        context = Context(organisation=organisation, officer=officer, everything=role == "worker")
        connection = await asyncpg.connect(self.database.dsn(role))
        try:
            transaction = connection.transaction()
            await transaction.start()
            await connection.execute(local_settings(context))
            yield connection
            await (transaction.commit() if keep else transaction.rollback())
        finally:
            await connection.close()


def fact(case_file: int, organisation: int, officer: int, **changes: object) -> Event:
    """An event like any other."""
    values: dict[str, object] = {
        "stream": case_file,
        "kind": EventKind.FACT,
        "name": "noted",
        "actor": officer,
        "organisation": organisation,
        "readers": (organisation,),
        "happened": Moment.day(date(2024, 9, 2)),
    }
    return Event(**(values | changes))  # type: ignore[arg-type]  # a test names real fields


@dataclass(frozen=True, slots=True)
class Place:
    """A database of a server by name."""

    server: EmbeddedServer
    name: str

    def dsn(self, role: str = "app") -> str:
        """How a role reaches it."""
        return self.server.dsn(
            "postgres" if role == "postgres" else f"netralitas_{role}", self.name
        )


@asynccontextmanager
async def temporary_world(server: EmbeddedServer) -> AsyncIterator[World]:
    """A world for several tests, in a database of its own that is removed afterwards."""
    place = Place(server, f"world_{getpid()}_{next(_numbers)}")
    await clone_database(server.dsn(), TEMPLATE, place.name)
    try:
        yield await make_world(place)
    finally:
        await drop_database(server.dsn(), place.name)


async def make_world(database: Addressed) -> World:
    """Commit the world into a fresh clone."""
    root = await asyncpg.connect(database.dsn("postgres"))
    try:
        offices = [await root.fetchval(_OFFICE, code) for code in ("OWN", "SUP", "AUT", "STR")]
        people = [await root.fetchval(_PERSON, login) for login in ("officer", "mate", "clerk")]
        await root.execute(_REGION)
    finally:
        await root.close()
    own, superior, authority, stranger = offices
    connection = await asyncpg.connect(database.dsn("app"))
    try:
        async with connection.transaction():
            await connection.execute(local_settings(Context(organisation=own, officer=people[0])))
            case, proceeding, event = await _case(connection, (own, superior), people[0])
    finally:
        await connection.close()
    return World(
        database=database,
        own=own,
        superior=superior,
        authority=authority,
        stranger=stranger,
        officer=people[0],
        colleague=people[1],
        clerk=people[2],
        case_file=case,
        proceeding=proceeding,
        event=event,
    )


async def _case(
    connection: Connection, readers: tuple[int, int], officer: int
) -> tuple[int, int, int]:
    own = readers[0]
    head = await open_stream(connection, "case")
    await connection.execute(_CASE, head.stream, own, officer, list(readers))
    opening = next(move for move in HANDLING_V1.moves if not move.sources)
    proceeding = await connection.fetchval("SELECT nextval('proceeding_id_seq')")
    opened = fact(
        head.stream,
        own,
        officer,
        kind=EventKind.MOVE,
        name=f"handling.{opening.code}",
        readers=readers,
        workflow="handling",
        workflow_version=1,
        proceeding=proceeding,
        to_state=opening.target,
        note="Laporan diterima di kantor.",
    )
    recorded, _ = await record(connection, head, opened)
    await connection.execute(
        _PROCEEDING, proceeding, head.stream, opening.target, recorded.version, list(readers)
    )
    await connection.execute(_WORKLIST, proceeding, own, officer)
    await connection.execute(
        "INSERT INTO case_text (case_file, readers, plain) VALUES ($1, $2, 'netralitas camat')",
        *(head.stream, list(readers)),
    )
    return head.stream, proceeding, recorded.id


_OFFICE = """
INSERT INTO organisation (code, name, kind, zone)
VALUES ($1, 'Kantor ' || $1, 'bawaslu', 'Asia/Jakarta') RETURNING id
"""
_PERSON = "INSERT INTO officer (login, name) VALUES ($1, 'Petugas ' || $1) RETURNING id"
_REGION = """
INSERT INTO region (code, name, level) VALUES ('19.06', 'Belitung Timur', 'regency')
ON CONFLICT (code) DO NOTHING
"""
_CASE = """
INSERT INTO case_file (id, owner, investigator, source, channel, regime, theme, region, subject,
                       description, act_precision, received_at, zone, readers)
VALUES ($1, $2, $3, 'report', 'desk', 'pemilihan', 'neutrality', '19.06', 'Camat pada kampanye',
        'Hadir dengan atribut', 'unknown', now(), 'Asia/Jakarta', $4)
"""
_PROCEEDING = """
INSERT INTO proceeding (id, case_file, workflow, workflow_version, state, version, holder, since,
                        readers)
VALUES ($1, $2, 'handling', 1, $3, $4, 'investigator', now(), $5)
"""
_WORKLIST = """
INSERT INTO worklist_item (organisation, case_file, proceeding, investigator, workflow, state,
                           holder, source, regime, since, readers)
SELECT $2, case_file, id, $3, workflow, state, holder, 'report', 'pemilihan', since, readers
FROM proceeding WHERE id = $1
"""

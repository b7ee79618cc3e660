"""A small committed record to work on: one office, one officer, dossiers with moves and notes."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

import asyncpg

from netralitas.audit import record, sequencer
from netralitas.audit.domain import Event, EventKind, Head, Moment, Recorded
from netralitas.database.connection import Connection

SEED = bytes(range(32))
NAME = "netralitas"
TABLES = (
    *("event", "event_note", "stream", "log_leaf", "log_pending", "log_tile", "log_head"),
    *("proceeding", "case_file"),
)
NOON = datetime(2024, 9, 2, 5, 0, tzinfo=UTC)


class Addressed(Protocol):
    """A database that each role can reach."""

    def dsn(self, role: str = "app") -> str: ...


@dataclass(frozen=True, slots=True)
class Ledger:
    """The record of one database, written through the worker's connection `c`."""

    database: Addressed
    c: asyncpg.Connection
    organisation: int
    officer: int

    def event(self, stream: int, **changes: object) -> Event:
        """Return an event like any other, with `changes`."""
        values: dict[str, object] = {
            "stream": stream,
            "kind": EventKind.FACT,
            "name": "noted",
            "actor": self.officer,
            "organisation": self.organisation,
            "readers": (self.organisation,),
            "happened": Moment.day(date(2024, 9, 2)),
            "basis": ("Perbawaslu 7/2022 Pasal 15",),
            "details": {"letter": 7, "kinds": ["a", "é"], "whole": True, "after": None},
        }
        return Event(**(values | changes))  # type: ignore[arg-type]  # a test names real fields

    async def case(self) -> Head:
        """Commit an empty dossier and return the head of its stream."""
        async with self.c.transaction():
            head = await record.open_stream(self.c, "case")
            await self.c.execute(
                "INSERT INTO case_file (id, owner, investigator, source, channel, regime, theme,"
                " region, subject, description, act_precision, received_at, zone, readers)"
                " VALUES ($1, $2, $3, 'report', 'desk', 'pemilu', 'neutrality', '19', 's', 'd',"
                " 'unknown', now(), 'Asia/Jakarta', ARRAY[$2]::int[])",
                head.stream,
                self.organisation,
                self.officer,
            )
        return head

    async def add(self, stream: int, *events: Event) -> list[Recorded]:
        """Commit `events` to `stream`, or one plain event."""
        async with self.c.transaction():
            head = await record.lock(self.c, stream)
            recorded, _ = await record.record_many(self.c, head, events or (self.event(stream),))
        return recorded

    async def proceed(self, stream: int, states: Sequence[str]) -> int:
        """Commit a proceeding that goes through `states`, an event each, and return its id."""
        async with self.c.transaction():
            head = await record.lock(self.c, stream)
            proceeding: int = await self.c.fetchval("SELECT nextval('proceeding_id_seq')")
            before = None
            for state in states:
                move = self.event(
                    stream,
                    kind=EventKind.MOVE,
                    name=f"to_{state}",
                    workflow="ledger",
                    workflow_version=1,
                    proceeding=proceeding,
                    from_state=before,
                    to_state=state,
                    happened=Moment.time(NOON),
                    note="because" if before else None,
                )
                _, head = await record.record(self.c, head, move)
                await self.c.execute(
                    _STATE if before else _BEGIN, proceeding, stream, state, head.version
                )
                before = state
        return proceeding

    async def sequence(self, most: int = 1000) -> None:
        """Commit every waiting event to the log, `most` at a time, and sign the head."""
        moved = 1
        while moved:
            async with self.c.transaction():
                moved = await sequencer.sequence(self.c, most)
        async with self.c.transaction():
            await sequencer.sign_head(self.c, SEED, NAME, NOON)

    async def keep(self, attacker: Connection) -> None:
        """Copy the record, so that `restore` can undo an attack on it."""
        await attacker.execute("CREATE SCHEMA kept")
        for table in TABLES:
            await attacker.execute(f"CREATE TABLE kept.{table} AS TABLE {table}")

    async def restore(self, attacker: Connection) -> None:
        """Put the record back as it was kept."""
        for table in TABLES:
            await attacker.execute(
                f"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept.{table}"
            )

    @asynccontextmanager
    async def attacker(self) -> AsyncIterator[Connection]:
        """Yield a superuser's connection on which no trigger and no foreign key holds."""
        connection = await asyncpg.connect(self.database.dsn("postgres"))
        await connection.execute("SET session_replication_role = replica")
        yield connection
        await connection.close()


_OFFICE = """
WITH office AS (
    INSERT INTO organisation (code, name, kind, zone)
    VALUES ('LEDGER', 'Bawaslu', 'bawaslu', 'Asia/Jakarta') RETURNING id
), person AS (
    INSERT INTO officer (login, name) VALUES ('ledger', 'Ledger') RETURNING id
)
SELECT office.id, person.id FROM office, person
"""

_BEGIN = """
INSERT INTO proceeding (id, case_file, workflow, workflow_version, state, version, holder, since,
                        readers)
SELECT $1, id, 'ledger', 1, $3, $4, 'investigator', now(), readers FROM case_file WHERE id = $2
"""

_STATE = "UPDATE proceeding SET state = $3, version = $4 WHERE id = $1 AND case_file = $2"


@asynccontextmanager
async def opened(database: Addressed, *, undone: bool = False) -> AsyncIterator[Ledger]:
    """Yield a ledger with its office, officer, region and states; `undone`: nothing is kept."""
    c = await asyncpg.connect(
        database.dsn("postgres"), server_settings={"netralitas.everything": "yes"}
    )
    transaction = c.transaction()
    await transaction.start()
    try:
        organisation, officer = await c.fetchrow(_OFFICE)
        await c.execute("INSERT INTO region VALUES ('19', 'B', 'province') ON CONFLICT DO NOTHING")
        await c.execute(
            "INSERT INTO declared_state (workflow, version, state, final)"
            " SELECT 'ledger', 1, unnest($1::text[]), false",
            ["study", "plenary", "forwarded"],
        )
        if not undone:
            await transaction.commit()
        await c.execute("SET ROLE netralitas_worker")
        yield Ledger(database, c, organisation, officer)
        if undone:
            await transaction.rollback()
    finally:
        await c.close()


async def worker(database: Addressed) -> asyncpg.Connection:
    """Return a connection as the worker, which sees everything."""
    return await asyncpg.connect(
        database.dsn("worker"), server_settings={"netralitas.everything": "yes"}
    )

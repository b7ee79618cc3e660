"""Deadlines of the town, and what was told of them."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg

from netralitas import clock
from netralitas.cases.domain import OpenedCase
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.notices.commands import tell_due
from netralitas.notices.domain import Lead
from tests.make import Town
from tests.notices.conftest import AsWorker

LEAD = Lead(before=2, after=3)


async def tell(as_worker: AsWorker, now: datetime, *, by_mail: bool = False) -> None:
    """Let the worker look once, at a moment."""
    async with as_worker() as connection:
        with clock.at(now):
            await tell_due(connection, LEAD, by_mail=by_mail)


async def told() -> list[tuple[str, str, int]]:
    """Kind, rule and officer of every notice, in the order in which they were made."""
    rows = await ask("SELECT kind, rule, officer FROM notice ORDER BY id")
    return [tuple(row) for row in rows]


async def ask(statement: str, *values: object) -> list[Any]:
    """Read whatever there is."""
    async with reading(EVERYTHING) as connection:
        return await connection.fetch(statement, *values)


async def first_due(case: OpenedCase | int) -> tuple[datetime, str]:
    """The next deadline of a case, with its rule."""
    number = case if isinstance(case, int) else case.id
    [row] = await ask(
        "SELECT due_at, rule FROM clock WHERE case_file = $1 AND ended_by IS NULL"
        " AND superseded_by IS NULL AND due_at IS NOT NULL ORDER BY due_at LIMIT 1",
        number,
    )
    return row["due_at"], row["rule"]


async def change(statement: str, *values: object) -> None:
    """Change what no command changes, as the database's administrator would."""
    root: Connection = await asyncpg.connect(superuser())
    try:
        await root.execute(statement, *values)
    finally:
        root.terminate()


def superuser() -> str:
    """The address of the engine's database for its administrator."""
    dsn = str(ENGINE.config["dsn"])
    for role in ("netralitas_app", "netralitas_worker"):
        dsn = dsn.replace(role, "postgres")
    return dsn


async def give_addresses(town: Town) -> None:
    """Everybody gets an address for mail."""
    await change("UPDATE officer SET email = login || '@kantor.test'")
    assert town.actors


def at_noon(due: datetime, days: int) -> datetime:
    """The noon of the day so many days after that of a deadline of the town."""
    day = due.astimezone(ZoneInfo("Asia/Jakarta")).replace(hour=12, minute=0, second=0)
    return day + timedelta(days=days)

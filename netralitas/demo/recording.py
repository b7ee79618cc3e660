"""The one connection of the seeding: it records at moments of the past, and sees everything.

Both are settings of its session, which only the owner of the database can make.
"""

from datetime import datetime
from typing import Any, Final

from netralitas.database.connection import Connection
from netralitas.database.transactions import asking

_SETTING: Final = "SELECT set_config($1, $2, false)"


async def begin() -> None:
    """Let the session see every row outside of transactions, and not wait for the disk.

    A crash loses nothing that counts: an unfinished database is made anew.
    """
    async with asking() as connection:
        await _set(connection, "netralitas.everything", "yes")
        await _set(connection, "synchronous_commit", "off")


async def record_at(moment: datetime | None) -> None:
    """Let the database record everything from now on as done at `moment`; None: when it is done."""
    async with asking() as connection:
        text = "" if moment is None else moment.isoformat()
        await _set(connection, "netralitas.recording_time", text)


async def rows(query: str, *values: object) -> list[Any]:
    """Return what the query finds among all rows."""
    async with asking() as connection:
        return await connection.fetch(query, *values)


async def value(query: str, *values: object) -> Any:  # noqa: ANN401 - one value of a row
    """Return the first value that the query finds among all rows."""
    async with asking() as connection:
        return await connection.fetchval(query, *values)


async def _set(connection: Connection, name: str, text: str) -> None:
    await connection.fetchval(_SETTING, name, text)

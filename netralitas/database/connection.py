"""asyncpg's connection as the rest of the code sees it, and how to cut one."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, Protocol

import asyncpg


class Connection(Protocol):
    """What is used of asyncpg's connection; rows are `asyncpg.Record`, by name or position.

    One statement at a time. Constant strings are prepared once per connection by the driver.
    """

    async def execute(self, query: str, *values: object) -> str:
        """Run one statement (or several, without values) and return the last one's tag."""

    async def executemany(self, query: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of values."""

    async def fetch(self, query: str, *values: object) -> list[Any]:
        """Return every row."""

    async def fetchmany(self, query: str, rows: Iterable[Sequence[object]]) -> list[Any]:
        """Run one statement for each row of values, and return every row they return."""

    async def fetchrow(self, query: str, *values: object) -> Any:  # noqa: ANN401 - a Record or None
        """Return the first row, or `None`."""

    async def fetchval(self, query: str, *values: object, column: int = 0) -> Any:  # noqa: ANN401 - a value
        """Return one value of the first row, or `None`."""

    async def copy_records_to_table(
        self, table_name: str, *, records: Iterable[Sequence[object]], columns: Sequence[str]
    ) -> str:
        """Load many rows at once."""

    def is_closed(self) -> bool:
        """Return whether the connection is gone."""

    def terminate(self) -> None:
        """Close at once, waiting for nothing."""


def is_cut(connection: Connection) -> bool:
    """Return whether `connection` is closed, or was taken back by its pool after being cut."""
    try:
        return connection.is_closed()
    except asyncpg.InterfaceError:
        return True


def cut(connection: Connection) -> None:
    """Close `connection` at once; the server rolls back, the pool makes a new one when needed."""
    with suppress(asyncpg.InterfaceError):
        connection.terminate()

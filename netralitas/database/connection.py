"""asyncpg's connection as the rest of the code sees it, and how to cut one."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Protocol

import asyncpg


class Row(Protocol):
    """What is used of a row, asyncpg's `Record`: its values by the name of the column, or in order.

    asyncpg is not marked as typed, and a column holds what the statement selects.
    """

    def __getitem__(self, column: str) -> Any:  # noqa: ANN401 - what the column holds
        """Return the value of a column."""

    def __iter__(self) -> Iterator[Any]:
        """Yield the values in the order of the columns."""


class Connection(Protocol):
    """What is used of asyncpg's connection.

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

    async def fetchrow(self, query: str, *values: object) -> Any:  # noqa: ANN401 - a Row or None
        """Return the first row, or `None`."""

    async def fetchval(self, query: str, *values: object, column: int = 0) -> Any:  # noqa: ANN401 - what the column holds
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

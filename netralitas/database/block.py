"""One transaction, or one savepoint inside it, with the row-security settings that hold in it."""

import asyncio
from types import TracebackType
from typing import Any, Literal, Self

import asyncpg
from piccolo.engine.postgres import PostgresTransaction

from netralitas import request_id
from netralitas.database.away import DatabaseAway, NotCommitted, is_away
from netralitas.database.connection import Connection, cut, is_cut
from netralitas.database.context import NOBODY, HasContext, local_settings

ROLLBACK_SECONDS = 2.0
"""Longest wait for a ROLLBACK, and for giving a connection back, before the connection is cut."""
_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
"""A page is many queries, and shows one moment: nothing that is read in it can fail for that."""


class Transaction(PostgresTransaction):
    """A transaction that always gives its connection back, and a savepoint when nested.

    Guaranteed: a failing COMMIT reaches the caller; after the block the connection is back in the
    pool or cut, whatever happened and however often the task was cancelled; a nested block undoes
    its own work alone, and after it the outer block's settings hold again. Piccolo's queries
    inside run on the same connection. One connection runs one query at a time: no `gather`.
    """

    __slots__ = ("_name", "depth", "read_only", "settings")

    engine: Any  # our Engine, which imports this module
    connection: Connection
    _parent: "Transaction | None"

    def __init__(
        self,
        engine: Any,  # noqa: ANN401 - see above
        *,
        allow_nested: bool = True,
        settings: HasContext | None = None,
        read_only: bool = False,
    ) -> None:
        """Prepare the block; nothing is sent before it is entered."""
        super().__init__(engine, allow_nested=allow_nested)
        self.settings = settings
        self.read_only = read_only
        self.depth = 0
        self._name = ""

    async def __aenter__(self) -> Self:
        """Take a connection (or the outer one) and begin, in one round trip with the settings."""
        # Looked up again: the block may have been built elsewhere than where it is entered.
        outer = self._parent = self.engine.current_transaction.get()
        if outer is None:
            self.connection = await self.engine.take()
        else:
            self.connection = outer.connection
            self.depth = outer.depth + 1
            self._name = f"netralitas_{self.depth}"
            if self.settings is None:
                self.settings = outer.settings
        try:
            await self.begin()
        except BaseException as error:
            await self._abandon(error)
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def begin(self) -> None:
        """Send BEGIN or SAVEPOINT and the settings as one string."""
        if self._parent is None:
            opening = _READING if self.read_only else "BEGIN"
            reference = request_id.current()
            if reference:  # a slow statement in the server's log leads to the request
                name = f"{self.engine.application} {reference}"
                opening += f"; SET LOCAL application_name = '{name}'"
        elif self.read_only:
            # The server restores the outer mode when the savepoint ends, either way.
            opening = f"SAVEPOINT {self._name}; SET TRANSACTION READ ONLY"
        else:
            opening = f"SAVEPOINT {self._name}"
        if self.settings is not None:
            opening += f"; {local_settings(self.settings)}"
        await self.connection.execute(opening)

    async def commit(self) -> None:
        """Make the block's work last (until the outer block ends, when nested).

        Raises `NotCommitted` when PostgreSQL quietly rolled back instead.
        """
        if self._parent is None:
            if await self.connection.execute("COMMIT") != "COMMIT":
                raise NotCommitted("the transaction was already broken: nothing was written")
        else:
            ending = f"RELEASE SAVEPOINT {self._name}"
            if self.settings is not self._parent.settings:
                # RELEASE does not undo SET LOCAL: without this the inner settings would go on.
                ending += f"; {local_settings(self._parent.settings or NOBODY)}"
            await self.connection.execute(ending)
        self._committed = True

    async def rollback(self) -> None:
        """Undo the block's work; cut the connection when that fails or takes too long."""
        if self._parent is None:
            ending = "ROLLBACK"
        else:
            ending = f"ROLLBACK TO SAVEPOINT {self._name}; RELEASE SAVEPOINT {self._name}"
        try:
            async with asyncio.timeout(ROLLBACK_SECONDS):
                await self.connection.execute(ending)
        except BaseException as error:
            # Nobody may go on with a connection in an unknown state; cutting it rolls back.
            cut(self.connection)
            if not isinstance(error, Exception):
                raise
        self._rolled_back = True

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> Literal[False]:
        """End the block and give the connection back; no error is swallowed."""
        try:
            if self._committed or self._rolled_back:
                pass  # ended by hand
            elif kind is None:
                await self._commit_or_undo()
            elif not is_cut(self.connection):
                await self.rollback()
            elif isinstance(error, asyncpg.InterfaceError):
                # The pool takes a lost connection back at once, and asyncpg calls that misuse.
                raise DatabaseAway("the connection was lost inside the transaction") from error
        finally:
            self.engine.current_transaction.reset(self.context)
            if self._parent is None:
                await self.engine.give_back(self.connection)
        return False

    async def _commit_or_undo(self) -> None:
        try:
            await self.commit()
        except NotCommitted:
            raise
        except BaseException as error:
            refused = isinstance(error, asyncpg.PostgresError) and not is_away(error)
            if not refused:
                cut(self.connection)  # timed out, cancelled or lost: what holds is unknown
            elif self._parent is not None:
                await self.rollback()
            if not refused and isinstance(error, Exception):
                raise DatabaseAway("the answer to COMMIT never came") from error
            raise

    async def _abandon(self, error: BaseException) -> None:
        """Leave nothing half begun: only a plain refusal by the server changed nothing."""
        if self._parent is None or not isinstance(error, asyncpg.PostgresError):
            cut(self.connection)
        if self._parent is None:
            await self.engine.give_back(self.connection)
        if is_away(error):
            raise DatabaseAway(str(error) or "the database does not answer") from error

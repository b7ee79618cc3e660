"""The law as this process knows it: read again when somebody has put a new edition into force."""

from typing import Final

from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import asking
from netralitas.editions.queries import law_of, newest
from netralitas.law.entries import LawData


class CurrentLaw:
    """The newest edition that this process has read.

    A deadline computed under an edition that has just been replaced is no fault: it carries the
    number of its edition, and the job of the new one finds it.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._data: LawData | None = None
        self._pool: object = None

    async def at_least(self, edition: int) -> LawData:
        """Return the law of the edition or of a later one; asks nothing when it is known."""
        known = self._known()
        if known is not None and known.edition >= edition:
            return known
        async with asking() as c:
            return await self.follow(c)

    async def follow(self, c: Connection) -> LawData:
        """Return the law in force, read again if there is a new edition; one statement else."""
        number, known = await newest(c), self._known()
        if known is not None and known.edition == number:
            return known
        self._data, self._pool = await law_of(c, number), ENGINE.pool
        return self._data

    def _known(self) -> LawData | None:
        """Return what was read since the engine was opened: before, it was another database."""
        return self._data if self._pool is ENGINE.pool else None


LAW: Final = CurrentLaw()
"""The law of this process."""

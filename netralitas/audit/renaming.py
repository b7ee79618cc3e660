"""The log gets another name, as the command does it: the statement, and an event that it was so."""

from netralitas import clock
from netralitas.accounts.events import happened
from netralitas.accounts.queries import system_actor
from netralitas.audit.origins import Declared, declare
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import writing


async def rename(key: bytes, first: str, reason: str, *, known: str | None = None) -> Declared:
    """Hold what `origins.declare` holds, in one transaction with an event of the system.

    The event says which name the log had, which it has, and how many leaves it had then; the reason
    stands in the statement alone. Raises as `declare` does: then nothing has happened.
    """
    async with writing(EVERYTHING) as connection:
        declared = await declare(connection, key, first, reason, clock.now(), known=known)
        await happened(
            connection,
            await system_actor(connection),
            "log.renamed",
            earlier=declared.earlier.origin,
            origin=declared.name,
            size=declared.first_size,
        )
        return declared

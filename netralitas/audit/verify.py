"""Is the record whole? Everything is read once, in flat memory, while others go on writing.

What this cannot see: a change made, with all hashes, tiles and heads recomputed, to events after
the last signed head that left the house. Whoever holds such a head passes it as `outside`.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

import asyncpg

from netralitas.audit.beside import Beside, beside, in_public
from netralitas.audit.heads import Names, Verifier
from netralitas.audit.origins import Reign, reigns
from netralitas.audit.padding import PaddingKeys
from netralitas.audit.relations import notes, relations
from netralitas.audit.replay import replay
from netralitas.audit.tree import Tree
from netralitas.audit.verdict import Findings, Verdict

__all__ = ["Verdict", "verify"]

A = TypeVar("A")
B = TypeVar("B")


async def verify(
    dsn: str,
    verifier: Verifier,
    outside: Sequence[str] = (),
    *,
    padding: bytes | None = None,
    later: Sequence[bytes] = (),
) -> Verdict:
    """Compare every event, stream, proceeding, note, leaf, tile and head with each other.

    `dsn` is the auditor's; `verifier` the public key of the log under its first name; `outside` are
    signed notes that were kept elsewhere: BadHead when one is not signed with that key under a name
    of the log. `padding` is the key of the padding; without it all padding is reported; `later` are
    those of the secrets that the log has had since, in order. All of it as of one moment.
    """
    findings = Findings()
    async with _snapshot(dsn) as (first, second):
        had = await reigns(second, verifier)
        named, keys = Names([each.verifier for each in had]), _padding(had, (padding, *later))
        tree = Tree(second, findings, named, [named.open(note) for note in outside])

        async def rest() -> tuple[int, Beside]:
            await tree.check()
            await relations(second, findings)
            await in_public(second, findings, had)
            return await notes(second, findings), await beside(second, findings, keys)

        replayed, (erased, others) = await _both(replay(first, findings), rest())
    return Verdict(
        whole=not findings.found,
        events=replayed.events,
        streams=replayed.streams,
        leaves=tree.leaves,
        heads=tree.heads,
        signed=tree.signed,
        erased_notes=erased,
        padding=others.padding,
        receipts=others.receipts,
        found=findings.found,
        findings=tuple(findings.listed),
    )


def _padding(had: Sequence[Reign], keys: Sequence[bytes | None]) -> PaddingKeys:
    """Return the key of the padding at each position; one that nobody gave is None."""
    begins = [0, *(each.first_size for each in had if each.rotated)]
    given = [*keys[: len(begins)], *[None] * (len(begins) - len(keys))]
    return PaddingKeys(list(zip(begins, given, strict=True)))


async def _both(first: Coroutine[None, None, A], second: Coroutine[None, None, B]) -> tuple[A, B]:
    """Return both results; when one fails, the other has ended before the error is raised."""
    tasks = asyncio.ensure_future(first), asyncio.ensure_future(second)
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


@asynccontextmanager
async def _snapshot(dsn: str) -> AsyncIterator[tuple[asyncpg.Connection, asyncpg.Connection]]:
    """Yield two connections that see the same moment: one for the events, one for the rest."""
    # Without the right to see every row this must fail: half a record would look whole.
    settings = {"row_security": "off", "timezone": "UTC", "application_name": "netralitas verify"}
    first = await asyncpg.connect(dsn, server_settings=settings)
    try:
        second = await asyncpg.connect(dsn, server_settings=settings)
        try:
            async with first.transaction(isolation="repeatable_read", readonly=True):
                shared = await first.fetchval("SELECT pg_export_snapshot()")
                async with second.transaction(isolation="repeatable_read", readonly=True):
                    await second.execute(f"SET TRANSACTION SNAPSHOT '{shared}'")
                    yield first, second
        finally:
            await second.close()
    finally:
        await first.close()

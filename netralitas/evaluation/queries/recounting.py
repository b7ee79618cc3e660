"""Frozen figures counted once more: whether they are the same bytes, and what is another number."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation.domain import (
    Difference,
    Figures,
    canonical,
    differences,
    digest,
    figures_of,
)
from netralitas.evaluation.queries.figures import figures_at

_FROZEN: Final = """
SELECT s.meeting, m.title, s.organisation, s.position, s.definition, s.content, s.digest
FROM snapshot s JOIN meeting m ON m.id = s.meeting
WHERE $1::bigint[] = '{}' OR s.meeting = ANY ($1) ORDER BY s.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recount:
    """The figures of one meeting counted again.

    `intact` says that the frozen bytes have their digest still, `same` that counting gives those
    very bytes; `differing` is empty then.
    """

    meeting: int
    title: str
    position: int
    definition: int
    intact: bool
    same: bool
    differing: tuple[Difference, ...]


async def recounts(c: Connection, meetings: Sequence[int]) -> AsyncIterator[Recount]:
    """Yield the figures of these meetings counted again, of all where none is named, oldest first.

    A meeting without frozen figures is passed over, and one that the transaction does not see.
    """
    for row in await c.fetch(_FROZEN, list(meetings)):
        yield await _recount(row)


async def again(organisation: int, frozen: Figures) -> Figures:
    """Return what counting once more gives, by the definition by which it was counted first."""
    async with reading(EVERYTHING) as whole:
        return await figures_at(
            whole,
            position=frozen.position,
            organisation=organisation,
            definition=frozen.definition,
        )


async def _recount(row: Row) -> Recount:
    frozen = figures_of(row["content"])
    counted = await again(row["organisation"], frozen)
    intact = digest(row["content"]) == row["digest"]
    return Recount(
        meeting=row["meeting"],
        title=row["title"],
        position=row["position"],
        definition=row["definition"],
        intact=intact,
        same=intact and canonical(counted) == row["content"],
        differing=differences(frozen, counted),
    )

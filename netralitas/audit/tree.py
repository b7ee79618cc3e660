"""Verification of the log: tiles, roots and signed heads against the leaves that are there."""

from collections.abc import Sequence
from typing import Final

import asyncpg

from netralitas.audit import merkle
from netralitas.audit.heads import BadHead, LogHead, Names
from netralitas.audit.verdict import Findings

_HASH_BYTES: Final = 32
_TILES: Final = 64

_LEAVES: Final = """
SELECT tile.hashes = leaf.hashes, leaf.tile, leaf.hashes
FROM (SELECT position / 256 AS tile, string_agg(hash, ''::bytea ORDER BY position) AS hashes
      FROM log_leaf WHERE position >= $1 AND position < $2 GROUP BY 1) AS leaf
LEFT JOIN log_tile AS tile ON tile.level = 0 AND tile.position = leaf.tile
ORDER BY leaf.tile
"""

_LAST: Final = "SELECT count(*), coalesce(max(position), -1) FROM log_leaf"

_TILE: Final = "SELECT hashes FROM log_tile WHERE level = $1 AND position = $2"

_SPARE: Final = """
SELECT level, position FROM log_tile
WHERE (position * 256 + 1) * 256::numeric ^ level > $1 ORDER BY level, position
"""

_HEADS: Final = "SELECT size, root, note FROM log_head WHERE size > $1 AND size <= $2 ORDER BY size"


class Tree:
    """Rebuilds the tree from the leaves, in order, and compares all that was said of it."""

    def __init__(
        self,
        c: asyncpg.Connection,
        findings: Findings,
        names: Names,
        outside: Sequence[LogHead],
    ) -> None:
        """Begin with an empty tree; `outside` are heads that were kept elsewhere."""
        self.leaves = 0
        self.heads = 0
        self.signed = 0
        self._c = c
        self._findings = findings
        self._names = names
        self._outside = sorted(outside, key=lambda head: head.size)
        self._edge = merkle.RightEdge()
        self._whole_until = 0

    async def check(self) -> None:
        """Read the whole log once, 64 tiles at a time, and compare it with tiles and heads."""
        self.leaves, last = await self._c.fetchrow(_LAST)
        step = _TILES * merkle.WIDTH
        for start in range(0, last + 1, step):
            rows = await self._c.fetch(_LEAVES, start, start + step)
            for same, tile, _ in rows:
                if not same:
                    self._findings.add("log_tile", f"0/{tile}", _TILE_PROBLEM)
            await self._grow(b"".join(row[2] for row in rows))
        for level, position, hashes in self._edge.unfinished():
            await self._compare_tile(level, position, hashes)
        for level, position in await self._c.fetch(_SPARE, self._edge.size):
            self._findings.add("log_tile", f"{level}/{position}", "it has no leaf under it")
        for head, table in await self._due(2**62):
            self._findings.add(
                table, head.size, f"it was signed for more leaves than the {self.leaves} there are"
            )

    async def _grow(self, packed: bytes) -> None:
        """Add leaves, stopping at each size that a head was signed for."""
        hashes = [
            packed[start : start + _HASH_BYTES] for start in range(0, len(packed), _HASH_BYTES)
        ]
        before = self._edge.size
        due = await self._due(before + len(hashes))
        for head, table in due:
            await self._append(hashes[self._edge.size - before : head.size - before])
            self._compare_head(head, table)
        await self._append(hashes[self._edge.size - before :])

    async def _append(self, hashes: Sequence[bytes]) -> None:
        for level, position, tile in self._edge.append(hashes):
            await self._compare_tile(level, position, tile)

    async def _due(self, size: int) -> list[tuple[LogHead, str]]:
        """Return the heads above the present size up to `size`, in order, with their tables."""
        due = [(head, "head kept outside") for head in self._outside_until(size)]
        for stored, root, note in await self._c.fetch(_HEADS, self._edge.size, size):
            due.append((LogHead(origin=self._names.first.name, size=stored, root=root), "log_head"))
            self._compare_note(stored, root, note)
            self.signed = stored
        self.heads += len(due)
        return sorted(due, key=lambda entry: entry[0].size)

    def _outside_until(self, size: int) -> list[LogHead]:
        return [head for head in self._outside if self._edge.size < head.size <= size]

    def _compare_note(self, size: int, root: bytes, note: str) -> None:
        try:
            head = self._names.open(note)
        except BadHead as error:
            self._findings.add("log_head", size, str(error))
            return
        if (head.size, head.root) != (size, root):
            self._findings.add("log_head", size, "its note says something else than its row")

    def _compare_head(self, head: LogHead, table: str) -> None:
        if self._edge.root() == head.root:
            self._whole_until = max(self._whole_until, head.size)
            return
        self._findings.add(
            table,
            head.size,
            f"the first {head.size} leaves are not those that were signed: something changed"
            f" among positions {self._whole_until} to {head.size - 1}",
        )

    async def _compare_tile(self, level: int, position: int, hashes: Sequence[bytes]) -> None:
        """Compare a tile above the leaves; those of the leaves are compared when they are read."""
        if level and await self._c.fetchval(_TILE, level, position) != b"".join(hashes):
            self._findings.add("log_tile", f"{level}/{position}", _TILE_PROBLEM)


_TILE_PROBLEM: Final = "it does not hold the hashes of what is under it"

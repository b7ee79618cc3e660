"""The log of all events on disk: tiles of hashes, laid out as C2SP tlog-tiles."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from netralitas.audit import merkle, proofs
from netralitas.database.connection import Connection

_HASH_BYTES: Final = 32

LOCK: Final = "SELECT pg_advisory_xact_lock(hashtext('netralitas.log'))"
"""Until the transaction ends nobody else adds to the log, signs or publishes it."""

_SIZE: Final = "SELECT coalesce(max(position), -1) + 1 FROM log_leaf"

OWN: Final = """
SELECT level, position, hashes FROM log_tile
JOIN unnest($1::smallint[], $2::bigint[]) AS wanted (level, position) USING (level, position)
"""
"""The tiles as they are now."""
PUBLIC: Final = """
SELECT level, position, hashes FROM published.log_tile
JOIN unnest($1::smallint[], $2::bigint[]) AS wanted (level, position) USING (level, position)
"""
"""The tiles under the newest published head, for the public site."""

_PUT: Final = """
INSERT INTO log_tile (level, position, hashes) VALUES ($1, $2, $3)
ON CONFLICT (level, position) DO UPDATE SET hashes = excluded.hashes
"""


class LogBroken(Exception):  # noqa: N818 - a state of the log
    """The tiles do not fit the leaves or an earlier head: nothing is added or signed any more."""


async def size(c: Connection) -> int:
    """Return how many leaves the log has."""
    count: int = await c.fetchval(_SIZE)
    return count


async def append(c: Connection, first: int, leaves: Sequence[bytes]) -> None:
    """Put the hashes of `leaves` into the tiles, as the leaves from position `first` on.

    The tiles must hold exactly the leaves before `first`: LogBroken.
    """
    edge = await right_edge(c, first)
    before = merkle.edge_tiles(first)
    await c.executemany(
        _PUT,
        [
            (level, position, b"".join(hashes))
            for level, position, hashes in [*edge.append(leaves), *edge.unfinished()]
            if (level, position, len(hashes)) not in before
        ],
    )


async def root(c: Connection, leaves: int) -> bytes:
    """Return the root over the first `leaves` leaves, from as many rows as the tree has levels."""
    return (await right_edge(c, leaves)).root()


async def right_edge(c: Connection, leaves: int) -> merkle.RightEdge:
    """Return the right edge of the tree over the first `leaves` leaves; LogBroken when it gaps."""
    wanted = merkle.edge_tiles(leaves)
    tiles = await _tiles(c, [(level, position) for level, position, count in wanted if count])
    levels = [tiles.get((level, position), [])[:count] for level, position, count in wanted]
    for hashes, (level, position, count) in zip(levels, wanted, strict=True):
        if len(hashes) != count:
            raise LogBroken(f"tile {level}/{position} has {len(hashes)} of {count} hashes")
    return merkle.RightEdge(leaves, levels)


async def inclusion(c: Connection, position: int, leaves: int, tiles: str = OWN) -> list[bytes]:
    """Return the proof that the leaf at `position` is among the first `leaves`: few rows read."""
    subtree = await _subtrees(c, lambda node: proofs.inclusion(position, leaves, node), tiles)
    return proofs.inclusion(position, leaves, subtree)


async def inclusions(
    c: Connection, positions: Sequence[int], leaves: int, tiles: str = OWN
) -> dict[int, list[bytes]]:
    """Return the proof of each of these positions, as `inclusion` does; tiles are read once."""

    def every(node: proofs.Subtree) -> list[list[bytes]]:
        return [proofs.inclusion(position, leaves, node) for position in positions]

    subtree = await _subtrees(c, every, tiles)
    return dict(zip(positions, every(subtree), strict=True))


async def consistency(c: Connection, old: int, new: int, tiles: str = OWN) -> list[bytes]:
    """Return the proof that the log of `new` leaves continues the one of `old`: few rows read."""
    subtree = await _subtrees(c, lambda node: proofs.consistency(old, new, node), tiles)
    return proofs.consistency(old, new, subtree)


async def _subtrees(
    c: Connection, proof: Callable[[proofs.Subtree], object], statement: str
) -> proofs.Subtree:
    """Return the hashes that `proof` asks for: it is made once in vain, to learn which these are.

    Raises LogBroken when they are not all there.
    """
    asked: list[tuple[int, int]] = []

    def note(level: int, index: int) -> bytes:
        asked.append((level, index))
        return b""

    proof(note)
    tiles = await _tiles(c, {merkle.tile_of(*node)[:2] for node in asked}, statement)

    def subtree(level: int, index: int) -> bytes:
        tile_level, position, part = merkle.tile_of(level, index)
        hashes = tiles.get((tile_level, position), [])[part]
        if len(hashes) != part.stop - part.start:
            raise LogBroken(f"tile {tile_level}/{position} has not the hashes of a proof")
        return merkle.root(hashes)

    return subtree


async def _tiles(
    c: Connection, places: Iterable[tuple[int, int]], statement: str = OWN
) -> dict[tuple[int, int], list[bytes]]:
    """Return the hashes of the tiles at `places`, as far as they are there."""
    listed = list(places)
    rows = await c.fetch(statement, [place[0] for place in listed], [place[1] for place in listed])
    return {
        (level, position): [
            hashes[start : start + _HASH_BYTES] for start in range(0, len(hashes), _HASH_BYTES)
        ]
        for level, position, hashes in rows
    }

"""The tree over the log, as RFC 6962 section 2.1 hashes it: pure, on hashes of leaves.

Nodes are kept in tiles of up to 256 hashes: the hashes of the leaves are level 0, the roots of full
tiles are the hashes of the level above. The hash of any complete subtree can be computed from one
tile, and the root of the whole tree from the last tile of each level.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

WIDTH: Final = 256
"""Hashes in a full tile: eight levels of the tree."""

_TILE_LEVELS: Final = 8


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf that holds `data`."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of the node above `left` and `right`."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(hashes: Sequence[bytes]) -> bytes:
    """Return the root over `hashes` of one level, from left to right; of nothing: SHA-256 of ''."""
    if not hashes:
        return hashlib.sha256().digest()
    level, sha256 = list(hashes), hashlib.sha256
    while len(level) > 1:
        pairs = iter(level)
        above = [sha256(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs)]  # noqa: B905 - the last of an odd number goes up as it is
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0]


class RightEdge:
    """The right edge of a growing tree: all that is needed to add leaves and to know the root.

    `levels[n]` holds the hashes of the last tile of level n as far as it is filled.
    """

    def __init__(self, size: int = 0, levels: Sequence[Sequence[bytes]] = ()) -> None:
        """Begin with the tree of `size` leaves; an empty one by default."""
        self.size = size
        self.levels = [list(level) for level in levels]

    def append(self, hashes: Sequence[bytes]) -> Iterator[tuple[int, int, list[bytes]]]:
        """Add leaves; yield each tile that becomes full as (level, position, its 256 hashes)."""
        done = 0
        while done < len(hashes):
            room = WIDTH - self.size % WIDTH
            part = hashes[done : done + room]
            self._level(0).extend(part)
            done += len(part)
            self.size += len(part)
            if len(part) == room:
                yield from self._fill(0)

    def root(self) -> bytes:
        """Return the root of the tree as it is now."""
        below: list[bytes] = []
        for level in self.levels:
            hashes = level + below
            below = [root(hashes)] if hashes else []
        return below[0] if below else root(())

    def unfinished(self) -> Iterator[tuple[int, int, list[bytes]]]:
        """Yield the last tile of each level that is neither empty nor full."""
        for level, hashes in enumerate(self.levels):
            if hashes:
                yield level, self.size >> _TILE_LEVELS * (level + 1), list(hashes)

    def _level(self, level: int) -> list[bytes]:
        if level == len(self.levels):
            self.levels.append([])
        return self.levels[level]

    def _fill(self, level: int) -> Iterator[tuple[int, int, list[bytes]]]:
        full, self.levels[level] = self.levels[level], []
        yield level, (self.size >> _TILE_LEVELS * (level + 1)) - 1, full
        above = self._level(level + 1)
        above.append(root(full))
        if len(above) == WIDTH:
            yield from self._fill(level + 1)


def edge_tiles(size: int) -> list[tuple[int, int, int]]:
    """Return (level, position, hashes in it) of the right edge of a tree of `size` leaves."""
    edge: list[tuple[int, int, int]] = []
    while size:
        edge.append((len(edge), size // WIDTH, size % WIDTH))
        size //= WIDTH
    return edge


def tile_of(level: int, index: int) -> tuple[int, int, slice]:
    """Return the tile (level, position) that has subtree `index` of 2**level leaves, and where."""
    tile_level, inside = divmod(level, _TILE_LEVELS)
    first = index << inside
    start = first % WIDTH
    return tile_level, first // WIDTH, slice(start, start + (1 << inside))

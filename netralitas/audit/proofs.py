"""Proofs of the log, as RFC 6962 section 2.1 makes and checks them: pure, on hashes of nodes.

An inclusion proof shows that an event stands in the log that a head was signed for, a consistency
proof that the log of a head only grew from the log of an earlier one.
"""

from collections.abc import Callable, Sequence

from netralitas.audit.merkle import node_hash

Subtree = Callable[[int, int], bytes]
"""Returns the hash of the complete subtree of 2**level leaves that is number `index` of them."""


def inclusion(index: int, size: int, subtree: Subtree) -> list[bytes]:
    """Return the proof that leaf `index` is in the tree of `size` leaves, nearest sibling first."""
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a tree of {size}")
    return _inclusion(index, 0, size, subtree)


def consistency(old: int, new: int, subtree: Subtree) -> list[bytes]:
    """Return the proof that the tree of `new` leaves only grew from its first `old` leaves."""
    if not 0 < old <= new:
        raise ValueError(f"a tree of {new} cannot have grown from {old}")
    return _consistency(old, 0, new, subtree, whole=True)


def root_by_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes:
    """Return the root that `proof` leads to from the leaf with hash `leaf`.

    Raises ValueError when the proof does not have the length of its place.
    """
    position, last, digest = index, size - 1, leaf
    siblings = iter(proof)
    try:
        while last:
            if position % 2:
                digest = node_hash(next(siblings), digest)
            elif position < last:
                digest = node_hash(digest, next(siblings))
            position, last = position // 2, last // 2
    except StopIteration:
        raise ValueError("the proof is too short") from None
    if next(siblings, None) is not None:
        raise ValueError("the proof is too long")
    return digest


def roots_by_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes
) -> tuple[bytes, bytes]:
    """Return the old and the new root that `proof` leads to, for 0 < old < new.

    The proof holds when both are the roots that were signed. Raises ValueError when the proof does
    not have the length of its sizes.
    """
    hashes = iter(proof if old & (old - 1) else (old_root, *proof))
    first, last = old - 1, new - 1
    while first % 2:
        first, last = first // 2, last // 2
    before = after = next(hashes, b"")
    for digest in hashes:
        if not last:
            raise ValueError("the proof is too long")
        if first % 2 or first == last:
            before, after = node_hash(digest, before), node_hash(digest, after)
            while first and not first % 2:
                first, last = first // 2, last // 2
        else:
            after = node_hash(after, digest)
        first, last = first // 2, last // 2
    if last:
        raise ValueError("the proof is too short")
    return before, after


def _split(width: int) -> int:
    """Return the largest power of two below `width`."""
    return 1 << (width - 1).bit_length() - 1


def _range_root(start: int, end: int, subtree: Subtree) -> bytes:
    width = end - start
    if width & (width - 1) == 0:
        level = width.bit_length() - 1
        return subtree(level, start >> level)
    middle = start + _split(width)
    return node_hash(_range_root(start, middle, subtree), _range_root(middle, end, subtree))


def _inclusion(index: int, start: int, end: int, subtree: Subtree) -> list[bytes]:
    if end - start == 1:
        return []
    middle = start + _split(end - start)
    if index < middle:
        return [*_inclusion(index, start, middle, subtree), _range_root(middle, end, subtree)]
    return [*_inclusion(index, middle, end, subtree), _range_root(start, middle, subtree)]


def _consistency(old: int, start: int, end: int, subtree: Subtree, *, whole: bool) -> list[bytes]:
    if old == end:
        return [] if whole else [_range_root(start, end, subtree)]
    middle = start + _split(end - start)
    if old <= middle:
        left = _consistency(old, start, middle, subtree, whole=whole)
        return [*left, _range_root(middle, end, subtree)]
    right = _consistency(old, middle, end, subtree, whole=False)
    return [*right, _range_root(start, middle, subtree)]

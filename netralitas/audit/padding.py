"""Padding of the log: leaves that look like any other to whoever lacks the key, and hide nothing.

A leaf of padding is the hash of HMAC-SHA256 over "pad" and its position (8 bytes, big-endian) under
a key that follows from the secret of the log: nobody else can tell it from an event, and nobody at
all can pass off a dropped event as padding.
"""

import hmac
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from netralitas.audit.merkle import leaf_hash

BATCH: Final = 256
"""The log is published in multiples of so many leaves."""

_KEY_BYTES: Final = 32
_INFO: Final = b"netralitas log padding"


def padding_key(seed: bytes) -> bytes:
    """Return the key of padding that follows from the secret of the log (32 bytes)."""
    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=_INFO).derive(seed)


def padding_leaf(key: bytes, position: int) -> bytes:
    """Return the hash of the leaf of padding at `position`."""
    return leaf_hash(hmac.digest(key, b"pad" + position.to_bytes(8), "sha256"))


class PaddingKeys:
    """The key of padding at each position: another one from where the log got another secret."""

    def __init__(self, keys: Sequence[tuple[int, bytes | None]]) -> None:
        """`keys` begin at these positions, in order, the first at 0; None for one nobody gave."""
        self._from = [position for position, _ in keys]
        self._keys = [key for _, key in keys]

    def at(self, position: int) -> bytes | None:
        """Return the key of the padding at `position`; None when it is not known."""
        return self._keys[bisect_right(self._from, position) - 1]


def padding_needed(leaves: int) -> int:
    """Return how many leaves of padding follow `leaves`: at least one, up to a multiple."""
    return BATCH - leaves % BATCH

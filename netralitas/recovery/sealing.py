"""Encryption with age: to public keys that stand in the settings, opened with a file of people.

What is sealed passes through in pieces, hashed on both sides; it never lies on a disk unsealed.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol

import msgspec
import pyrage

from netralitas.recovery.refusals import BackupRefused, Damaged

_PIECE: Final = 1024 * 1024


class Source(Protocol):
    """What is read to its end."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes; none at the end."""


class Target(Protocol):
    """What takes bytes."""

    def write(self, data: bytes, /) -> int:
        """Take all of `data`."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What was sealed: size in bytes and SHA-256 (hexadecimal), sealed and plain."""

    size: int
    sha256: str
    plain_size: int
    plain_sha256: str


class Hashing:
    """Counts and hashes what passes, and keeps what it failed with: age keeps its text only."""

    def __init__(self) -> None:
        """Nothing has passed yet."""
        self._digest = hashlib.sha256()
        self.size = 0
        self.failure: Exception | None = None

    @property
    def sha256(self) -> str:
        """Return the digest of what has passed."""
        return self._digest.hexdigest()

    def passed(self, data: bytes) -> None:
        """Count and hash what came through."""
        self._digest.update(data)
        self.size += len(data)


class HashedSource(Hashing):
    """A source of which every byte that was read is hashed."""

    def __init__(self, source: Source) -> None:
        """Nothing has been read yet."""
        super().__init__()
        self._source = source

    def read(self, size: int = -1, /) -> bytes:
        """Return what the source has next."""
        try:
            data = self._source.read(size)
        except Exception as error:
            self.failure = error
            raise
        self.passed(data)
        return data


class HashedTarget(Hashing):
    """A target of which every byte that was written is hashed."""

    def __init__(self, target: Target) -> None:
        """Nothing has been written yet."""
        super().__init__()
        self._target = target

    def write(self, data: bytes, /) -> int:
        """Hand on all of `data`."""
        try:
            self._target.write(data)
        except Exception as error:
            self.failure = error
            raise
        self.passed(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: whoever opened the target closes it."""


class Pieces:
    """Pieces of bytes as something to read from."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Nothing is asked yet."""
        self._pieces = iter(pieces)
        self._left = b""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes; none at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._left = piece
        taken = self._left if size < 0 else self._left[:size]
        self._left = self._left[len(taken) :]
        return taken


def seal(source: Source, target: Target, keys: Sequence[pyrage.x25519.Recipient]) -> Part:
    """Return what was sealed from `source` into `target`; raises what reading or writing raised."""
    plain, sealed = HashedSource(source), HashedTarget(target)
    try:
        pyrage.encrypt_io(plain, sealed, list(keys))
    except pyrage.EncryptError as error:
        raise (plain.failure or sealed.failure or OSError(str(error))) from error
    return Part(
        size=sealed.size, sha256=sealed.sha256, plain_size=plain.size, plain_sha256=plain.sha256
    )


def unseal(
    name: str, source: Source, target: Target, keys: Sequence[pyrage.x25519.Identity]
) -> Part:
    """Return what was opened from `source` into `target`; `name` is said in what is raised.

    Raises Damaged when it was changed or cut off, BackupRefused when no key fits, or what
    writing raised. What reached the target before that must not be used.
    """
    sealed, plain = HashedSource(source), HashedTarget(target)
    try:
        pyrage.decrypt_io(sealed, plain, list(keys))
    except (pyrage.DecryptError, OSError) as error:
        if plain.failure or sealed.failure:
            raise (plain.failure or sealed.failure or error) from error
        if "No matching keys" in str(error):
            raise BackupRefused("The identity does not open this backup: use its own.") from error
        raise Damaged([f"{name} does not open: it was changed or cut off"]) from error
    return Part(
        size=sealed.size, sha256=sealed.sha256, plain_size=plain.size, plain_sha256=plain.sha256
    )


def digest_of(file: Path) -> tuple[int, str]:
    """Return size and SHA-256 of a file, every byte read; OSError."""
    found, size = hashlib.sha256(), 0
    with file.open("rb") as opened:
        for piece in _pieces(opened):
            found.update(piece)
            size += len(piece)
    return size, found.hexdigest()


def _pieces(opened: Source) -> Iterator[bytes]:
    while piece := opened.read(_PIECE):
        yield piece

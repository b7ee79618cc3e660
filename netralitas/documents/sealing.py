"""A file under a password: a ZIP with AES-256, streamed piece by piece.

The same members under the same password are the same file, byte for byte: it can be made once for
its digest and once more to be sent, and is kept nowhere. Names and sizes show without the password.
"""

import stat
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from hashlib import sha256, shake_256
from itertools import count
from typing import Final

import stream_zip

_MODE: Final = stat.S_IFREG | 0o600
_DOMAIN: Final = b"netralitas sealed package\x00"
type_named = tuple[str, Iterable[bytes]]


def sealed_zip(
    members: Iterable[type_named], made_at: datetime, password: str, about: str
) -> Iterator[bytes]:
    """Yield the file with the members by name; `about` says of what it is, and of nothing else is.

    Blocks where the members do: call it from a thread.
    """
    return iter(
        stream_zip.stream_zip(
            ((name, made_at, _MODE, stream_zip.ZIP_32, content) for name, content in members),
            password=password,
            get_crypto_random=_chance(password, about),
        )
    )


def digest_of_sealed(pieces: Iterable[bytes]) -> str:
    """Return the SHA-256 of a sealed file in hexadecimal; nothing of it is kept."""
    found = sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


def _chance(password: str, about: str) -> Callable[[int], bytes]:
    """Return what gives each member a salt of its own: it follows from the password alone.

    The password has 95 bits of chance, so that nothing is learned of it from a salt.
    """
    numbers = count()

    def give(amount: int) -> bytes:
        place = f"{next(numbers)} {about} {password}".encode()
        return shake_256(_DOMAIN + place).digest(amount)

    return give

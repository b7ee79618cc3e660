"""The sealed file of a package: a ZIP under a password (AES-256), streamed piece by piece.

The same package under the same password is the same file, byte for byte: it can be made once for
its digest and once more to be sent, and is kept nowhere. What its list of contents shows without
the password, names of kinds and sizes, names nobody.
"""

import stat
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from hashlib import sha256, shake_256
from itertools import count
from typing import Final

import stream_zip

from netralitas.evidence.domain import extension
from netralitas.evidence.storage import Storage
from netralitas.referral.packages.domain import Manifest
from netralitas.referral.packages.manifests import in_words, read_manifest

_MODE: Final = stat.S_IFREG | 0o600
_DOMAIN: Final = b"netralitas sealed package\x00"
type_member = tuple[str, datetime, int, stream_zip.Method, Iterable[bytes]]


def sealed(
    manifest: bytes, digest: str, made_at: datetime, storage: Storage, password: str
) -> Iterator[bytes]:
    """Yield the sealed file: the manifest for machines and for people, then every paper.

    Blocks: call it from a thread. Raises FileLost when a paper is not there, StorageAway.
    """
    return iter(
        stream_zip.stream_zip(
            _members(manifest, digest, made_at, storage),
            password=password,
            get_crypto_random=_chance(password, digest),
        )
    )


def digest_of_sealed(pieces: Iterable[bytes]) -> str:
    """Return the SHA-256 of a sealed file in hexadecimal; nothing of it is kept."""
    found = sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


def member_names(manifest: Manifest) -> tuple[str, ...]:
    """Return how the papers are called in the file: by place and kind, as anybody may read."""
    return tuple(
        f"berkas/{place:02}-{paper.kind.replace('_', '-')}.{extension(paper.media_type)}"
        for place, paper in enumerate(manifest.papers, start=1)
    )


def _members(
    manifest: bytes, digest: str, made_at: datetime, storage: Storage
) -> Iterator[type_member]:
    read = read_manifest(manifest)
    text = in_words(read, digest).encode()
    yield _member("manifest.json", made_at, (manifest,))
    yield _member("manifest.txt", made_at, (text,))
    for name, paper in zip(member_names(read), read.papers, strict=True):
        yield _member(name, made_at, storage.pieces(paper.sha256))


def _member(name: str, made_at: datetime, content: Iterable[bytes]) -> type_member:
    return name, made_at, _MODE, stream_zip.ZIP_32, content


def _chance(password: str, digest: str) -> Callable[[int], bytes]:
    """Return what gives each member a salt of its own: it follows from the password alone.

    The password has 95 bits of chance, so that nothing is learned of it from a salt.
    """
    numbers = count()

    def give(amount: int) -> bytes:
        place = f"{next(numbers)} {digest} {password}".encode()
        return shake_256(_DOMAIN + place).digest(amount)

    return give

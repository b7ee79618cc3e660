"""Kept files in a backup: each sealed once, however many backups hold it."""

import hmac
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
import pyrage
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from netralitas.evidence.backing import Backing
from netralitas.evidence.domain import FileLost, Stored
from netralitas.evidence.storage import Storage
from netralitas.recovery.manifest import Object
from netralitas.recovery.place import Place, sync
from netralitas.recovery.refusals import Damaged
from netralitas.recovery.sealing import Pieces, Target, digest_of, seal, unseal

_KEY_BYTES: Final = 32
_INFO: Final = b"netralitas backup tags"
_KIND: Final = "application/octet-stream"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What was done with the kept files: all of them listed, `new` of them sealed just now.

    `missing` are the digests of those that the storage had not, or had changed.
    """

    listed: tuple[Object, ...]
    new: int
    new_bytes: int
    missing: tuple[str, ...]


class Tagging:
    """Names a kept file so that only this installation knows which it is.

    Its digest would tell anybody who has the same file that it is evidence here.
    """

    def __init__(self, secret: bytes) -> None:
        """Derive the key from the secret of the indexes (32 bytes)."""
        derived = HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=_INFO)
        self._key = derived.derive(secret)

    def tag(self, digest: str) -> str:
        """Return the tag of the file with this digest."""
        return hmac.digest(self._key, bytes.fromhex(digest), "sha256").hex()


def keep(
    place: Place,
    digests: Iterable[str],
    backing: Backing,
    tagging: Tagging,
    known: Mapping[str, Object],
    recipients: Sequence[pyrage.x25519.Recipient],
) -> Kept:
    """Hold that every file of `digests` lies sealed in the place; blocks.

    Those that an earlier backup has (`known`, by tag) are not read again. Raises StorageAway, and
    OSError of a full disk.
    """
    listed: list[Object] = []
    missing: list[str] = []
    new = new_bytes = 0
    for digest in digests:
        tag = tagging.tag(digest)
        found = known.get(tag)
        if found is None or not _lies_there(place, found):
            found = _sealed(place, digest, tag, backing, recipients)
            if found is None:
                missing.append(digest)
                continue
            new, new_bytes = new + 1, new_bytes + found.size
        listed.append(found)
    return Kept(listed=tuple(listed), new=new, new_bytes=new_bytes, missing=tuple(missing))


def _lies_there(place: Place, each: Object) -> bool:
    path = place.object(each.name)
    return path.is_file() and path.stat().st_size == each.size


def _sealed(
    place: Place,
    digest: str,
    tag: str,
    backing: Backing,
    recipients: Sequence[pyrage.x25519.Recipient],
) -> Object | None:
    """Seal one kept file under its name; None when the storage has not what was kept."""
    handle, name = tempfile.mkstemp(dir=place.incoming())
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            part = seal(Pieces(backing.pieces(digest)), target, recipients)
        if part.plain_sha256 != digest or digest_of(draft) != (part.size, part.sha256):
            return None
        sync(draft)
        path = place.object(part.sha256)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.replace(path)
        sync(path.parent)
    except FileLost:
        return None
    finally:
        draft.unlink(missing_ok=True)
    return Object(tag=tag, name=part.sha256, size=part.size)


def damage_of(place: Place, listed: Iterable[Object]) -> list[str]:
    """Return, a sentence each, the sealed files that are not what was written; every byte read."""
    found = []
    for each in listed:
        name = f"objects/{each.name[:2]}/{each.name}.age"
        try:
            size, sha256 = digest_of(place.object(each.name))
        except OSError:
            found.append(f"{name} is not there or cannot be read")
            continue
        if (size, sha256) != (each.size, each.name):
            found.append(f"{name} was changed or cut off")
    return found


def opened(
    place: Place, each: Object, target: Target, keys: Sequence[pyrage.x25519.Identity]
) -> str:
    """Return the digest of a kept file whose bytes are in `target` now; Damaged, BackupRefused."""
    name = f"objects/{each.name[:2]}/{each.name}.age"
    try:
        with place.object(each.name).open("rb") as source:
            part = unseal(name, source, target, keys)
    except FileNotFoundError as error:
        raise Damaged([f"{name} is not there"]) from error
    return part.plain_sha256


async def put_back(
    place: Place,
    listed: Iterable[Object],
    storage: Storage,
    keys: Sequence[pyrage.x25519.Identity],
    expected: Iterable[str],
) -> tuple[int, list[str]]:
    """Return how many files are in the storage again, and those of `expected` that are not.

    Raises Damaged with each that does not open.
    """
    missing, count = set(expected), 0
    damage: list[str] = []
    for each in listed:
        file, path = storage.new_file()
        try:
            with file:
                digest = opened(place, each, file, keys)
            if digest in missing:
                stored = Stored(digest=digest, size=path.stat().st_size, media_type=_KIND)
                await storage.backing.place(path, stored)
                missing.discard(digest)
                count += 1
        except Damaged as error:
            damage += error.damage
        finally:
            path.unlink(missing_ok=True)
    if damage:
        raise Damaged(damage)
    return count, sorted(missing)

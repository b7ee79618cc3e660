"""Whether a bundle in hand is whole: every digest, and the proof of its events.

Needs nothing of the database: who received a bundle checks it with this file alone, and with the
key of the log, as it is published, also that the head was signed by it.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from netralitas.audit.heads import BadHead, LogHead, Verifier, open_renamed, stated
from netralitas.audit.merkle import leaf_hash
from netralitas.audit.proofs import root_by_inclusion
from netralitas.cases.bundle.bag import MANIFEST, PAYLOAD, TAG_MANIFEST, read_manifest
from netralitas.cases.bundle.proof import Proof, Proved

PROOF: Final = f"{PAYLOAD}jejak-audit.json"
_CHUNK: Final = 1 << 20
_SMALL: Final = 64 << 20  # what is read whole: manifests and the proof


class NotABundle(ValueError):  # noqa: N818 - names what the file is
    """The file is no bundle at all; the message says why."""


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found: files that were compared, events that are proved, and what is wrong."""

    files: int
    proved: int
    waiting: int
    signed: bool
    problems: tuple[str, ...]


def check_bundle(path: Path, verifier: Verifier | None = None) -> Checked:
    """Return what is wrong with a bundle, if anything; NotABundle where it is none.

    `waiting` events were recorded after the last signed head. Without a `verifier` the head is
    taken as it is, and `signed` is False. Reads every byte.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            return _checked(_Bag(packed), verifier)
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError) as error:
        raise NotABundle(str(error)) from error


class _Bag:
    """The files of a bag by their path inside it."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        names = [info.filename for info in packed.infolist() if not info.is_dir()]
        folders = {name.partition("/")[0] for name in names}
        if len(folders) != 1 or len(set(names)) != len(names):
            raise NotABundle("it does not hold one folder of files, each once")
        self.packed = packed
        self.folder = folders.pop()
        self.paths = frozenset(name.partition("/")[2] for name in names)

    def read(self, path: str) -> bytes:
        info = self.packed.getinfo(f"{self.folder}/{path}")
        if info.file_size > _SMALL:
            raise NotABundle(f"{path} is too large")
        return self.packed.read(info)

    def digest(self, path: str) -> str:
        found = hashlib.sha256()
        with self.packed.open(f"{self.folder}/{path}") as file:
            while piece := file.read(_CHUNK):
                found.update(piece)
        return found.hexdigest()


def _checked(bag: _Bag, verifier: Verifier | None) -> Checked:
    proof = msgspec.json.decode(bag.read(PROOF), type=Proof)
    named = read_manifest(bag.read(MANIFEST)) | read_manifest(bag.read(TAG_MANIFEST))
    head, said = _head(proof, verifier)
    problems = (*_files(bag, named), *said, *_events(proof, head))
    return Checked(
        files=len(named),
        proved=sum(event.path is not None for event in proof.events),
        waiting=sum(event.path is None for event in proof.events),
        signed=verifier is not None and not said,
        problems=problems,
    )


def _files(bag: _Bag, named: dict[str, str]) -> Iterator[str]:
    for path in sorted(bag.paths - named.keys() - {TAG_MANIFEST}):
        yield f"{path}: no manifest names it"
    for path, digest in sorted(named.items()):
        if path not in bag.paths:
            yield f"{path}: missing"
        elif _digest_of(bag, path) != digest:
            yield f"{path}: not the bytes of its digest"


def _digest_of(bag: _Bag, path: str) -> str | None:
    """Return the digest of a file; None where the ZIP itself says that its bytes were changed."""
    try:
        return bag.digest(path)
    except (zipfile.BadZipFile, OSError, EOFError):
        return None


def _head(proof: Proof, verifier: Verifier | None) -> tuple[LogHead | None, tuple[str, ...]]:
    if proof.head is None:
        return None, ()
    try:
        return stated(proof.head) if verifier is None else open_renamed(proof.head, verifier), ()
    except BadHead as error:
        return None, (f"the signed head: {error}",)


def _events(proof: Proof, head: LogHead | None) -> Iterator[str]:
    for event in proof.events:
        said = _wrong(event, head)
        if said:
            yield f"event {event.event}: {said}"


def _wrong(event: Proved, head: LogHead | None) -> str | None:
    digest = bytes.fromhex(event.hash)
    if event.canonical is not None and hashlib.sha256(event.canonical.encode()).digest() != digest:
        return "its words are not those that were hashed"
    if event.path is None:
        return None
    if head is None or event.position is None:
        return "there is no head under which it could stand"
    path = [bytes.fromhex(each) for each in event.path]
    try:
        root = root_by_inclusion(leaf_hash(digest), event.position, head.size, path)
    except ValueError as error:
        return str(error)
    return None if root == head.root else "it does not stand in the log of the head"

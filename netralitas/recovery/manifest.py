"""What a backup says of itself: what is in it, and the signature of the installation over that."""

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from netralitas.audit import heads
from netralitas.audit.heads import BadHead, Verifier
from netralitas.recovery.refusals import Damaged
from netralitas.recovery.sealing import Part

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
DATABASE: Final = "database.age"
OBJECTS: Final = "objects.jsonl"
_HEADING: Final = "netralitas backup"


class Facts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a database held at one moment: rows of each table, the log, how far it was migrated.

    `head` is the last signed head, `published` the last that left the house; empty before the
    first. `first_event` is the hash of the first event, which no other installation has.
    """

    tables: dict[str, int]
    migrations: tuple[str, ...]
    server: int
    first_event: str
    leaves: int
    head: str
    published: str


class Listed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The list of kept files: its digest, how many there are, and how many bytes sealed."""

    sha256: str
    files: int
    size: int


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A backup: its name, when and by which program it was made, of whom, and its parts.

    `key` is the verifier key of the log, which says whose backup it is; `dumped_by` the major
    version of the program that dumped. `missing` counts files that
    the database knew and the storage did not have as they were kept.
    """

    format: int
    name: str
    made_at: str
    program: str
    key: str
    facts: Facts
    dumped_by: int
    database: Part
    files: Listed
    missing: int


class Object(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kept file, sealed: its name is the SHA-256 of the sealed bytes.

    `tag` says which file it is to whoever has the secret of the installation, and to nobody else.
    """

    tag: str
    name: str
    size: int


def write(folder: Path, manifest: Manifest, seed: bytes, log_name: str) -> None:
    """Write manifest and signature into `folder`."""
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    (folder / MANIFEST).write_bytes(text)
    signed = heads.sign_text(_signed(manifest.name, text), seed, log_name)
    (folder / SIGNATURE).write_text(signed, encoding="utf-8")


def read(folder: Path) -> Manifest:
    """Return the manifest of a backup, signed by whom it names; Damaged says what is wrong."""
    try:
        text, signature = (folder / MANIFEST).read_bytes(), (folder / SIGNATURE).read_bytes()
    except OSError as error:
        raise Damaged([f"{Path(error.filename).name} is not there or cannot be read"]) from error
    try:
        manifest = msgspec.json.decode(text, type=Manifest)
        verifier = heads.verifier_from(manifest.key)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise Damaged([f"{MANIFEST} is not as it was written"]) from error
    try:
        lines = heads.open_text(_as_signed(signature.decode()), verifier)
    except (BadHead, ValueError) as error:
        raise Damaged([f"{SIGNATURE} is not the signature of {verifier.name}"]) from error
    if lines != _signed(manifest.name, text):
        raise Damaged([f"{MANIFEST} is not the one that was signed"])
    if manifest.name != folder.name:
        raise Damaged([f"{MANIFEST} is that of the backup {manifest.name}"])
    return manifest


def of_us(manifest: Manifest, verifiers: Iterable[Verifier]) -> bool:
    """Say whether the installation that has or had one of these keys has made the backup."""
    return manifest.key in map(str, verifiers)


def objects_in(folder: Path) -> list[Object]:
    """Return the kept files of a backup; Damaged when the list cannot be read."""
    try:
        return msgspec.json.Decoder(Object).decode_lines((folder / OBJECTS).read_bytes())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged([f"{OBJECTS} is not there or not as it was written"]) from error


def proved_objects(folder: Path) -> list[Object]:
    """Return the kept files of a backup whose list is the one that was signed; Damaged else."""
    expected, listed = read(folder).files, objects_in(folder)
    if sha256_of((folder / OBJECTS).read_bytes()) != expected.sha256:
        raise Damaged([f"{folder.name}/{OBJECTS} was changed"])
    return listed


def sha256_of(text: bytes) -> str:
    """Return the SHA-256 of a text as the manifest states it."""
    return hashlib.sha256(text).hexdigest()


def _as_signed(note: str) -> str:
    """Return the note if its last line is written in the one way it can be; ValueError."""
    mark = note.rpartition(" ")[2]
    if base64.b64encode(base64.b64decode(mark.removesuffix("\n"), validate=True)) + b"\n" != (
        mark.encode()
    ):
        raise ValueError("base64 of another form")
    return note


def _signed(name: str, text: bytes) -> str:
    return f"{_HEADING}\n{name}\n{sha256_of(text)}\n"

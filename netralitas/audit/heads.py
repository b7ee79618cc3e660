"""Signed heads of the log: C2SP signed notes with Ed25519, readable by anybody's tools.

netralitas            origin: the name of the log
1204                  leaves
q8N…=                 root, base64

— netralitas Az3grl…  base64 of the key's 4-byte id and the signature over the lines above
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519: Final = b"\x01"
_ID_BYTES: Final = 4
_HASH_BYTES: Final = 32
_KEY_BYTES: Final = 32


class BadHead(ValueError):  # noqa: N818 - names what the note is
    """The note is not a head, or nobody we know has signed it; the message says which."""


class LogHead(msgspec.Struct, frozen=True, kw_only=True):
    """How many leaves the log `origin` has, and the root over them."""

    origin: str
    size: int
    root: bytes


class Verifier(msgspec.Struct, frozen=True, kw_only=True):
    """A name and its public key: whose signature on a head is believed."""

    name: str
    public: bytes

    def __str__(self) -> str:
        """Return the verifier key in the form that is published: name, id and key."""
        key = base64.b64encode(_ED25519 + self.public).decode()
        return f"{self.name}+{self.key_id.hex()}+{key}"

    @property
    def key_id(self) -> bytes:
        """Return the four bytes by which a signature names its key."""
        named = self.name.encode() + b"\n" + _ED25519 + self.public
        return hashlib.sha256(named).digest()[:_ID_BYTES]


def open_renamed(note: str, verifier: Verifier) -> LogHead:
    """Return the head of a note under the name of `verifier`, or one that its log got later.

    A log that was restored is called by its first name, "-" and a number, and keeps its key. Raises
    BadHead.
    """
    origin = stated(note).origin
    number = origin.removeprefix(f"{verifier.name}-")
    if number != origin and number.isascii() and number.isdecimal():
        verifier = Verifier(name=origin, public=verifier.public)
    return open_note(note, verifier)


class Names:
    """The key under each name that the log has had: whose heads are believed."""

    def __init__(self, verifiers: Sequence[Verifier]) -> None:
        """`verifiers` are those of every name of the log, the first one first."""
        self._known = {verifier.name: verifier for verifier in verifiers}
        self.first = verifiers[0]

    def open(self, note: str) -> LogHead:
        """Return the head of a note under any of the names; BadHead."""
        return open_note(note, self._known.get(stated(note).origin, self.first))


def verifier_of(seed: bytes, name: str) -> Verifier:
    """Return the public half of the key that `seed` (32 bytes) makes.

    Raises ValueError for a name that a signature line cannot carry.
    """
    if not name or "+" in name or any(character.isspace() for character in name):
        raise ValueError("the name of a log has neither spaces nor +")
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    return Verifier(name=name, public=public)


def verifier_from(text: str) -> Verifier:
    """Return the verifier that `text`, as published, stands for; ValueError when it is none."""
    name, _, rest = text.strip().partition("+")
    verifier = Verifier(name=name, public=_decoded(rest.partition("+")[2])[1:])
    if len(verifier.public) != _KEY_BYTES or str(verifier) != text.strip():
        raise ValueError("this is not the verifier key of a log")
    return verifier


def sign(head: LogHead, seed: bytes, name: str) -> str:
    """Return `head` as a note signed under `name` with the key that `seed` (32 bytes) makes."""
    root = base64.b64encode(head.root).decode()
    return sign_text(f"{head.origin}\n{head.size}\n{root}\n", seed, name)


def sign_text(text: str, seed: bytes, name: str) -> str:
    """Return lines, each ended by "\\n" and none empty, as a note signed as `sign` does."""
    verifier = verifier_of(seed, name)
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(text.encode())
    line = base64.b64encode(verifier.key_id + signature).decode()
    return f"{text}\n— {name} {line}\n"


def countersigned(note: str, seed: bytes, name: str) -> str:
    """Return a note with one more signature below it, made as `sign_text` does."""
    signed = sign_text(_parted(note)[0], seed, name)
    return note + _parted(signed)[1]


def open_note(note: str, verifier: Verifier) -> LogHead:
    """Return the head that `note` states and `verifier` has signed; others may have signed too.

    Raises BadHead.
    """
    return _head(open_text(note, verifier))


def open_text(note: str, verifier: Verifier) -> str:
    """Return the lines that `verifier` has signed; BadHead when that is not so."""
    text, lines = _parted(note)
    marks = [line.removeprefix(f"— {verifier.name} ") for line in lines.splitlines()]
    if not any(_signed(text, _decoded(mark), verifier) for mark in marks):
        raise BadHead(f"the note is not signed by {verifier.name} with the key of this log")
    return text


def stated(note: str) -> LogHead:
    """Return the head that `note` states, whoever signed it; BadHead where it states none."""
    return _head(_parted(note)[0])


def _parted(note: str) -> tuple[str, str]:
    """Return what is signed, and the lines of the signatures."""
    text, separator, lines = note.rpartition("\n\n")
    if not separator:
        raise BadHead("the note has no signature")
    return text + "\n", lines


def _signed(text: str, mark: bytes, verifier: Verifier) -> bool:
    if mark[:_ID_BYTES] != verifier.key_id:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(verifier.public).verify(mark[_ID_BYTES:], text.encode())
    except InvalidSignature:
        return False
    return True


def _head(text: str) -> LogHead:
    """Return what the signed lines say; further lines after the third are allowed."""
    origin, size, root, *_ = (*text.split("\n"), "", "")
    digest = _decoded(root)
    if not (size.isascii() and size.isdecimal()) or len(digest) != _HASH_BYTES:
        raise BadHead("the note does not state the size and the root of a log")
    return LogHead(origin=origin, size=int(size), root=digest)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""

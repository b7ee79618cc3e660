"""Sealing of personal data: AES-256-GCM under a named key, bound to the place where it belongs."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12


class Purpose(StrEnum):
    """What a key is for. Each purpose has its own key, derived from the one secret."""

    IDENTITY = "identity"
    NIP = "nip"
    RECEIPT = "receipt"
    DRAFT = "draft"
    SECOND_FACTOR = "second factor"
    INBOX = "inbox"
    WEBHOOK = "webhook"
    PARTNER = "partner"
    SIGN_IN = "sign-in"


class SealError(Exception):
    """Something sealed cannot be opened."""


class UnknownKeyError(SealError):
    """It was sealed under a key that the settings do not hold."""


class TamperedError(SealError):
    """Wrong key, changed bytes, or moved here from another place: the three look the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """Ciphertext with its authentication tag, the nonce and the name of its key."""

    key_id: str
    nonce: bytes
    ciphertext: bytes

    def pack(self) -> bytes:
        """Return all three as one string of bytes, for a single column."""
        name = self.key_id.encode()
        return bytes((len(name),)) + name + self.nonce + self.ciphertext

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """Return what `pack` made; TamperedError when it cannot have made it."""
        end = 1 + packed[0] if packed else 1
        name, nonce = packed[1:end], packed[end : end + NONCE_BYTES]
        if len(nonce) < NONCE_BYTES or not name.isascii():
            raise TamperedError("this was not sealed here")
        return cls(key_id=name.decode(), nonce=nonce, ciphertext=packed[end + NONCE_BYTES :])


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The keys of one purpose by name: `current` seals, all of them open.

    Rotation: add a key, make it current, `reseal` what is stored, then remove the old one.
    """

    current: str
    known: Mapping[str, bytes] = field(repr=False)

    def __post_init__(self) -> None:
        """Hold that the current key is there and that each is 32 bytes; else ValueError."""
        if self.current not in self.known:
            raise ValueError(f"there is no key {self.current!r}")
        for name, key in self.known.items():
            if len(key) != KEY_BYTES or not name.isascii() or not 0 < len(name) < 256:
                raise ValueError(f"key {name!r} must have a short ASCII name and {KEY_BYTES} bytes")

    @classmethod
    def derive(cls, purpose: Purpose, current: str, masters: Mapping[str, bytes]) -> Self:
        """Return the keys of `purpose` that follow from the secrets of the settings, by HKDF."""
        known = {name: _derived(master, purpose) for name, master in masters.items()}
        return cls(current=current, known=known)

    def seal(self, plain: bytes, place: bytes) -> Sealed:
        """Return `plain` sealed under the current key; it opens at the same `place` only."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        key = AESGCM(self.known[self.current])
        ciphertext = key.encrypt(nonce, plain, _bound(self.current, place))
        return Sealed(key_id=self.current, nonce=nonce, ciphertext=ciphertext)

    def open(self, sealed: Sealed, place: bytes) -> bytes:
        """Return what was sealed at `place`; raises UnknownKeyError or TamperedError."""
        key = self.known.get(sealed.key_id)
        if key is None:
            raise UnknownKeyError(f"sealed under key {sealed.key_id!r}, which the settings lack")
        try:
            return AESGCM(key).decrypt(
                sealed.nonce, sealed.ciphertext, _bound(sealed.key_id, place)
            )
        except (InvalidTag, ValueError) as error:
            raise TamperedError("sealed under another key, changed, or moved") from error

    def reseal(self, sealed: Sealed, place: bytes) -> Sealed:
        """Return the same secret under the current key; raises like `open`."""
        return self.seal(self.open(sealed, place), place)


def _derived(master: bytes, purpose: Purpose) -> bytes:
    info = f"netralitas {purpose.value}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(master)


def _bound(key_id: str, place: bytes) -> bytes:
    return key_id.encode() + b"\x00" + place

"""Sealing between the public door and an office: what follows from a code, what an office opens.

A draft has a random data key. It is wrapped under the code of its writer while they write, and
sealed to the key of the office when they send. What the office answers is sealed to the mailbox
that follows from the code. Pure but for the chance in keys and nonces.
"""

import secrets
from dataclasses import dataclass, field
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from netralitas.intake import codes
from netralitas.vault.cipher import KEY_BYTES, NONCE_BYTES, Keys, TamperedError, UnknownKeyError

_WRAPPING: Final = b"netralitas door wrapping"
_MAILBOX: Final = b"netralitas door mailbox"
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_WRONG: Final = "sealed under another key, changed, or moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeKeys:
    """What follows from a code: the key that wraps a draft's data key, and a mailbox."""

    _wrapping: bytes = field(repr=False)
    _mailbox: X25519PrivateKey = field(repr=False)

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the keys of a code, however it is typed."""
        plain = codes.normalise(code).encode(errors="replace")
        return cls(
            _wrapping=_derived(plain, _WRAPPING),
            _mailbox=X25519PrivateKey.from_private_bytes(_derived(plain, _MAILBOX)),
        )

    def wrap(self, data_key: bytes, digest: bytes) -> bytes:
        """Return the data key of the draft `digest`, sealed under the code."""
        return seal(self._wrapping, data_key, digest)

    def unwrap(self, wrapped: bytes, digest: bytes) -> bytes:
        """Return the data key of the draft `digest`; TamperedError for another code or draft."""
        return open_sealed(self._wrapping, wrapped, digest)

    @property
    def mailbox_public(self) -> bytes:
        """The 32 bytes to which answers are sealed."""
        return self._mailbox.public_key().public_bytes_raw()

    def open_mail(self, sealed: bytes, place: bytes = b"") -> bytes:
        """Return what was sealed to the mailbox at `place`; TamperedError for another's mail."""
        return _opened(self._mailbox, sealed, place)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKeys:
    """The key pairs to which reports are sealed: they follow from the keys of Purpose.INBOX."""

    keys: Keys

    @property
    def current_id(self) -> str:
        """The name of the pair to which new reports are sealed."""
        return self.keys.current

    def public_key(self, key_id: str | None = None) -> bytes:
        """Return the 32 public bytes of a pair, the current one by default; UnknownKeyError."""
        return self._private(key_id or self.current_id).public_key().public_bytes_raw()

    def open(self, key_id: str, sealed: bytes, place: bytes = b"") -> bytes:
        """Return what was sealed at `place` to that pair; UnknownKeyError or TamperedError."""
        return _opened(self._private(key_id), sealed, place)

    def _private(self, key_id: str) -> X25519PrivateKey:
        raw = self.keys.known.get(key_id)
        if raw is None:
            raise UnknownKeyError(f"sealed to key {key_id!r}, which the settings lack")
        return X25519PrivateKey.from_private_bytes(raw)


def new_data_key() -> bytes:
    """Return 32 bytes of chance, the key of one draft with its files."""
    return secrets.token_bytes(KEY_BYTES)


def seal(data_key: bytes, plain: bytes, place: bytes) -> bytes:
    """Return `plain` under a data key, nonce in front; it opens at the same `place` only."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(data_key).encrypt(nonce, plain, place)


def open_sealed(data_key: bytes, sealed: bytes, place: bytes) -> bytes:
    """Return what was sealed at `place` under the data key; raises TamperedError."""
    nonce, ciphertext = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return AESGCM(data_key).decrypt(nonce, ciphertext, place)
    except (InvalidTag, ValueError) as error:
        raise TamperedError(_WRONG) from error


def seal_to(public_key: bytes, plain: bytes, place: bytes = b"") -> bytes:
    """Return `plain` sealed to whoever has the private half of a key of 32 bytes, at `place`."""
    return _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(public_key), info=place)


def packed(key_id: str, sealed: bytes) -> bytes:
    """Return what was sealed to a key of the office, with the name of that key in front."""
    name = key_id.encode()
    return bytes((len(name),)) + name + sealed


def unpacked(kept: bytes) -> tuple[str, bytes]:
    """Return the name of the key and what is sealed to it."""
    end = 1 + kept[0]
    return kept[1:end].decode(errors="replace"), kept[end:]


def content_place(digest: bytes) -> bytes:
    """Return the place of the answers of a draft."""
    return b"content " + digest


def label_place(digest: bytes, ordinal: int) -> bytes:
    """Return the place of the name of a file."""
    return b"label " + digest + ordinal.to_bytes(2)


def piece_place(digest: bytes, ordinal: int, place: int) -> bytes:
    """Return the place of one piece of a file."""
    return b"piece " + digest + ordinal.to_bytes(2) + place.to_bytes(4)


def report_place(digest: bytes) -> bytes:
    """Return the place of the data key of a report, sealed to its office."""
    return b"report " + digest


def message_place(digest: bytes) -> bytes:
    """Return the place of a message between the office and whoever holds the code of `digest`."""
    return b"message " + digest


def acknowledgement_place(digest: bytes) -> bytes:
    """Return the place of what a receiver outside writes under the code of `digest`."""
    return b"acknowledgement " + digest


def attendance_place(digest: bytes, token: str) -> bytes:
    """Return the place of what a phone says on the page of the room `token`."""
    return b"attendance " + digest + token.encode()


def _derived(code: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(code)


def _opened(private: X25519PrivateKey, sealed: bytes, place: bytes) -> bytes:
    try:
        return _SUITE.decrypt(sealed, private, info=place)
    except (InvalidTag, ValueError) as error:
        raise TamperedError(_WRONG) from error

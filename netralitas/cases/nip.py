"""The number of a civil servant: encrypted, with a keyed digest to find it and its last digits."""

import hmac
from dataclasses import dataclass, field
from typing import Final

from netralitas.cases.domain import SealedNip
from netralitas.vault.cipher import Keys, Sealed

_SHOWN: Final = 4


def seal_nip(nip: str, keys: Keys, index_secret: bytes) -> SealedNip:
    """Return what is kept of `nip`, whose separators do not count."""
    digits = _digits(nip)
    digest = nip_digest(nip, index_secret)
    sealed = keys.seal(digits.encode(), place(digest))
    return SealedNip(cipher=sealed.pack(), digest=digest, last4=digits[-_SHOWN:])


def open_nip(cipher: bytes, digest: bytes, keys: Keys) -> str:
    """Return the 18 digits; SealError when they were sealed otherwise or for another digest."""
    return keys.open(Sealed.unpack(cipher), place(digest)).decode()


def nip_digest(nip: str, index_secret: bytes) -> bytes:
    """Return the 32 bytes by which exactly this number is found: equal numbers, equal digests.

    HMAC-SHA256 under a secret of the settings: without it, nobody can try numbers.
    """
    return hmac.digest(index_secret, b"nip " + _digits(nip).encode(), "sha256")


def _digits(nip: str) -> str:
    if len(nip) == 18 and nip.isascii() and nip.isdigit():  # most come without separators
        return nip
    digits = "".join(character for character in nip if character in "0123456789")
    if len(digits) != 18:
        raise ValueError("a NIP has 18 digits")
    return digits


def place(digest: bytes) -> bytes:
    """Return where a number belongs: beside the digest by which it is found."""
    return b"nip " + digest


@dataclass(frozen=True, slots=True, kw_only=True)
class NipSealer:
    """Seals and opens NIPs with the keys of this installation."""

    keys: Keys
    secret: bytes = field(repr=False)

    def seal(self, nip: str) -> SealedNip:
        """Return what is kept of `nip`."""
        return seal_nip(nip, self.keys, self.secret)

    def digest(self, nip: str) -> bytes:
        """Return the bytes by which exactly this number is found."""
        return nip_digest(nip, self.secret)

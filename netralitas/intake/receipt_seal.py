"""The seal of a receipt: what it says, and the promise that its code alone opens. Pure.

What a receipt says are lines in UTF-8, each ended by "\\n": a heading, number, office, moment in
UTC, kind, the digest of each file, and "isi" with the HMAC-SHA256 of what was written, where it was
written here. The promise is HMAC-SHA256 of the lines. Both are under the receipt's salt, which
follows from the code: whoever has no code can neither guess what was promised nor promise another.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from netralitas.intake import codes

_HEADING: Final = "netralitas tanda terima 1"
_CONTENT: Final = "isi "
_SALT_BYTES: Final = 32
_INFO: Final = b"netralitas receipt salt"

SEAL: Final = "INSERT INTO inbox.receipt_seal (digest, said, promise) VALUES ($1, $2, $3)"
"""Puts a seal beside the digest of its code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a receipt says. `content` are the bytes of what was written, None at the desk."""

    number: str
    office: str
    sent_at: datetime
    kind: str
    files: Sequence[bytes] = ()
    content: bytes | None = field(default=None, repr=False)

    def lines(self) -> tuple[str, ...]:
        """Return the lines that are printed as the digest of the receipt."""
        moment = self.sent_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        listed = (digest.hex() for digest in self.files)
        return (_HEADING, self.number, self.office, moment, self.kind, *listed)

    def said(self, salt: bytes) -> str:
        """Return what is sealed under a salt."""
        written = []
        if self.content is not None:
            written = [_CONTENT + hmac.digest(salt, self.content, "sha256").hex()]
        return _ended([*self.lines(), *written])


def digest_of(receipt: Receipt) -> str:
    """Return the SHA-256 of the lines of a receipt in hexadecimal, as it is printed on it."""
    return hashlib.sha256(_ended(receipt.lines()).encode()).hexdigest()


def receipt_salt(code: str) -> bytes:
    """Return the 32 bytes that follow from a code, however typed, and open its seal."""
    plain = codes.normalise(code).encode(errors="replace")
    return HKDF(algorithm=SHA256(), length=_SALT_BYTES, salt=None, info=_INFO).derive(plain)


def promise_of(salt: bytes, said: str) -> bytes:
    """Return the 32 bytes that bind the log to what a receipt says."""
    return hmac.digest(salt, said.encode(), "sha256")


def says_the_same(said: str, receipt: Receipt) -> bool:
    """Say whether what was sealed is this receipt; its office may have another name by now."""
    sealed = [line for line in said.splitlines() if not line.startswith(_CONTENT)]
    lines = list(receipt.lines())
    return sealed[:2] + sealed[3:] == lines[:2] + lines[3:]


def _ended(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)

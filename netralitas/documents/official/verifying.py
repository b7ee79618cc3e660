"""How a paper in hand is known again: by the digest of its code, by that of its bytes. Pure."""

from hashlib import sha256
from typing import Final

from netralitas.intake import codes

_DOMAIN: Final = b"netralitas paper code\x00"


def code_digest(code: str) -> bytes:
    """Return the 32 bytes by which a code, however typed, is found.

    A code has 95 bits of chance, so its digest needs no secret: nobody tries them all.
    """
    return sha256(_DOMAIN + codes.normalise(code).encode(errors="replace")).digest()

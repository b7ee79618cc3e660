"""Proof of work: a device shows that it took some trouble, without anybody else being asked.

The task follows from the draft and the time under the secret of receipts, so that nothing is kept.
"""

import hmac
from hashlib import sha256
from typing import Final

BITS: Final = 17
"""How many leading zero bits are wanted: some 130,000 tries, a second on a cheap telephone."""

_LASTS: Final = 4 * 60 * 60  # seconds: whoever reads slowly is not punished
_DOMAIN: Final = b"netralitas proof\x00"
_LONGEST: Final = 20  # digits


def task(digest: bytes, secret: bytes, now: int) -> str:
    """Return the task for a draft, set at `now` in seconds: a moment and its seal."""
    return f"{now}.{_seal(digest, secret, str(now))}"


def solved(text: str, number: str, digest: bytes, secret: bytes, now: int) -> bool:
    """Say whether `number` solves a task that was set for this draft not too long ago."""
    moment, _, seal = text.partition(".")
    if not (moment.isdecimal() and moment.isascii() and len(moment) <= _LONGEST):
        return False
    if not (number.isdecimal() and number.isascii() and len(number) <= _LONGEST):
        return False
    ours = _seal(digest, secret, moment)
    if not hmac.compare_digest(seal.encode(errors="replace"), ours.encode()):
        return False
    return 0 <= now - int(moment) <= _LASTS and zero_bits(f"{text}.{number}") >= BITS


def zero_bits(text: str) -> int:
    """Return how many bits of SHA-256 of a text are zero before the first that is not."""
    return 256 - int.from_bytes(sha256(text.encode()).digest()).bit_length()


def _seal(digest: bytes, secret: bytes, moment: str) -> str:
    return hmac.new(secret, _DOMAIN + digest + moment.encode(), "sha256").hexdigest()[:32]

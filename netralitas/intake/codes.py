"""The secret code of a receipt: made from chance, read as people type it, known by its digest.

Nineteen characters of chance and one that checks them, of Crockford's alphabet, which has no I, L,
O and U. Pure: chance comes from the caller.
"""

import hmac
import re
from functools import reduce
from typing import Final

CHANCE_BYTES: Final = 12
"""How many random bytes a code is made of; 95 of their 96 bits stand in it."""

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The characters of a code; O, I and L are read as 0 and 1, U is never there."""
_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}
LENGTH: Final = 20
"""How many characters a code has, without the hyphens."""
_GROUP: Final = 4
_READ_AS: Final = str.maketrans("OIL", "011")
_FILLING: Final = re.compile(r"[\s.\-\u2010-\u2015\u2212]+")
_DOMAIN: Final = b"netralitas receipt code\x00"
_PACKAGE: Final = b"netralitas package code\x00"


def make(chance: bytes) -> str:
    """Return the code of 12 random bytes, as it is printed: K7QX-2M4P-…; ValueError for others."""
    if len(chance) != CHANCE_BYTES:
        raise ValueError(f"a code is made of {CHANCE_BYTES} random bytes")
    number = int.from_bytes(chance) >> 1
    characters = [ALPHABET[(number >> 5 * place) & 31] for place in range(LENGTH - 1)]
    code = "".join(characters)
    return in_groups(code + ALPHABET[_times_two(_remainder(code))])


def normalise(text: str) -> str:
    """Return a code without its hyphens and spaces, in capitals, with 0 and 1 for O, I and L."""
    return _FILLING.sub("", text).upper().translate(_READ_AS)


def is_well_formed(code: str) -> bool:
    """Say whether a code, however typed, can be one: one wrong or two swapped characters cannot."""
    plain = normalise(code)
    return len(plain) == LENGTH and set(plain) <= set(ALPHABET) and _remainder(plain) == 0


def in_groups(code: str) -> str:
    """Return a code, however typed, as it is printed."""
    plain = normalise(code)
    return "-".join(plain[at : at + _GROUP] for at in range(0, len(plain), _GROUP))


def digest(code: str, secret: bytes) -> bytes:
    """Return the 32 bytes by which a code, however typed, is found: HMAC-SHA256 under `secret`.

    Without the secret nobody can tell from the database whether a code belongs to a case.
    """
    return hmac.digest(secret, _DOMAIN + normalise(code).encode(errors="replace"), "sha256")


def package_digest(code: str, secret: bytes) -> bytes:
    """Return the 32 bytes by which a package is found by its code, never those of a receipt."""
    return hmac.digest(secret, _PACKAGE + normalise(code).encode(errors="replace"), "sha256")


def _remainder(plain: str) -> int:
    """Return the value of the characters as a polynomial at 2, in the field of 32 elements.

    Zero for a whole code. Two is a generator of that field, so that no single change and no
    exchange of two characters leaves it at zero.
    """
    return reduce(lambda found, character: _times_two(found) ^ _VALUES[character], plain, 0)


def _times_two(value: int) -> int:
    """Return twice `value` modulo x^5 + x^2 + 1."""
    doubled = value << 1
    return doubled ^ 0b100101 if doubled & 32 else doubled

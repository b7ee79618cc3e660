"""Passwords: Argon2id, computed in a thread, never more than two at a time."""

import secrets
from functools import partial
from typing import Final

from anyio import CapacityLimiter, to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from netralitas.accounts.domain import Problem
from netralitas.accounts.guessed import is_guessed_first

MINIMUM_LENGTH: Final = 12
"""Length is what makes a password hard to guess; nothing is asked about kinds of characters."""

MAXIMUM_LENGTH: Final = 1024

_HASHER: Final = PasswordHasher()  # the library's defaults: 64 MiB, 3 passes, 4 lanes
_AT_ONCE: Final = CapacityLimiter(2)  # each takes the hasher's memory: 128 MiB at the most

# The hash of a secret that was thrown away, with today's parameters: an unknown login costs what a
# known one does. A test fails when the parameters move and this line does not.
_OF_NOBODY: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4$"
    "rKIsRdIkpL6AN+sVegRcCg$SczSw2vtBOO6tJzJ2qRWMHdcMPCDhgsbrEnQmM+QZgk"
)

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike


async def hashed(password: str) -> str:
    """Return the Argon2id hash of a password, with its salt and parameters."""
    return await to_thread.run_sync(_HASHER.hash, _bytes(password), limiter=_AT_ONCE)


async def matches(stored: str | None, password: str) -> bool:
    """Return whether the password is the stored one; the work is the same when nothing is stored.

    `stored` is None for an unknown login and for accounts that cannot sign in.
    """
    check = partial(_matches, stored or _OF_NOBODY, _bytes(password))
    found = await to_thread.run_sync(check, limiter=_AT_ONCE)
    return found and stored is not None


def outdated(stored: str) -> bool:
    """Return whether a hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(stored)


def problem_with(password: str) -> Problem | None:
    """Return what speaks against a new password: its length, or that it is guessed first."""
    if len(password) < MINIMUM_LENGTH:
        return Problem.PASSWORD_SHORT
    if len(password) > MAXIMUM_LENGTH:
        return Problem.PASSWORD_LONG
    return Problem.GUESSED_FIRST if is_guessed_first(password) else None


def generated() -> str:
    """Return a new password of four groups of four letters and digits (79 bits), easy to read."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def _matches(stored: str, password: bytes) -> bool:
    try:
        return _HASHER.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def _bytes(password: str) -> bytes:
    # A browser may send half of a surrogate pair; it is a wrong password, not a fault.
    return password.encode("utf-8", "surrogatepass")

"""Secret addresses of calendars: what is in the address, and what the database knows of it."""

from hashlib import sha256
from typing import Final

_SUFFIX: Final = ".ics"


def digest_of(token: str) -> bytes:
    """Return what is kept of a token: SHA-256, which is enough for 32 random bytes."""
    return sha256(token.encode()).digest()


def address_of(base_url: str, token: str) -> str:
    """Return the address that a calendar subscribes to."""
    return f"{base_url}/kalender/{token}{_SUFFIX}"


def token_in(name: str) -> str | None:
    """Return the token in the last part of an address, None when it does not end as ours do."""
    token = name.removesuffix(_SUFFIX)
    return token if token != name else None

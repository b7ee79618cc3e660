"""Recovery codes: ten for the day on which a device is lost, known by keyed digests only."""

import hmac
import secrets
from hashlib import sha256
from typing import Final

from netralitas.settings import Settings

HOW_MANY: Final = 10

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
_GROUPS: Final = 3
_GROUP: Final = 4


def new_codes() -> tuple[str, ...]:
    """Return ten codes of three groups of four letters and digits: 59 bits each."""
    return tuple(_code() for _ in range(HOW_MANY))


def digest_of(code: str, settings: Settings) -> bytes:
    """Return what the database knows of a code, however it is typed: spaces, dashes, capitals."""
    plain = "".join(letter for letter in code.casefold() if letter.isalnum())
    key = settings.secret("index")
    message = f"recovery code\0{plain}".encode("utf-8", "surrogatepass")
    return hmac.new(key, message, sha256).digest()


def _code() -> str:
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)

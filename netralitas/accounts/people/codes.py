"""One-time codes: worked out from the request with a secret of the installation, never stored."""

import hmac
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from netralitas.settings import Settings

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
_GROUPS: Final = 5
_LONG: Final = 4


def code_of(request: int, confirmed_at: datetime, settings: Settings) -> str:
    """Return the code of a request that was confirmed at a moment: five groups of four.

    Whoever has the secret can work it out again, so that the worker can mail it; the database
    alone says nothing of it. 20 of 31 letters are 99 bits.
    """
    seed = f"account code\0{request}\0{confirmed_at.astimezone(UTC).isoformat()}".encode()
    number = int.from_bytes(hmac.new(settings.secret("index"), seed, sha256).digest())
    letters = []
    for _ in range(_GROUPS * _LONG):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    text = "".join(letters)
    return "-".join(text[at : at + _LONG] for at in range(0, len(text), _LONG))


def digest_of(typed: str, settings: Settings) -> bytes:
    """Return the keyed digest of a code as it was typed: spaces, dashes and capitals do not count.

    Whatever is typed has one.
    """
    plain = "".join(sign for sign in typed.casefold() if sign.isalnum())
    text = f"account code digest\0{plain}".encode("utf-8", "surrogatepass")
    return hmac.new(settings.secret("index"), text, sha256).digest()

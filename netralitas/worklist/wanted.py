"""What is looked for, and how it travels in an address without being readable there.

Whoever searches types names and NIPs, and an address ends up in histories, bookmarks, logs of
proxies and on other people's screens. A result page that answers the POST itself would keep them
out of it, but the browser's back button would then ask to send the form again. So the words are
sealed: the POST leads to an address that only this installation can read and only the same officer
can use. Back, reload and bookmarks work as everywhere else.
"""

import base64
import binascii
import re
from typing import Final

from netralitas.vault.cipher import Keys, Sealed, SealError

LONGEST: Final = 200
_NIP_DIGITS: Final = 18
_SEPARATORS: Final = re.compile(r"[\s.\-]")


def nip_in(typed: str) -> str | None:
    """Return the 18 digits when what was typed is a NIP, with or without spaces."""
    digits = _digits(typed)
    return digits if len(digits) == _NIP_DIGITS else None


def looks_like_a_wrong_nip(typed: str) -> bool:
    """Say whether this is a long row of digits that is no NIP; case numbers have letters."""
    return 12 <= len(_digits(typed)) != _NIP_DIGITS


def seal(typed: str, keys: Keys, officer: int) -> str:
    """Return what was typed, sealed for an address: it opens for this officer only."""
    packed = keys.seal(typed.encode(), _place(officer)).pack()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def unseal(ticket: str, keys: Keys, officer: int) -> str | None:
    """Return what was typed, None when the text was changed or sealed for somebody else."""
    try:
        packed = base64.b64decode(ticket.encode("ascii") + b"==", altchars=b"-_")
        return keys.open(Sealed.unpack(packed), _place(officer)).decode()
    except (ValueError, binascii.Error, SealError):
        return None


def _digits(typed: str) -> str:
    """Return the digits of a text that consists of digits and separators, else nothing."""
    bare = _SEPARATORS.sub("", typed)
    return bare if bare.isascii() and bare.isdigit() else ""


def _place(officer: int) -> bytes:
    return f"search {officer}".encode()

"""What is looked for, as it travels in an address: sealed, for one officer.

Names and numbers of people would else stay in histories and logs; and a page that answers the form
itself could not be loaded again.
"""

import base64
import binascii

from netralitas.vault.cipher import Keys, Sealed, SealError


def seal_search(typed: str, keys: Keys, officer: int) -> str:
    """Return what was typed, sealed for an address: it opens for this officer only."""
    packed = keys.seal(typed.encode(), _place(officer)).pack()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def unseal_search(ticket: str, keys: Keys, officer: int) -> str | None:
    """Return what was typed, None when the text was changed or sealed for somebody else."""
    try:
        packed = base64.b64decode(ticket.encode("ascii") + b"==", altchars=b"-_")
        return keys.open(Sealed.unpack(packed), _place(officer)).decode()
    except (ValueError, binascii.Error, SealError):
        return None


def _place(officer: int) -> bytes:
    return f"staff search {officer}".encode()

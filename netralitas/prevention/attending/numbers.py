"""What is kept of the number of somebody who was present."""

from typing import Final

from netralitas.cases.nip import NipSealer
from netralitas.prevention.attending.domain import Nip

_SHOWN: Final = 4


def kept_nip(nip: str, sealer: NipSealer) -> Nip:
    """Return the keyed digest and the last four of 18 digits."""
    return Nip(digest=sealer.digest(nip), last=nip[-_SHOWN:])

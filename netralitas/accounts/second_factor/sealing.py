"""The secret of a person's codes under a key: bound to the person, and on offer to a session."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from netralitas.vault.cipher import Keys, Sealed, TamperedError


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorSealer:
    """Seals and opens secrets of second factors with the keys of this installation."""

    keys: Keys

    def seal(self, secret: str, officer: int) -> Sealed:
        """Return the secret sealed; it opens for this officer only."""
        return self.keys.seal(secret.encode(), place(officer))

    def open(self, sealed: Sealed, officer: int) -> str:
        """Return the secret of an officer; raises SealError."""
        return self.keys.open(sealed, place(officer)).decode()

    def offer(self, secret: str, session: bytes) -> str:
        """Return a new secret as a form carries it until a code of it is typed.

        So nothing is stored before the device has proved that it has the secret. It opens in the
        session `session` (its digest) only.
        """
        sealed = self.keys.seal(secret.encode(), _offered(session))
        return urlsafe_b64encode(sealed.pack()).decode()

    def accept(self, offer: str, session: bytes) -> str:
        """Return the secret that was offered in this session; raises SealError."""
        return self.keys.open(_unpacked(offer), _offered(session)).decode()

    def stamp(self, session: bytes, address: str) -> str:
        """Return what binds a form that waits to the session that sent it, and to its address."""
        return urlsafe_b64encode(self.keys.seal(b"", _carried(session, address)).pack()).decode()

    def hold_stamp(self, stamp: str, session: bytes, address: str) -> None:
        """Hold that a form waited in this session, for this address; raises SealError."""
        self.keys.open(_unpacked(stamp), _carried(session, address))


def place(officer: int) -> bytes:
    """Return where the secret of an officer belongs."""
    return f"second factor {officer}".encode()


def _offered(session: bytes) -> bytes:
    return b"second factor offered " + session


def _carried(session: bytes, address: str) -> bytes:
    return b"form carried " + session + b" " + address.encode()


def _unpacked(written: str) -> Sealed:
    try:
        return Sealed.unpack(urlsafe_b64decode(written.encode("ascii")))
    except (binascii.Error, UnicodeError) as error:
        raise TamperedError("this was not sealed here") from error

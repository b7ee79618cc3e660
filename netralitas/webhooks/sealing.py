"""The secrets of receivers under a key of the installation, each bound to its receiver."""

from dataclasses import dataclass

from netralitas.vault.cipher import Keys, Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSealer:
    """Seals and opens the secrets with which messages are signed."""

    keys: Keys

    def seal(self, secret: bytes, receiver: int) -> bytes:
        """Return the secret sealed, in one string; it opens for this receiver only."""
        return self.keys.seal(secret, place(receiver)).pack()

    def open(self, packed: bytes, receiver: int) -> bytes:
        """Return the secret of a receiver; raises SealError."""
        return self.keys.open(Sealed.unpack(packed), place(receiver))


def place(receiver: int) -> bytes:
    """Return where the secrets of a receiver belong."""
    return f"webhook {receiver}".encode()

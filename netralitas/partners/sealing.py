"""The tokens of partners under a key of the installation, each bound to its partner."""

from dataclasses import dataclass

from netralitas.vault.cipher import Keys, Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerSealer:
    """Seals and opens the tokens with which partners are asked."""

    keys: Keys

    def seal(self, token: str, partner: int) -> bytes:
        """Return the token sealed, in one string; it opens for this partner only."""
        return self.keys.seal(token.encode("ascii"), place(partner)).pack()

    def open(self, packed: bytes, partner: int) -> str:
        """Return the token of a partner; raises SealError."""
        return self.keys.open(Sealed.unpack(packed), place(partner)).decode("ascii")


def place(partner: int) -> bytes:
    """Return where the token of a partner belongs."""
    return f"partner {partner}".encode()

"""The code of a receipt under a key: sealed for its case alone, so that it can be printed again."""

from dataclasses import dataclass, field

from netralitas.intake import codes
from netralitas.vault.cipher import Keys, Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSealer:
    """Seals, opens and knows again the codes of receipts, with the keys of this installation."""

    keys: Keys
    secret: bytes = field(repr=False)

    def seal(self, code: str, case: int) -> Sealed:
        """Return the code sealed; it opens for this case only."""
        return self.keys.seal(code.encode(), _place(case))

    def open(self, sealed: Sealed, case: int) -> str:
        """Return the code of the receipt of a case, as it is printed; raises SealError."""
        return self.keys.open(sealed, _place(case)).decode()

    def digest(self, code: str) -> bytes:
        """Return the bytes by which exactly this code is found."""
        return codes.digest(code, self.secret)


def _place(case: int) -> bytes:
    return f"receipt {case}".encode()

"""The code of a receipt under a key: sealed for its case alone, so that it can be printed again."""

from dataclasses import dataclass, field

from netralitas.cases.nip import NipSealer
from netralitas.intake import codes
from netralitas.vault.cipher import Keys, Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSealer:
    """Seals, opens and knows again the codes of receipts, with the keys of this installation."""

    keys: Keys
    secret: bytes = field(repr=False)

    def seal(self, code: str, case: int) -> Sealed:
        """Return the code sealed; it opens for this case only."""
        return self.keys.seal(code.encode(), receipt_place(case))

    def open(self, sealed: Sealed, case: int) -> str:
        """Return the code of the receipt of a case, as it is printed; raises SealError."""
        return self.keys.open(sealed, receipt_place(case)).decode()

    def digest(self, code: str) -> bytes:
        """Return the bytes by which exactly this code is found."""
        return codes.digest(code, self.secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seals:
    """Everything the desk seals with: NIPs, identities, codes of receipts, drafts."""

    nips: NipSealer
    identities: Keys
    receipts: ReceiptSealer
    drafts: Keys


def receipt_place(case: int) -> bytes:
    """Return where the code of a receipt belongs: it opens for this case only."""
    return f"receipt {case}".encode()

"""The code of a receipt under a key: sealed for its case alone, so that it can be printed again."""

from netralitas.vault.cipher import Keys, Sealed


def seal_code(code: str, case: int, keys: Keys) -> Sealed:
    """Return the code sealed; it opens for this case only."""
    return keys.seal(code.encode(), _place(case))


def open_code(sealed: Sealed, case: int, keys: Keys) -> str:
    """Return the code of the receipt of a case, as it is printed; raises SealError."""
    return keys.open(sealed, _place(case)).decode()


def _place(case: int) -> bytes:
    return f"receipt {case}".encode()

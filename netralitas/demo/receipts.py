"""Receipts and papers of invented cases whose codes a visitor may try: kept beside the data."""

from pathlib import Path
from typing import Final

import msgspec

from netralitas.demo import recording
from netralitas.intake.sealing import ReceiptSealer
from netralitas.vault.cipher import Sealed

_FILE: Final = "receipts"
_SENT: Final = {
    "surat-penerusan": "surat penerusan kepada BKN",
    "pemberitahuan-status": "pemberitahuan status kepada pelapor",
    "undangan-klarifikasi": "undangan klarifikasi",
}
_PAPERS: Final = """
SELECT DISTINCT ON (paper) paper, number, code FROM official_paper
WHERE paper = ANY ($1) ORDER BY paper, id
"""
_CODE: Final = "SELECT key_id, nonce, ciphertext FROM receipt_code WHERE case_file = $1"


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What a visitor can have: a number, its code, what it is about; a receipt, or a `paper`."""

    number: str
    code: str
    about: str
    paper: bool = False


async def sample(case: int, number: str, about: str, receipts: ReceiptSealer) -> Sample:
    """Return the receipt of a case, its code opened; SealError when the keys are others."""
    (row,) = await recording.rows(_CODE, case)
    sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
    return Sample(number=number, code=receipts.open(sealed, case), about=about)


async def papers() -> list[Sample]:
    """Return a letter of each kind that left the office, with the code that is printed on it."""
    return [
        Sample(number=row["number"], code=row["code"], about=_SENT[row["paper"]], paper=True)
        for row in await recording.rows(_PAPERS, list(_SENT))
    ]


def keep(data: Path, samples: list[Sample]) -> None:
    """Keep the receipts in the folder of the demo."""
    (data / _FILE).write_bytes(msgspec.json.encode(samples))


def kept(data: Path) -> list[Sample]:
    """Return the receipts of the demo; none where no demo left any."""
    try:
        return msgspec.json.decode((data / _FILE).read_bytes(), type=list[Sample])
    except (OSError, msgspec.DecodeError):
        return []

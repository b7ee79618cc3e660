"""How a paper in hand is known again: by the digest of its code, by that of its bytes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.intake import codes

_DOMAIN: Final = b"netralitas paper code\x00"
_BY_CODE: Final = "code_digest = $1"
_BY_FILE: Final = "$1 IN (pdf, docx, scan)"
_ONE: Final = """
SELECT office, title, number, issued_on, pdf, docx, scan FROM published.paper
WHERE {0} ORDER BY code_digest LIMIT 1
"""


class Copy(StrEnum):
    """Which file of a paper it is."""

    PDF = "pdf"
    DOCX = "docx"
    SCAN = "scan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A paper that was issued, and which of its files was shown; None: its code alone was."""

    office: str
    title: str
    number: str | None
    issued_on: date
    copy: Copy | None


def code_digest(code: str) -> bytes:
    """Return the 32 bytes by which a code, however typed, is found.

    A code has 95 bits of chance, so its digest needs no secret: nobody tries them all.
    """
    return sha256(_DOMAIN + codes.normalise(code).encode(errors="replace")).digest()


async def known_again(
    connection: Connection, *, code: str | None = None, digest: bytes | None = None
) -> Known | None:
    """Return the paper that was issued with this code, this SHA-256, or both of one paper.

    None where there is none: the file was changed, or the code belongs to another paper.
    """
    by_code = code is not None
    asked = code_digest(code) if code is not None else digest
    row = await connection.fetchrow(_ONE.format(_BY_CODE if by_code else _BY_FILE), asked)
    if row is None:
        return None
    copy = _copy(row, digest) if digest is not None else None
    if digest is not None and copy is None:
        return None
    return Known(
        office=row["office"],
        title=row["title"],
        number=row["number"],
        issued_on=row["issued_on"],
        copy=copy,
    )


def _copy(row: Row, digest: bytes) -> Copy | None:
    return next((each for each in Copy if row[each.value] == digest), None)

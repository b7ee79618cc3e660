"""Numbers of a case as printed: given by the office's register, or copied from paper."""

from collections.abc import Sequence
from datetime import date

from netralitas.cases.domain import NumberKind
from netralitas.database.connection import Connection
from netralitas.refusals import Invalid

# Without a conflict target, a number that another office's eyes alone may see counts as well.
_ADD = """
INSERT INTO case_number (case_file, organisation, kind, printed, issued_on, readers)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id
"""


async def add_number(  # noqa: PLR0913 - the columns of a number, all of them named
    connection: Connection,
    *,
    case_file: int,
    organisation: int,
    kind: NumberKind,
    printed: str,
    issued_on: date | None,
    readers: Sequence[int],
) -> None:
    """Give the case a number; Invalid, naming the field, when this office has used it before."""
    entered = await connection.fetchval(
        _ADD, case_file, organisation, kind, printed, issued_on, list(readers)
    )
    if entered is None:
        sentence = f"Nomor {printed} sudah dipakai di kantor ini. Periksa nomor pada berkas."
        raise Invalid({f"{kind}_number": [sentence]})

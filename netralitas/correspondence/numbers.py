"""Registers: numbers that follow one another without a gap, given out for good."""

from datetime import date, datetime

from netralitas.correspondence.domain import Taken
from netralitas.correspondence.patterns import printed
from netralitas.database.connection import Connection


async def take(
    connection: Connection,
    *,
    organisation: int,
    kind: str,
    on: date,
    pattern: str,
    at: datetime,
) -> Taken:
    """Return the next number of an office's register of this kind for the year of `on`.

    Nobody else can get it any more. The register stays locked until the transaction ends: take a
    number after every other lock. When the transaction is undone the number is free again, so
    there is never a gap. `on` is the local day, `at` the moment of recording; `pattern` is checked
    before anything is taken (PatternError).
    """
    printed(pattern, 1, on)
    series, serial = await connection.fetchrow(_NEXT, organisation, kind, on.year)
    taken = Taken(serial=serial, printed=printed(pattern, serial, on))
    await connection.execute(_GIVE, series, serial, taken.printed, at)
    return taken


# One statement makes the register, or waits for whoever holds it and moves it on.
_NEXT = """
INSERT INTO number_series AS s (organisation, kind, year, last_serial) VALUES ($1, $2, $3, 1)
ON CONFLICT (organisation, kind, year) DO UPDATE SET last_serial = s.last_serial + 1
RETURNING s.id, s.last_serial
"""

_GIVE = "INSERT INTO number (series, serial, printed, given_at) VALUES ($1, $2, $3, $4)"

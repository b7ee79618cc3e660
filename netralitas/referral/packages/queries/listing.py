"""The packages of a case, a line each: to whom, with which letter, how it stands there."""

from datetime import datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection, Row
from netralitas.referral.packages import store
from netralitas.referral.packages.domain import Package
from netralitas.referral.packages.words import NO_LETTER, NO_NUMBER
from netralitas.workflows import workflow

_LATEST: Final = "SELECT max(id) FROM package WHERE case_file = $1"
_LINES: Final = """
SELECT k.id, r.name AS receiver, k.frozen_at, jsonb_typeof(told.letter) = 'object' AS has_letter,
       told.letter ->> 'printed' AS printed,
       ARRAY(SELECT DISTINCT ROW(p.workflow, p.workflow_version, p.state)
             FROM package_proceeding a JOIN proceeding p ON p.id = a.proceeding
             WHERE a.package = k.id) AS states
FROM package k JOIN organisation r ON r.id = k.receiver
CROSS JOIN LATERAL (
    SELECT convert_from(k.manifest, 'UTF8')::jsonb -> 'letter' AS letter
) told
WHERE k.case_file = $1 ORDER BY k.id
"""


class PackageLine(msgspec.Struct, frozen=True, kw_only=True):
    """A package in the list of its case."""

    href: str
    receiver: str
    frozen_at: datetime
    letter: str
    state: str


async def packages_of(connection: Connection, case: int) -> tuple[PackageLine, ...]:
    """Return the packages of the case that this reader may see, the oldest first."""
    return tuple(_line(case, row) for row in await connection.fetch(_LINES, case))


async def latest_package(connection: Connection, case: int, now: datetime) -> Package:
    """Return the package that was handed over last; NotVisible where the reader sees none."""
    found = await connection.fetchval(_LATEST, case)
    return await store.package_in(connection, case, found or 0, now)


def _line(case: int, row: Row) -> PackageLine:
    states = {workflow(code, version).state(state).label for code, version, state in row["states"]}
    return PackageLine(
        href=f"/perkara/{case}/berkas/{row['id']}",
        receiver=row["receiver"],
        frozen_at=row["frozen_at"],
        letter=(row["printed"] or NO_NUMBER) if row["has_letter"] else NO_LETTER,
        state="; ".join(sorted(states)),
    )

"""The schedule of retention, and holds."""

from datetime import date, datetime
from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.disposal.domain import Certainty, Disposable

PAGE: Final = 50

_RULES: Final = """
SELECT r.id, r.kept, r.months, r.basis, r.certainty, r.valid_from, r.proposed_by,
       p.name AS proposer, r.approved_at, a.name AS approver
FROM retention_rule r JOIN officer p ON p.id = r.proposed_by
LEFT JOIN officer a ON a.id = r.approved_by
ORDER BY r.approved_at IS NOT NULL, r.kept, r.valid_from DESC, r.id DESC LIMIT 100
"""
_HOLDS: Final = """
SELECT h.id, h.organisation, o.name AS office, h.case_file, r.ordinal, h.nip_last, h.reason,
       h.basis, h.placed_by, p.name AS placer, h.placed_at, l.name AS lifter, h.lifted_at,
       h.lifted_reason
FROM legal_hold h JOIN organisation o ON o.id = h.organisation
JOIN officer p ON p.id = h.placed_by LEFT JOIN officer l ON l.id = h.lifted_by
LEFT JOIN respondent r ON r.id = h.respondent
WHERE h.id < $1 ORDER BY h.id DESC LIMIT $2
"""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A period: who proposed it, and since when it is in force, if it is."""

    id: int
    kept: Disposable
    months: int
    basis: str
    certainty: Certainty
    valid_from: date
    proposed_by: int
    proposer: str
    approved_at: datetime | None
    approver: str | None


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """A hold: what it is about, why, who placed it, and who lifted it, if anybody did."""

    id: int
    organisation: int
    office: str
    case_file: int | None
    ordinal: int | None
    nip_last: str | None
    reason: str
    basis: str
    placed_by: int
    placer: str
    placed_at: datetime
    lifter: str | None
    lifted_at: datetime | None
    lifted_reason: str | None


async def rules(c: Connection) -> list[Rule]:
    """Return periods that wait first, then those in force, the latest of a class first."""
    return [msgspec.convert(dict(row), Rule) for row in await c.fetch(_RULES)]


async def holds(c: Connection, before: int | None) -> tuple[list[Hold], int | None]:
    """Return holds, the newest first, and before which the next page goes on."""
    rows = await c.fetch(_HOLDS, before or 2**62, PAGE + 1)
    found = [msgspec.convert(dict(row), Hold) for row in rows[:PAGE]]
    return found, found[-1].id if len(rows) > PAGE else None

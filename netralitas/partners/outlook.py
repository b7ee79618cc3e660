"""What is looked at of a partner now and then: the worker's statements."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.partners.claims import Claimed

_UNLINKED: Final = """
SELECT p.id, p.workflow, l.ordinal, l.package
FROM proceeding p
JOIN LATERAL (SELECT l.ordinal, l.package FROM partner_proceeding l
              JOIN proceeding q ON q.id = l.proceeding
              WHERE l.partner = $1 AND l.case_file = $2 AND q.respondent = p.respondent
              ORDER BY l.id LIMIT 1) AS l ON true
WHERE p.case_file = $2 AND p.addressee = $3
  AND NOT EXISTS (SELECT FROM partner_proceeding x WHERE x.proceeding = p.id)
ORDER BY p.id
"""
_TO_LOOK_AT: Final = """
SELECT DISTINCT ON (k.case_file) k.remote AS id, k.case_file
FROM partner_package k
WHERE k.partner = $1 AND k.state = 'entered' AND k.gone_at IS NULL AND k.looked_at < $2
  AND EXISTS (SELECT FROM partner_proceeding l JOIN proceeding p ON p.id = l.proceeding
              JOIN declared_state s ON s.workflow = p.workflow
                   AND s.version = p.workflow_version AND s.state = p.state
              WHERE l.partner = k.partner AND l.case_file = k.case_file
                AND (NOT s.final OR l.remote_state <> p.state))
ORDER BY k.case_file, k.id DESC LIMIT 20
"""
_LOOKED: Final = """
UPDATE partner_package SET looked_at = $3, gone_at = $4
WHERE partner = $1 AND case_file = $2 AND state = 'entered'
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """A proceeding here that came about since; `ordinal` is that of its respondent there."""

    id: int
    workflow: str
    ordinal: int
    package: int

    @property
    def like(self) -> tuple[int, str]:
        """Return by what it is known there: whose it is, and of which workflow."""
        return self.ordinal, self.workflow


async def unlinked(c: Connection, partner: Claimed, case: int) -> list[Unlinked]:
    """Return the proceedings of the office on a case of the partner that are not known there."""
    rows = await c.fetch(_UNLINKED, partner.id, case, partner.organisation)
    return [Unlinked(**dict(row)) for row in rows]


async def to_look_at(c: Connection, partner: Claimed, before: datetime) -> list[tuple[int, int]]:
    """Return the newest package there of each case here that was not looked at since a moment."""
    rows = await c.fetch(_TO_LOOK_AT, partner.id, before)
    return [(row["id"], row["case_file"]) for row in rows]


async def looked(c: Connection, partner: Claimed, case: int, at: datetime, *, gone: bool) -> None:
    """Hold that the packages of a case were looked at; `gone`: they are not to be seen any more."""
    await c.execute(_LOOKED, partner.id, case, at, at if gone else None)

"""Whose a partner is: claimed for a lease, kept, let go; the fence tells one holder from the next.

Any number of workers may claim beside each other.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.database.connection import Connection, Row
from netralitas.partners.domain import Problem

LEASE: Final = timedelta(minutes=5)
"""How long a worker that died keeps its partners; longer than a file may take."""

LOOK_AGAIN: Final = timedelta(seconds=5)
"""How long nobody looks at a partner after its turn."""

# An office that has ended asks nobody.
_CLAIM: Final = """
WITH taken AS (
    UPDATE partner SET lease = now() + $1::interval, fence = fence + 1
    WHERE id IN (
        SELECT p.id FROM partner p JOIN organisation o ON o.id = p.organisation
        WHERE p.state = 'active' AND p.next_at <= now() AND (p.lease IS NULL OR p.lease < now())
          AND (o.active_to IS NULL OR (now() AT TIME ZONE o.zone)::date < o.active_to)
        ORDER BY p.next_at LIMIT $2 FOR UPDATE OF p SKIP LOCKED)
    RETURNING id, organisation, sender, desk, name, address, token, cursor, position, failures,
              pulled_at, fence)
SELECT t.*, o.kind AS organisation_kind, s.name AS sender_name, s.kind AS sender_kind,
       s.zone AS sender_zone, coalesce(s.region, '') AS sender_region, d.officer,
       f.name AS officer_name
FROM taken t JOIN organisation o ON o.id = t.organisation JOIN organisation s ON s.id = t.sender
             JOIN desk d ON d.id = t.desk JOIN officer f ON f.id = d.officer
ORDER BY t.id
"""
_HOLD: Final = """
UPDATE partner SET lease = now() + $3::interval WHERE id = $1 AND fence = $2
"""
_RELEASE: Final = """
UPDATE partner SET lease = NULL, next_at = now() + $3::interval, failures = 0, reason = NULL
WHERE id = $1 AND fence = $2
"""
_FAILED: Final = """
UPDATE partner SET lease = NULL, next_at = now() + $3::interval, failures = failures + 1,
       reason = $4, state = CASE WHEN $5 AND state = 'active' THEN 'stopped' ELSE state END
WHERE id = $1 AND fence = $2
"""


class LostError(Exception):
    """Somebody else has the partner by now: what was done here must not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A partner that this worker has; `fence` is what tells it from an earlier holder.

    `acting` is the system that acts for the office there; `region` is that of the sender.
    """

    id: int
    organisation: int
    organisation_kind: str
    region: str
    acting: Actor
    address: str
    token: bytes
    cursor: str | None
    position: int
    failures: int
    pulled_at: datetime | None
    fence: int


async def claim(c: Connection, most: int) -> list[Claimed]:
    """Return partners whose turn it is, now this caller's; the longest waiting first."""
    return [_claimed(row) for row in await c.fetch(_CLAIM, LEASE, most)]


async def keep(c: Connection, partner: Claimed) -> None:
    """Hold the lease a while longer; raises LostError."""
    hold(await c.execute(_HOLD, partner.id, partner.fence, LEASE))


async def release(c: Connection, partner: Claimed) -> None:
    """Let the partner go after a turn in which it answered."""
    await c.execute(_RELEASE, partner.id, partner.fence, LOOK_AGAIN)


async def failed(
    c: Connection, partner: Claimed, problem: Problem, wait: timedelta, *, stops: bool
) -> None:
    """Let the partner go for a while, or until an administrator says so; raises LostError."""
    about = (partner.id, partner.fence, wait, problem.value, stops)
    hold(await c.execute(_FAILED, *about))


def hold(tag: str) -> None:
    """Hold that a statement found the partner under its fence; LostError otherwise."""
    if not tag.endswith(" 1"):
        raise LostError


def _claimed(row: Row) -> Claimed:
    acting = Actor(
        officer=row["officer"],
        organisation=row["sender"],
        desk=row["desk"],
        name=row["officer_name"],
        organisation_name=row["sender_name"],
        organisation_kind=row["sender_kind"],
        roles=frozenset({Role.INVESTIGATOR}),
        zone=row["sender_zone"],
    )
    return Claimed(
        id=row["id"],
        organisation=row["organisation"],
        organisation_kind=row["organisation_kind"],
        region=row["sender_region"],
        acting=acting,
        address=row["address"],
        token=row["token"],
        cursor=row["cursor"],
        position=row["position"],
        failures=row["failures"],
        pulled_at=row["pulled_at"],
        fence=row["fence"],
    )

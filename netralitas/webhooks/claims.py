"""Whose a receiver is: claimed for a lease, kept, let go; the fence tells one holder from the next.

Any number of workers may claim beside each other.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netralitas.database.connection import Connection, Row
from netralitas.webhooks.domain import NAMES, Topic

LEASE: Final = timedelta(seconds=30)
"""How long a worker that died keeps its receivers."""

LOOK_AGAIN: Final = timedelta(seconds=2)
"""How long nobody looks for a receiver that was told everything."""

# An organisation that has ended is told nothing. What a person asked for is sent at once, also to a
# receiver that pauses.
_CLAIM: Final = """
UPDATE webhook_receiver SET lease = now() + $1::interval, fence = fence + 1
WHERE id IN (
    SELECT r.id FROM webhook_receiver r JOIN organisation o ON o.id = r.organisation
    WHERE r.state <> 'ended' AND (r.lease IS NULL OR r.lease < now())
      AND (o.active_to IS NULL OR (now() AT TIME ZONE o.zone)::date < o.active_to)
      AND (r.state = 'active' AND r.next_at <= now()
             AND r.position < (SELECT coalesce(max(position), -1) + 1 FROM log_leaf)
           OR EXISTS (SELECT FROM webhook_delivery d
                      WHERE d.receiver = r.id AND d.state = 'asked'))
    ORDER BY r.next_at LIMIT $2 FOR UPDATE OF r SKIP LOCKED)
RETURNING id, organisation, url, topics, state, secret, old_secret, old_until, position, failures,
          next_at <= now() AS due, fence
"""
_HOLD: Final = """
UPDATE webhook_receiver SET lease = now() + $3::interval WHERE id = $1 AND fence = $2
"""
_RELEASE: Final = """
UPDATE webhook_receiver SET lease = NULL, next_at = greatest(next_at, now() + $3::interval)
WHERE id = $1 AND fence = $2
"""


class LostError(Exception):
    """Somebody else has the receiver by now: what was done here must not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A receiver that this worker has; `fence` is what tells it from an earlier holder."""

    id: int
    organisation: int
    url: str
    names: tuple[str, ...]
    secret: bytes
    old_secret: bytes | None
    old_until: datetime | None
    position: int
    failures: int
    follows: bool
    fence: int


async def claim(c: Connection, most: int) -> list[Claimed]:
    """Return receivers for which something waits, now this caller's; the longest waiting first."""
    return [_claimed(row) for row in await c.fetch(_CLAIM, LEASE, most)]


async def keep(c: Connection, receiver: Claimed) -> None:
    """Hold the lease a while longer; raises LostError."""
    hold(await c.execute(_HOLD, receiver.id, receiver.fence, LEASE))


async def release(c: Connection, receiver: Claimed, *, told_all: bool) -> None:
    """Let the receiver go; the one that was told everything rests a moment."""
    rest = LOOK_AGAIN if told_all else timedelta(0)
    await c.execute(_RELEASE, receiver.id, receiver.fence, rest)


def hold(tag: str) -> None:
    """Hold that a statement found the receiver under its fence; LostError otherwise."""
    if not tag.endswith(" 1"):
        raise LostError


def _claimed(row: Row) -> Claimed:
    topics = [NAMES[Topic(topic)] for topic in row["topics"]]
    return Claimed(
        id=row["id"],
        organisation=row["organisation"],
        url=row["url"],
        names=tuple(name for names in topics for name in names),
        secret=row["secret"],
        old_secret=row["old_secret"],
        old_until=row["old_until"],
        position=row["position"],
        failures=row["failures"],
        follows=row["state"] == "active" and row["due"],
        fence=row["fence"],
    )

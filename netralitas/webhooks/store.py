"""What administrators write of receivers: constant statements on the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netralitas.database.connection import Connection
from netralitas.webhooks.domain import NewReceiver, ReceiverState

LARGEST_ID: Final = 2**31 - 1
LARGEST_DELIVERY: Final = 2**63 - 1

_DRAW: Final = "SELECT nextval(pg_get_serial_sequence('webhook_receiver', 'id'))"
_LOCK: Final = """
SELECT state FROM webhook_receiver WHERE id = $1 AND organisation = $2 FOR UPDATE
"""
_ALIVE: Final = """
SELECT count(*) FROM webhook_receiver WHERE organisation = $1 AND state <> 'ended'
"""
# From now on: what is in the log already is not told.
_ADD: Final = """
INSERT INTO webhook_receiver (id, organisation, name, url, topics, state, secret, position,
                              failures, next_at, fence, made_by, made_at, readers)
VALUES ($1, $2, $3, $4, $5, 'active', $6,
        (SELECT coalesce(max(position), -1) + 1 FROM log_leaf), 0, now(), 0, $7, $8,
        ARRAY[$2::integer])
"""
# Whoever sends at this moment has lost it: the fence says so.
_SET_STATE: Final = """
UPDATE webhook_receiver SET state = $2, reason = NULL, failures = 0, next_at = now(),
       fence = fence + 1, lease = NULL
WHERE id = $1
"""
_ROTATE: Final = """
UPDATE webhook_receiver SET old_secret = secret, old_until = $3, secret = $2 WHERE id = $1
"""
_TRY: Final = """
INSERT INTO webhook_delivery (receiver, name, state, tries, made_at, readers)
SELECT id, $2, 'asked', 0, $3, readers FROM webhook_receiver WHERE id = $1
"""
_AGAIN: Final = """
UPDATE webhook_delivery SET state = 'asked' WHERE id = $2 AND receiver = $1 AND state = 'dead'
"""
_GIVE_UP: Final = """
UPDATE webhook_delivery SET state = 'dead' WHERE receiver = $1 AND state = 'waiting'
RETURNING (SELECT position FROM log_leaf WHERE log_leaf.event = webhook_delivery.event)
"""
_GO_ON: Final = """
UPDATE webhook_receiver SET position = greatest(position, $2 + 1), failures = 0, next_at = now(),
       fence = fence + 1, lease = NULL
WHERE id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A new receiver: whose it is, who entered it, and its secret, sealed to its id."""

    id: int
    organisation: int
    new: NewReceiver
    secret: bytes
    officer: int
    at: datetime


async def locked(c: Connection, organisation: int, receiver: int) -> ReceiverState | None:
    """Return the state of an organisation's receiver, locked; None where it has no such one."""
    if not 0 < receiver <= LARGEST_ID:
        return None
    state = await c.fetchval(_LOCK, receiver, organisation)
    return None if state is None else ReceiverState(state)


async def draw(c: Connection) -> int:
    """Return the id of a receiver that is about to be added: its secret is sealed to it."""
    drawn: int = await c.fetchval(_DRAW)
    return drawn


async def count_alive(c: Connection, organisation: int) -> int:
    """Return how many receivers an organisation has that have not ended."""
    counted: int = await c.fetchval(_ALIVE, organisation)
    return counted


async def add(c: Connection, added: Added) -> None:
    """Insert a receiver; it is told of what enters the log from now on."""
    new = added.new
    topics = [topic.value for topic in new.topics]
    place = (added.id, added.organisation, new.name, new.url, topics)
    await c.execute(_ADD, *place, added.secret, added.officer, added.at)


async def set_state(c: Connection, receiver: int, state: ReceiverState) -> None:
    """Hold that a receiver is in this state, and what failed before counts no more."""
    await c.execute(_SET_STATE, receiver, state.value)


async def rotate(c: Connection, receiver: int, secret: bytes, until: datetime) -> None:
    """Hold that a new secret signs, and the one before it too until a moment."""
    await c.execute(_ROTATE, receiver, secret, until)


async def ask_for_trial(c: Connection, receiver: int, name: str, at: datetime) -> None:
    """Hold that a trial waits to be sent."""
    await c.execute(_TRY, receiver, name, at)


async def ask_again(c: Connection, receiver: int, delivery: int) -> bool:
    """Hold that a dead letter is sent once more; False where the receiver has no such one."""
    return (await c.execute(_AGAIN, receiver, delivery)).endswith(" 1")


async def give_up(c: Connection, receiver: int) -> bool:
    """Hold that the message for which others wait is a dead letter; False where none waits."""
    position: int | None = await c.fetchval(_GIVE_UP, receiver)
    if position is None:
        return False
    await c.execute(_GO_ON, receiver, position)
    return True

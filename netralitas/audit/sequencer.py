"""Gives every recorded event its place in the log, and signs how far the log goes.

Called by the worker, which sees the events of every organisation, in a transaction of its own.
"""

from datetime import datetime
from typing import Final

from netralitas.audit import heads, log
from netralitas.audit.heads import LogHead
from netralitas.audit.log import LogBroken
from netralitas.audit.origins import hold_key, origin_of
from netralitas.database.connection import Connection

# An event's id grows within its stream, and it is seen only after all events before it: the order
# of ids keeps the order of each stream, whatever is committed in the meantime.
_PLACE: Final = """
WITH taken AS (
    DELETE FROM log_pending
    WHERE event IN (SELECT event FROM log_pending ORDER BY event LIMIT $1)
    RETURNING event
), placed AS (
    INSERT INTO log_leaf (position, event, hash)
    SELECT (SELECT coalesce(max(position), -1) FROM log_leaf) + row_number() OVER (ORDER BY id),
           id, sha256('\\x00'::bytea || hash)
    FROM taken JOIN event ON event.id = taken.event
    RETURNING position, event, hash
)
SELECT placed.position, placed.hash
FROM taken LEFT JOIN placed ON placed.event = taken.event ORDER BY placed.position
"""

_LAST_HEAD: Final = "SELECT size, root, note FROM log_head ORDER BY size DESC LIMIT 1"

_SIGN: Final = "INSERT INTO log_head (size, root, note, signed_at) VALUES ($1, $2, $3, $4)"


async def sequence(c: Connection, most: int = 1000) -> int:
    """Move up to `most` waiting events into the log, and return how many were moved.

    Within a stream the log keeps the order of the stream; positions have no gap; the tiles hold
    the new leaves. One sequencer works at a time, others wait. Everything is undone together with
    the transaction. Raises LogBroken when an event that waits cannot be seen or tiles are missing.
    """
    await c.execute(log.LOCK)
    placed = await c.fetch(_PLACE, most)
    if not placed:
        return 0
    if any(position is None for position, _ in placed):
        raise LogBroken("an event that waits for the log cannot be seen: is this the worker?")
    await log.append(c, placed[0][0], [digest for _, digest in placed])
    return len(placed)


async def sign_head(c: Connection, key: bytes, name: str, now: datetime) -> LogHead | None:
    """Sign and keep how far the log goes, and return it; None when it has not grown since.

    `key` is the 32-byte seed of the log's key and `name` the log's first name; it is signed under
    the present one. Raises LogBroken when the log does not continue the one that was signed last,
    or this is not the key that signs under its name: nothing is signed then.
    """
    await c.execute(log.LOCK)
    size = await log.size(c)
    last = await c.fetchrow(_LAST_HEAD)
    if size == (last[0] if last else 0):
        return None
    if last and (size < last[0] or await log.root(c, last[0]) != last[1]):
        raise LogBroken(f"the log does not continue the head that was signed at {last[0]} leaves")
    await hold_key(c, key, name, last[2] if last else None)
    origin = await origin_of(c, name)
    head = LogHead(origin=origin, size=size, root=await log.root(c, size))
    await c.execute(_SIGN, size, head.root, heads.sign(head, key, origin), now)
    return head

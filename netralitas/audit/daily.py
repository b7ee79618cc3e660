"""One batch a day: what waits goes into the log, padding after it, one head is published.

All of it is one transaction under the lock of the log: whatever dies and whenever, there is never
padding without its head, and of two workers one finds the day closed. After days without any
worker one batch holds all that came meanwhile.
"""

import hashlib
from datetime import date, datetime
from random import SystemRandom
from typing import Final

from netralitas.audit import log
from netralitas.audit.heads import LogHead
from netralitas.audit.origins import origin_of
from netralitas.audit.padding import padding_key, padding_leaf, padding_needed
from netralitas.audit.sequencer import sequence, sign_head
from netralitas.database.connection import Connection

_CLOSED: Final = "SELECT EXISTS (SELECT FROM published.log_head WHERE origin = $1 AND day >= $2)"
_RECEIPTS: Final = """
SELECT id, promise FROM inbox.receipt_seal s
WHERE NOT EXISTS (SELECT FROM log_leaf WHERE receipt = s.id)
"""
_PLACE: Final = """
INSERT INTO log_leaf (position, receipt, hash)
SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])
"""
_TILES: Final = """
INSERT INTO published.log_tile (level, position, hashes)
SELECT level, position, hashes FROM log_tile
WHERE position >= $1::bigint >> (8 * (level + 1))
ON CONFLICT (level, position) DO UPDATE SET hashes = excluded.hashes
"""
_HEAD: Final = """
INSERT INTO published.log_head (size, day, origin, root, note, published_at)
SELECT size, $2, $3, root, note, $4 FROM log_head WHERE size = $1
"""
_LAST: Final = "SELECT coalesce(max(size), 0) FROM published.log_head"
# The first event of a case is that it came in. Its leaf tells nothing of it: an event has its salt.
_ENTRIES: Final = """
INSERT INTO published.log_entry (digest, kind, position, leaf)
SELECT s.digest, 'receipt', l.position, l.hash
FROM log_leaf l JOIN inbox.receipt_seal s ON s.id = l.receipt WHERE l.position >= $1
UNION ALL
SELECT k.digest, 'case', l.position, l.hash
FROM receipt_code k JOIN event e ON e.stream = k.case_file AND e.version = 1
JOIN log_leaf l ON l.event = e.id WHERE l.position >= $1
ON CONFLICT (digest, kind) DO NOTHING
"""


async def close_day(
    c: Connection, key: bytes, name: str, today: date, now: datetime
) -> LogHead | None:
    """Publish the log as it stands, once a day, and return its head; None when today has one.

    `key` is the secret of the log, `name` its first name. Afterwards every committed event and
    every seal of a receipt is in the log, which ends at a multiple of the batch. Raises
    LogBroken as the sequencer does: then nothing has happened.
    """
    await c.execute(log.LOCK)
    origin = await origin_of(c, name)
    if await c.fetchval(_CLOSED, origin, today):
        return None
    while await sequence(c):
        pass
    await _fill(c, padding_key(key))
    head = await sign_head(c, key, name, now)
    if head is None:  # cannot be: there is padding since the last head
        raise log.LogBroken("the log has not grown by its padding")
    published: int = await c.fetchval(_LAST)
    await c.execute(_TILES, published)
    await c.execute(_HEAD, head.size, today, head.origin, now)
    await c.execute(_ENTRIES, published)
    return head


async def _fill(c: Connection, key: bytes) -> None:
    """Add the seals of receipts that wait, among padding, in an order of chance."""
    size = await log.size(c)
    waiting = [(row["id"], row["promise"]) for row in await c.fetch(_RECEIPTS)]
    leaves = [*waiting, *[(None, b"")] * padding_needed(size + len(waiting))]
    SystemRandom().shuffle(leaves)
    hashes = [
        padding_leaf(key, position)
        if receipt is None
        else hashlib.sha256(b"\x00" + promise).digest()
        for position, (receipt, promise) in enumerate(leaves, size)
    ]
    positions = list(range(size, size + len(leaves)))
    await c.execute(_PLACE, positions, [receipt for receipt, _ in leaves], hashes)
    await log.append(c, size, hashes)

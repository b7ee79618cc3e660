"""The one stream of access events: looking at something protected makes nobody's form stale."""

from typing import Final

from netralitas.audit.record import open_stream
from netralitas.database.connection import Connection

_STREAM: Final = "SELECT min(id) FROM stream WHERE kind = 'access'"
# Two that find no stream at the same moment must not open two; "accs".
_ONE_AT_A_TIME: Final = "SELECT pg_advisory_xact_lock(1633903475)"


async def access_stream(c: Connection) -> int:
    """Return the id of the one stream of access events, opened when there is none yet."""
    stream: int | None = await c.fetchval(_STREAM)
    if stream is None:
        await c.execute(_ONE_AT_A_TIME)
        stream = await c.fetchval(_STREAM)
    return (await open_stream(c, "access")).stream if stream is None else stream

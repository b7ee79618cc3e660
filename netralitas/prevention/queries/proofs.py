"""What shows that duties were done with an activity."""

from typing import Final

from netralitas.database.connection import Connection
from netralitas.prevention.domain import Proof

_PROOFS: Final = "SELECT duty, note, file, post FROM duty_done WHERE activity = $1"


async def proofs_of(c: Connection, activity: int) -> dict[int, Proof]:
    """Return what shows each duty that was done, by duty; an empty proof where nothing does."""
    rows = await c.fetch(_PROOFS, activity)
    return {
        row["duty"]: Proof(note=row["note"], file=row["file"], post=row["post"]) for row in rows
    }

"""Whether a database has what this program's migrations make, as far as a server may look."""

import re
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from netralitas.database.connection import Connection

_FOLDER: Final = Path(__file__).parents[2] / "piccolo_migrations"
_ID: Final = re.compile(r'^ID = "([^"]+)"', re.MULTILINE)


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How many migrations are missing, and how late the worker is in seconds (None: unknown)."""

    missing: int
    worker_late: int | None


async def standing(connection: Connection) -> Standing:
    """Return how the database stands to this program; migrations that it does not know are fine."""
    row = await connection.fetchrow(_STANDING, sorted(ours()))
    return Standing(missing=row["missing"], worker_late=row["worker_late"])


@cache
def ours() -> frozenset[str]:
    """Return the ids of the migrations that this program came with."""
    texts = (path.read_text(encoding="utf-8") for path in _FOLDER.glob("*.py"))
    return frozenset(found[1] for text in texts if (found := _ID.search(text)))


_STANDING: Final = """
SELECT (SELECT count(*) FROM unnest($1::text[]) AS ours
        WHERE NOT EXISTS (
            SELECT FROM migration WHERE name = ours AND app_name = 'netralitas')) AS missing,
    (SELECT greatest(extract(epoch FROM now() - next_run), 0)::int
        FROM job_schedule WHERE name = 'sequence') AS worker_late
"""

"""The texts of agreements, the day each was last evaluated, and what happened to one."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec

from netralitas.agreements.paper import Paper
from netralitas.database.connection import Connection

_TEXTS: Final = """
SELECT DISTINCT ON (agreement) agreement, version, content, officer FROM agreement_text
WHERE $1::integer IS NULL OR agreement = $1
ORDER BY agreement, version DESC
"""
_EVALUATED: Final = """
SELECT a.id, max(e.happened_on) AS on FROM agreement a JOIN event e ON e.stream = a.stream
WHERE e.name = 'agreement.moved' AND e.details ->> 'move' = 'evaluasi'
  AND ($1::integer IS NULL OR a.id = $1)
GROUP BY a.id
"""
_HISTORY: Final = """
SELECT e.name, e.details, coalesce(e.happened_on, (e.happened_at AT TIME ZONE e.zone)::date) AS on,
       o.name AS officer
FROM event e JOIN agreement a ON a.stream = e.stream JOIN officer o ON o.id = e.actor
WHERE a.id = $1 ORDER BY e.version DESC LIMIT 100
"""
_VISIBLE: Final = "SELECT id, title FROM agreement ORDER BY title, id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The last version of a text, and who wrote it."""

    version: int
    paper: Paper
    officer: int | None


async def latest_texts(c: Connection, agreement: int | None = None) -> dict[int, Written]:
    """Return the texts by agreement, of one or of all that the reader sees."""
    return {
        row["agreement"]: Written(
            version=row["version"],
            paper=msgspec.convert(row["content"], Paper),
            officer=row["officer"],
        )
        for row in await c.fetch(_TEXTS, agreement)
    }


async def evaluated_on(c: Connection, agreement: int | None = None) -> dict[int, date]:
    """Return the day of the last evaluation by agreement, of those that had one."""
    return {row["id"]: row["on"] for row in await c.fetch(_EVALUATED, agreement)}


async def history(c: Connection, agreement: int) -> list[Any]:
    """Return the last hundred events of an agreement, the newest first."""
    return await c.fetch(_HISTORY, agreement)


async def visible_agreements(c: Connection) -> dict[int, str]:
    """Return the titles of the agreements that the reader sees."""
    return {row["id"]: row["title"] for row in await c.fetch(_VISIBLE)}

"""Where charts are kept: a row for each chart and width, its picture once it is drawn."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

from netralitas.charts.domain import Chart, content, digest
from netralitas.database.connection import Connection

type_asked = Sequence[tuple[Chart, int]]

_ASK: Final = """
INSERT INTO chart (digest, width, content, asked_at)
SELECT asked.digest, asked.width, asked.content, $4
FROM unnest($1::bytea[], $2::smallint[], $3::jsonb[]) AS asked (digest, width, content)
ON CONFLICT (digest, width) DO UPDATE SET asked_at = excluded.asked_at
WHERE chart.asked_at < excluded.asked_at - $5::interval
RETURNING id, picture IS NULL AS waiting
"""
_SHORTLY: Final = timedelta(minutes=1)
_OPEN: Final = "SELECT width, content FROM chart WHERE id = $1 AND picture IS NULL"
_DRAWN: Final = "UPDATE chart SET picture = $2, drawn_at = $3 WHERE id = $1"
_CLEAR: Final = "DELETE FROM chart WHERE asked_at < $1"


async def put(c: Connection, asked: type_asked, now: datetime) -> list[int]:
    """Hold that charts at these widths are kept; return the ids of those that wait to be drawn.

    What was asked for just before is on its way, and not among them.
    """
    rows = await c.fetch(
        _ASK,
        [digest(chart) for chart, _ in asked],
        [width for _, width in asked],
        [content(chart) for chart, _ in asked],
        now,
        _SHORTLY,
    )
    return [row["id"] for row in rows if row["waiting"]]


async def waiting_chart(c: Connection, chart: int) -> tuple[Chart, int] | None:
    """Return a chart that waits and its width; None for one that is drawn or not there."""
    row = await c.fetchrow(_OPEN, chart)
    return (msgspec.convert(row["content"], Chart), row["width"]) if row else None


async def keep_picture(c: Connection, chart: int, picture: str, now: datetime) -> None:
    """Keep the picture of a chart."""
    await c.execute(_DRAWN, chart, picture, now)


async def clear(c: Connection, before: datetime) -> None:
    """Delete the charts that nobody has asked for since `before`."""
    await c.execute(_CLEAR, before)

"""Charts as a page shows them: the pictures, once they are drawn, and always their table."""

from collections.abc import Sequence
from typing import Final

import msgspec
from markupsafe import Markup

from netralitas.charts.domain import NARROW, WIDE, Chart, digest
from netralitas.charts.words import said
from netralitas.database.connection import Connection

_PICTURES: Final = """
SELECT digest, width, picture FROM chart WHERE digest = ANY ($1) AND picture IS NOT NULL
"""


class ShownChart(msgspec.Struct, frozen=True, kw_only=True):
    """A chart on a page: its question, pictures for desks and phones, and the table of its rows.

    `waiting` says that the pictures are still to be drawn; an empty chart has none, and nobody
    waits for it.
    """

    chart: Chart
    wide: Markup | None
    narrow: Markup | None
    waiting: bool
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def question(self) -> str:
        """Return what the chart answers: its title."""
        return self.chart.question

    @property
    def description(self) -> str:
        """Return in a sentence what it shows."""
        return self.chart.description


async def shown(c: Connection, charts: Sequence[Chart]) -> tuple[ShownChart, ...]:
    """Return the charts in their order with the pictures that there are; one statement.

    What is `waiting` is drawn once a command asks for it (`charts.commands.ask_missing`).
    """
    rows = await c.fetch(_PICTURES, [digest(chart) for chart in charts])
    drawn = {(row["digest"], row["width"]): row["picture"] for row in rows}
    return tuple(
        _shown(chart, drawn.get((digest(chart), WIDE)), drawn.get((digest(chart), NARROW)))
        for chart in charts
    )


def _shown(chart: Chart, wide: str | None, narrow: str | None) -> ShownChart:
    complete = wide is not None and narrow is not None
    return ShownChart(
        chart=chart,
        wide=_markup(wide) if complete else None,
        narrow=_markup(narrow) if complete else None,
        waiting=not complete and not chart.empty,
        heads=(chart.about, *chart.series),
        rows=_table(chart),
    )


def _markup(picture: str | None) -> Markup | None:
    """Return a picture as markup; `charts.cleaning` left nothing but plain shapes in it."""
    return None if picture is None else Markup(picture)  # noqa: S704 - our own, cleaned


def _table(chart: Chart) -> tuple[tuple[str, ...], ...]:
    values = {(label, series): value for label, series, value in chart.rows}
    return tuple(
        (label, *(said(values.get((label, one)), chart.unit) for one in chart.series))
        for label in chart.labels
    )

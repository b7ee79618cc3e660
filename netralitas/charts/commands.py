"""Asking for pictures, drawing them in the worker, and clearing away what nobody asks for."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from anyio import to_thread

from netralitas import clock
from netralitas.charts import store
from netralitas.charts.domain import WIDTHS, Chart
from netralitas.charts.drawing import draw
from netralitas.charts.queries import ShownChart
from netralitas.database.connection import Connection
from netralitas.database.context import HasContext
from netralitas.database.transactions import writing
from netralitas.jobs.queue import Payload, enqueue

DRAW: Final = "draw_chart"
"""The kind of the job that draws one picture."""

KEPT: Final = timedelta(days=30)


async def ask(c: Connection, charts: Iterable[Chart]) -> None:
    """Have the worker draw the charts that are not drawn yet, at both widths.

    In the caller's transaction (`writing`). Asked twice at once they are drawn once. Of an empty
    chart there is nothing to draw.
    """
    asked = [(chart, width) for chart in charts if not chart.empty for width in WIDTHS]
    for chart in await store.put(c, asked, clock.now()):
        await enqueue(c, DRAW, {"chart": chart}, natural_key=f"{DRAW} {chart}")


async def ask_missing(actor: HasContext, charts: Iterable[ShownChart]) -> None:
    """Have the worker draw the pictures that a page had to do without; its own transaction.

    Where nothing is missing nothing is written.
    """
    missing = [one.chart for one in charts if one.waiting]
    if missing:
        async with writing(actor) as c:
            await ask(c, missing)


async def draw_chart(c: Connection, payload: Payload) -> None:
    """Draw the picture of a row that was asked for, in a thread; in the worker alone."""
    found = await store.waiting_chart(c, payload["chart"])
    if found is None:  # drawn meanwhile, or cleared away
        return
    picture = await to_thread.run_sync(draw, *found)
    await store.keep_picture(c, payload["chart"], picture, clock.now())


async def clear_charts(c: Connection) -> None:
    """Delete the pictures that nobody has asked for in 30 days; who looks again asks again."""
    await store.clear(c, clock.now() - KEPT)

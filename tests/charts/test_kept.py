"""Pictures from asking to forgetting: drawn once by the worker, shown with their table."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.charts.commands import DRAW, KEPT, ask, clear_charts, draw_chart
from netralitas.charts.domain import Chart, ChartKind
from netralitas.charts.queries import ShownChart, shown
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING
from netralitas.database.engine import ENGINE
from netralitas.web.templates import environment
from tests.conftest import Database

CHART = Chart(
    question="Berapa yang terlaksana?",
    description="Delapan dari dua belas.",
    kind=ChartKind.GROUPED,
    about="Unit",
    unit="kegiatan",
    rows=(("Dinas <b>", "rencana", 1200), ("Dinas <b>", "terlaksana", 8), ("RSUD", "rencana", 2)),
)
EMPTY = Chart(
    question="Kosong?", description=".", kind=ChartKind.BARS, about="Unit", unit="%", rows=()
)


@pytest.fixture
async def worker(shared_database: Database) -> AsyncIterator[Connection]:
    """A transaction of the worker's role that is rolled back."""
    await ENGINE.open(shared_database.dsn("worker"))
    try:
        async with ENGINE.transaction(settings=EVERYTHING) as outer:
            yield outer.connection
            await outer.rollback()
    finally:
        await ENGINE.close()


async def jobs(c: Connection) -> list[dict[str, int]]:
    """What the drawing jobs are about, the first one first."""
    rows = await c.fetch("SELECT payload FROM job WHERE kind = $1 ORDER BY id", DRAW)
    return [row["payload"] for row in rows]


async def one(c: Connection, chart: Chart = CHART) -> ShownChart:
    """A chart as a page shows it now."""
    (found,) = await shown(c, [chart])
    return found


def page(found: ShownChart) -> str:
    """A chart as markup."""
    source = '{% from "charts/_chart.html" import chart %}{{ chart(shown) }}'
    return environment().from_string(source).render(shown=found)


async def test_a_chart_is_asked_for_once_drawn_and_forgotten_after_thirty_days(
    worker: Connection,
) -> None:
    before = await one(worker)
    assert before.waiting
    assert "Grafik sedang dibuat; angkanya ada di tabel." in page(before)
    await ask(worker, [CHART, EMPTY])
    await ask(worker, [CHART])
    asked = await jobs(worker)
    assert len(asked) == 2
    await draw_chart(worker, asked[0])
    assert (await one(worker)).wide is None, "one width alone is not shown"
    await draw_chart(worker, asked[1])
    await draw_chart(worker, asked[1])
    after = await one(worker)
    assert not after.waiting
    assert 'width="720"' in str(after.wide)
    assert 'width="340"' in str(after.narrow)
    assert page(after).count("<svg") == 2
    await clear_charts(worker)
    assert not (await one(worker)).waiting
    with clock.at(clock.now() + KEPT + timedelta(minutes=1)):
        await clear_charts(worker)
    assert (await one(worker)).waiting
    await draw_chart(worker, asked[0])


async def test_the_table_is_there_with_or_without_a_picture(worker: Connection) -> None:
    found = await one(worker)
    assert found.heads == ("Unit", "rencana", "terlaksana")
    assert found.rows == (("Dinas <b>", "1.200", "8"), ("RSUD", "2", "\N{EN DASH}"))
    assert "Dinas &lt;b&gt;" in page(found)
    nothing = await one(worker, EMPTY)
    assert not nothing.waiting
    assert nothing.rows == ()

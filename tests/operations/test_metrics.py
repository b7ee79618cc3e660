"""What is told to Prometheus: figures by names that are few, and nothing about anybody."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from litestar.types import Message, Receive, Scope, Send
from prometheus_client import generate_latest

from netralitas import measuring
from netralitas.database.context import EVERYTHING
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import reading, writing
from netralitas.jobs.queue import MOST_TRIES
from netralitas.measuring.queries import waiting
from netralitas.measuring.record import tell
from netralitas.settings import SettingsError
from netralitas.web.logging import RequestLog
from netralitas.web.metrics import REGISTRY
from tests.databases import Database


@pytest.fixture
async def working(clone: Database) -> AsyncIterator[None]:
    """The process's engine, open on a database of its own as the worker's role."""
    await ENGINE.open(clone.dsn("worker"))
    yield
    await ENGINE.close()


def told() -> str:
    """What Prometheus would read now."""
    return generate_latest(REGISTRY).decode()


def figure(line: str) -> float:
    """The figure of one series, 0 where there is none."""
    found = re.search(rf"^{re.escape(line)} (\S+)$", told(), re.MULTILINE)
    return float(found[1]) if found else 0.0


async def ask(method: str, path: str, template: str | None, status: int) -> None:
    """One request through the log."""

    async def app(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": []})

    async def receive() -> Message:
        raise AssertionError("nobody reads a body here")

    async def send(_: Message) -> None:
        return

    scope = {"type": "http", "method": method, "path": path, "path_template": template}
    await RequestLog(app)(scope, receive, send)  # type: ignore[arg-type]  # as much of a scope as is read


async def test_a_request_counts_under_its_template_and_never_under_what_was_typed() -> None:
    line = 'netralitas_requests_total{method="GET",route="/uji/{id:int}",status="200"}'
    before = figure(line)
    for number in range(200):
        await ask("GET", f"/uji/{number}?nip=198001012005011001", "/uji/{id:int}", 200)
        await ask(f"GARANG{number}", f"/rahasia-{number}", None, 404)
    assert figure(line) - before == 200
    assert figure('netralitas_request_seconds_count{route="/uji/{id:int}"}') >= 200
    unknown = 'netralitas_requests_total{method="other",route="unknown",status="404"}'
    assert figure(unknown) >= 200
    assert not re.search(r"GARANG|/rahasia-|198001012005011001|/uji/\d", told())


async def test_what_waits_is_told_by_kinds_that_the_worker_knows(working: None) -> None:
    async with writing(EVERYTHING) as c:
        await c.executemany(
            "INSERT INTO job (kind, payload, natural_key, due_at, tries)"
            " VALUES ($1, '{}', $2, now() - interval '90 seconds', $3)",
            [("index_case", None, 0), ("index_case", None, MOST_TRIES), ("milik Budi", None, 0)],
        )
    async with reading(EVERYTHING) as c:
        now = await waiting(c)
    tell(now, ("index_case", "capture"), ("sequence",))
    assert figure('netralitas_jobs{kind="index_case",state="waiting"}') == 1
    assert figure('netralitas_jobs{kind="index_case",state="held"}') == 1
    assert figure('netralitas_jobs{kind="capture",state="waiting"}') == 0
    assert figure('netralitas_job_oldest_seconds{kind="index_case"}') >= 90
    assert figure('netralitas_jobs{kind="other",state="waiting"}') == 1
    assert figure("netralitas_log_pending_events") == now.log.pending
    assert figure('netralitas_clocks{due="late"}') == 0
    assert "Budi" not in told()
    assert 'netralitas_pool_connections{pool="netralitas",state="most"} 10.0' in told()


def test_a_process_more_than_there_are_ports_is_said_before_it_starts() -> None:
    with pytest.raises(SettingsError, match="--metrics-port 65535"):
        measuring.plan(65535, 2)


def test_every_figure_stands_in_the_guide() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "production.md").read_text(encoding="utf-8")
    names = set(re.findall(r"^# HELP (netralitas_\w+)", told(), re.MULTILINE))
    assert len(names) > 10
    assert [name for name in sorted(names) if f"`{name}`" not in guide] == []

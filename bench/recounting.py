"""B7: a day off that moves twenty thousand open deadlines, previewed and saved as cases move."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Final

import asyncpg

from bench.datasets import DataSet
from bench.figures import Figure
from bench.loading import add
from bench.mover import moving
from bench.moves import request
from bench.offices import NATION, ZONE, Offices
from bench.processes import running
from bench.sessions import known_by_desk, signed_in
from bench.stories import WAITING
from bench.web import Web
from netralitas.access.domain import Actor, Role
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.editions.commands.changing import propose, save
from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.queries import Preview, preview
from netralitas.law.entries import holiday_key

_AMOUNT: Final = 60_000  # of which a third counts in working days, and moves
_OFFICES: Final = Offices().regencies[8:12]
_PREVIEW: Final = 2.0  # seconds
_JOB: Final = 30.0  # seconds
_PACE: Final = 20.0  # moves a second while the job runs
_PATIENCE: Final = 300.0  # seconds
_REQUESTS: Final = 5_000  # more than the pace needs until the patience ends
_LAST_DAY: Final = """
SELECT (due_at AT TIME ZONE 'Asia/Jakarta')::date AS day FROM clock
WHERE ended_by IS NULL AND superseded_by IS NULL AND due_at IS NOT NULL
GROUP BY day ORDER BY count(*) DESC LIMIT 1
"""
_LEFT: Final = """
SELECT count(*) FROM clock WHERE ended_by IS NULL AND superseded_by IS NULL
AND edition < (SELECT max(number) FROM law_edition)
"""
_MOVED: Final = "SELECT count(*) FROM event WHERE name = 'case.deadline_moved'"


def measure(data: DataSet, web: Web, rounds: int) -> list[Figure]:
    """Return the seconds of the preview and of the job; cases that move meanwhile are moved."""
    each = _AMOUNT // len(_OFFICES)
    cases = [
        case
        for office in _OFFICES
        for case in asyncio.run(add(data.dsn("postgres"), each, WAITING, office))
    ]
    off = asyncio.run(_last_day(data))
    previews, found = asyncio.run(_change(data, off, rounds))
    desks = [office.investigator for office in _OFFICES]
    cookies = dict(zip((one.id for one in _OFFICES), signed_in(data, desks), strict=True))
    known_by_desk(data, desks)
    spread = cases[:: max(1, len(cases) // _REQUESTS)]
    requests = [request(case, cookies[case.office.id], web) for case in spread]
    begun = time.perf_counter()
    with (
        moving(web.port, requests, _PACE) as mover,
        running(["-m", "netralitas", "worker"], data.settings().environment()) as worker,
    ):
        while asyncio.run(_count(data, _LEFT)):
            worker.stays(0.2)
            if time.perf_counter() - begun > _PATIENCE:
                raise RuntimeError("the job does not end")
        took, made = time.perf_counter() - begun, mover.made
    moved = asyncio.run(_count(data, _MOVED))
    shown = len(found.moving) + found.elsewhere
    return [
        Figure(
            code="B7",
            work=f"preview of a day off over {found.open_clocks:,} open deadlines",
            unit="s",
            samples=tuple(previews),
            target=f"≤ {_PREVIEW:.0f} s",
            met=max(previews) <= _PREVIEW,
            note=f"{shown:,} of them move",
        ),
        Figure(
            code="B7",
            work=f"job that moves {moved:,} deadlines, {made} moves meanwhile",
            unit="s",
            samples=(took,),
            target=f"≤ {_JOB:.0f} s",
            met=took <= _JOB,
            note="with starting the worker, an event each",
        ),
    ]


async def _change(data: DataSet, off: date, rounds: int) -> tuple[list[float], Preview]:
    """Propose the day off, look at it several times, save it; return how long looking took."""
    await ENGINE.open(data.dsn("app"), size=2)
    try:
        administrator = _administrator()
        draft = await propose(administrator, reason="Pengukuran", entries=(_day_off(off),))
        found = await preview(administrator, draft)  # it warms what is asked
        seconds = []
        for _ in range(rounds):
            begun = time.perf_counter()
            found = await preview(administrator, draft)
            seconds.append(time.perf_counter() - begun)
        confirmed = frozenset(question.code for question in found.questions)
        await save(administrator, draft, previewed=found.edition, confirmed=confirmed)
    finally:
        await ENGINE.close()
    return seconds, found


def _administrator() -> Actor:
    return Actor(
        officer=NATION * 2,
        organisation=NATION,
        desk=NATION * 2,
        name="Administrator",
        organisation_name="Bawaslu",
        organisation_kind="bawaslu",
        roles=frozenset({Role.ADMINISTRATOR}),
        zone=ZONE,
    )


def _day_off(on: date) -> Entry:
    body = {"on": on.isoformat(), "kind": "cuti_bersama", "name": "Pengukuran", "source": "Keppres"}
    return Entry(kind=EntryKind.HOLIDAY, key=holiday_key(on), body=body)


async def _last_day(data: DataSet) -> date:
    """Return the day on which most open deadlines end."""
    async with _superuser(data) as c:
        await c.execute("ANALYZE")
        day: date = await c.fetchval(_LAST_DAY)
        return day


async def _count(data: DataSet, statement: str) -> int:
    async with _superuser(data) as c:
        return int(await c.fetchval(statement))


@asynccontextmanager
async def _superuser(data: DataSet) -> AsyncIterator[Connection]:
    c = await asyncpg.connect(data.dsn("postgres"))
    try:
        yield c
    finally:
        await c.close()

"""B14: the pack of a meeting over every case and 5,000 activities, made by a worker of its own."""

import asyncio
import time
from dataclasses import replace
from typing import Final

import asyncpg

from bench.activities import ACTIVITIES, add_activities, parties, today
from bench.asking import investigator
from bench.datasets import DataSet
from bench.figures import Figure
from bench.offices import Office
from bench.processes import Process, running
from netralitas.access.domain import Actor, Role
from netralitas.database.engine import ENGINE
from netralitas.evaluation.commands import NewMeeting, Plan, freeze, hold, plan
from netralitas.evaluation.domain import MeetingKind
from netralitas.evaluation.packs.commands import ask_pack

_MOST: Final = 350.0  # megabytes
_PATIENCE: Final = 300.0  # seconds

_STATE: Final = "SELECT state, progress, problem FROM pack WHERE id = $1"


def measure(data: DataSet, cases: int, rounds: int) -> list[Figure]:
    """Return B14: how long a pack takes from the button on, and the most that its worker held.

    Each round is a pack of a meeting of its own, by a worker that has just started: its peak is
    that of loading the chart and paper engines, and of making. Changes `data`.
    """
    nation, other = parties()
    add_activities(data)
    seconds, peaks = [], []
    for turn in range(rounds):
        pack = asyncio.run(_asked(data, _keeper(nation), other, turn))
        begun = time.perf_counter()
        with running(["-m", "netralitas", "worker"], data.settings().environment()) as worker:
            asyncio.run(_ready(data, worker, pack))
            seconds.append(time.perf_counter() - begun)
            peaks.append(worker.most_megabytes())
    work = f"pack of a meeting, {cases:,} cases and {ACTIVITIES:,} activities"
    return [
        Figure(
            code="B14",
            work=f"{work}: until it is ready",
            unit="s",
            samples=tuple(seconds),
            note="the worker's start included",
        ),
        Figure(
            code="B14",
            work=f"{work}: the most its worker held",
            unit="MB",
            samples=tuple(peaks),
            target=f"≤ {_MOST:.0f} MB",
            met=max(peaks) <= _MOST,
        ),
    ]


def _keeper(office: Office) -> Actor:
    """Return the commissioner of an office, who keeps its meetings."""
    return replace(
        investigator(office),
        officer=office.commissioner,
        desk=office.commissioner,
        roles=frozenset({Role.COMMISSIONER}),
    )


async def _asked(data: DataSet, keeper: Actor, other: Office, turn: int) -> int:
    """Return the id of the pack that waits, of a meeting that was held and has its figures."""
    await ENGINE.open(data.dsn("app"), command_seconds=None)
    try:
        wanted = Plan(title=f"Rapat ukur {turn}", planned_on=today(), place="Ukur")
        new = NewMeeting(kind=MeetingKind.PERIODIC, other_party=other.id, plan=wanted)
        meeting = await plan(keeper, new)
        await hold(keeper, meeting, today())
        await freeze(keeper, meeting)
        return await ask_pack(keeper, meeting)
    finally:
        await ENGINE.close()


async def _ready(data: DataSet, worker: Process, pack: int) -> None:
    """Wait until a pack is made; RuntimeError when it is given up or takes too long."""
    c = await asyncpg.connect(data.dsn("postgres"))
    end = time.monotonic() + _PATIENCE
    try:
        while (row := await c.fetchrow(_STATE, pack))["state"] != "ready":
            if row["state"] == "failed" or time.monotonic() > end:
                raise RuntimeError(f"the pack stands at {row['progress']} %: {row['problem']}")
            await asyncio.to_thread(worker.stays, 0.05)
    finally:
        await c.close()

"""Whatever is killed in the middle of the work: what was acknowledged is there, nothing is half."""

import asyncio
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

import asyncpg

from netralitas import clock
from netralitas.audit.domain import Moment
from netralitas.cases import clocks
from netralitas.workflow import engine as workflow_engine
from netralitas.workflows import workflow
from tests.concurrency.scene import BOOK, set_the_scene
from tests.concurrency.walkers import Acknowledged, Case, Tally, Walker, story
from tests.programs import Demo, run

JAKARTA = ZoneInfo("Asia/Jakarta")
CLIENTS = 8
CASES_EACH = 5
MOVES = 1000
PER_CASE = MOVES // (CLIENTS * CASES_EACH)

KILLED: tuple[Callable[[Demo], int | None], ...] = (
    Demo.web_worker,
    lambda demo: demo.child("worker"),
    Demo.database,
    lambda demo: demo.child("serve"),
    Demo.database,
    lambda demo: demo.child("worker"),
)
"""One after the other, spread evenly over the moves."""


async def kill_in_between(demo: Demo, tally: Tally) -> None:
    """Kill one process after the other, each when another part of the moves is acknowledged."""
    for number, which in enumerate(KILLED, start=1):
        await tally.reached(MOVES * number // (len(KILLED) + 1))
        await asyncio.to_thread(demo.kill, which)


async def walk_everything(demo: Demo) -> tuple[Tally, list[list[Case]]]:
    cookies, cases = await set_the_scene(demo.settings(), CLIENTS, CASES_EACH)
    tally = Tally()
    async with asyncio.TaskGroup() as tasks:
        for cookie, own in zip(cookies, cases, strict=True):
            walker = Walker(demo.port, cookie, tally)
            tasks.create_task(walker.walk(own, story(PER_CASE)))
        tasks.create_task(kill_in_between(demo, tally))
    return tally, cases


async def test_nothing_acknowledged_is_lost_and_nothing_is_half_written(
    running_demo: Demo,
) -> None:
    tally, cases = await walk_everything(running_demo)
    assert len(tally.acknowledged) + tally.turned_out == MOVES
    assert tally.lost > 0
    assert tally.statuses <= {200, 303, 409, 503}
    settings = running_demo.settings()
    walked = [case for own in cases for case in own]
    connection = await asyncpg.connect(settings.auditor_dsn)
    try:
        await every_acknowledged_move_is_there(connection, tally.acknowledged)
        await every_case_stands_where_its_moves_led(connection, walked)
        await every_event_has_its_clocks(connection, walked)
        await every_number_was_given_once(connection, walked)
        await the_work_behind_is_done_by_itself(connection)
    finally:
        await connection.close()
    verified = run("--environment", running_demo.environment, "audit", "verify")
    assert (verified.code, verified.err) == (0, ""), verified.out


async def every_acknowledged_move_is_there(
    c: asyncpg.Connection, acknowledged: list[Acknowledged]
) -> None:
    rows = await c.fetch("SELECT proceeding, version, name FROM event WHERE kind = 'move'")
    there = {(row["proceeding"], row["version"], row["name"]) for row in rows}
    told = {(one.proceeding, one.version, f"handling.{one.move}") for one in acknowledged}
    assert told <= there


async def every_case_stands_where_its_moves_led(c: asyncpg.Connection, cases: list[Case]) -> None:
    for case in cases:
        events = await c.fetch(
            "SELECT version, to_state, proceeding FROM event WHERE stream = $1 ORDER BY version",
            case.id,
        )
        assert [event["version"] for event in events] == list(range(1, len(events) + 1))
        assert len(events) == case.version == 3 + PER_CASE
        state = await c.fetchrow(
            "SELECT state, version FROM proceeding WHERE id = $1", case.proceeding
        )
        assert tuple(state) == (events[-1]["to_state"], case.version)
        listed = await c.fetch(
            "SELECT DISTINCT state FROM worklist_item WHERE proceeding = $1", case.proceeding
        )
        assert [row["state"] for row in listed] == [state["state"]]


async def every_event_has_its_clocks(c: asyncpg.Connection, cases: list[Case]) -> None:
    declared, expected = workflow("handling", 1), set()
    events = await c.fetch(
        "SELECT e.id, e.facts, e.to_state, f.regime FROM event e"
        " JOIN case_file f ON f.id = e.stream WHERE e.stream = ANY ($1)",
        [case.id for case in cases],
    )
    for event in events:
        starts, _ = workflow_engine.clocks(declared, event["facts"], event["to_state"])
        started = (
            clocks.start(one, event["regime"], Moment.day(clock.today(JAKARTA)), BOOK)
            for one in starts
        )
        expected |= {(event["id"], one.rule) for one in started if one is not None}
    rows = await c.fetch(
        "SELECT started_by, rule FROM clock WHERE case_file = ANY ($1)", [case.id for case in cases]
    )
    assert expected
    assert sorted(map(tuple, rows)) == sorted(expected)


async def every_number_was_given_once(c: asyncpg.Connection, cases: list[Case]) -> None:
    serials = await c.fetch(
        "SELECT series, array_agg(serial ORDER BY serial) FROM number GROUP BY 1"
    )
    for _, given in serials:
        assert given == list(range(1, len(given) + 1))
    registered = await c.fetch(
        "SELECT case_file FROM case_number WHERE kind = 'register' AND case_file = ANY ($1)",
        [case.id for case in cases],
    )
    assert sorted(row["case_file"] for row in registered) == sorted(case.id for case in cases)


async def the_work_behind_is_done_by_itself(c: asyncpg.Connection) -> None:
    deadline = time.monotonic() + 60
    while await c.fetchval(_WAITING):
        assert time.monotonic() < deadline, "jobs or events still wait"
        await asyncio.sleep(0.1)
    leaves = await c.fetchval("SELECT count(*) FROM log_leaf")
    assert leaves == await c.fetchval("SELECT count(*) FROM event")


_WAITING = "SELECT (SELECT count(*) FROM job) + (SELECT count(*) FROM log_pending)"

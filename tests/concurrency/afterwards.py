"""What must hold of a demo when its clients have finished, whatever was killed meanwhile."""

import asyncio
import time
from zoneinfo import ZoneInfo

import asyncpg

from netralitas import clock
from netralitas.audit.domain import Moment
from netralitas.cases import clocks
from netralitas.workflow import engine as workflow_engine
from netralitas.workflows import workflow
from tests.concurrency.scene import BOOK
from tests.concurrency.walkers import Acknowledged, Case, Tally
from tests.programs import Demo, run

JAKARTA = ZoneInfo("Asia/Jakarta")
PREPARED = 3  # events of a case before the clients begin
PATIENCE = 120.0  # seconds; a killed worker keeps its job for thirty of them

_WAITING = "SELECT (SELECT count(*) FROM job) + (SELECT count(*) FROM log_pending)"


async def the_record_is_whole(
    demo: Demo, tally: Tally, cases: list[Case], *, moves: int, patience: float = PATIENCE
) -> None:
    """Hold all of what follows, of cases each of which made so many moves; the log verifies.

    `patience` is how many seconds the work behind may take to end by itself.
    """
    connection = await asyncpg.connect(demo.settings().auditor_dsn)
    try:
        await every_acknowledged_move_is_there(connection, tally.acknowledged)
        await every_case_stands_where_its_moves_led(connection, cases, moves)
        await every_event_has_its_clocks(connection, cases)
        await every_number_was_given_once(connection, cases)
        await the_work_behind_is_done_by_itself(connection, patience)
    finally:
        await connection.close()
    verified = run("--environment", demo.environment, "audit", "verify")
    assert (verified.code, verified.err) == (0, ""), verified.out


async def every_acknowledged_move_is_there(
    c: asyncpg.Connection, acknowledged: list[Acknowledged]
) -> None:
    rows = await c.fetch("SELECT proceeding, version, name FROM event WHERE kind = 'move'")
    there = {(row["proceeding"], row["version"], row["name"]) for row in rows}
    told = {(one.proceeding, one.version, f"handling.{one.move}") for one in acknowledged}
    assert told <= there


async def every_case_stands_where_its_moves_led(
    c: asyncpg.Connection, cases: list[Case], moves: int
) -> None:
    for case in cases:
        events = await c.fetch(
            "SELECT version, to_state, proceeding FROM event WHERE stream = $1 ORDER BY version",
            case.id,
        )
        assert [event["version"] for event in events] == list(range(1, len(events) + 1))
        assert len(events) == case.version == PREPARED + moves
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


async def the_work_behind_is_done_by_itself(c: asyncpg.Connection, patience: float) -> None:
    deadline = time.monotonic() + patience
    while await c.fetchval(_WAITING):
        assert time.monotonic() < deadline, "jobs or events still wait"
        await asyncio.sleep(0.1)  # the worker tells nobody when it is done: look again
    leaves = await c.fetchval("SELECT count(event) FROM log_leaf")
    assert leaves == await c.fetchval("SELECT count(*) FROM event")

"""Whatever is killed in the middle of the work: what was acknowledged is there, nothing is half."""

import asyncio
from collections.abc import Callable

from tests.concurrency.afterwards import the_record_is_whole
from tests.concurrency.scene import set_the_scene
from tests.concurrency.walkers import Case, Tally, Walker, story
from tests.programs import Demo

CLIENTS = 8
CASES_EACH = 5
MOVES = 1000
PER_CASE = MOVES // (CLIENTS * CASES_EACH)

KILLED: tuple[Callable[[Demo], int | None], ...] = (
    lambda demo: demo.child("worker"),
    Demo.database,
    lambda demo: demo.child("worker"),
    Demo.database,
    lambda demo: demo.child("serve"),
    Demo.web_worker,
)
"""One after the other, spread evenly over the moves.

The worker, and the database under it, come early: a job that was interrupted is taken up again half
a minute later, while the clients go on.
"""


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
    walked = [case for own in cases for case in own]
    await the_record_is_whole(running_demo, tally, walked, moves=PER_CASE)

"""Registers: no gap and no double, whoever takes and whatever is undone."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from netralitas.correspondence.domain import Taken
from netralitas.correspondence.numbers import take
from netralitas.correspondence.patterns import PatternError
from netralitas.database.connection import Connection
from tests.world import World

ON = date(2024, 9, 2)
AT = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)


async def next_number(
    c: Connection, organisation: int, *, on: date = ON, pattern: str = "{serial:03}/{year}"
) -> Taken:
    return await take(
        c, organisation=organisation, kind="register.report", on=on, pattern=pattern, at=AT
    )


async def given_out(world: World) -> list[int]:
    """The serials of the register, in the order they were given out."""
    async with world.acting(world.own, world.officer) as c:
        return [row[0] for row in await c.fetch("SELECT serial FROM number ORDER BY id")]


async def test_numbers_follow_one_another(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        taken = [await next_number(c, world.own) for _ in range(3)]
    assert [number.printed for number in taken] == ["001/2024", "002/2024", "003/2024"]
    assert [number.serial for number in taken] == [1, 2, 3]


async def test_each_office_and_each_year_has_its_own_register(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        await next_number(c, world.own)
        assert (await next_number(c, world.superior)).serial == 1
        assert (await next_number(c, world.own, on=date(2025, 1, 2))).printed == "001/2025"
        assert (await next_number(c, world.own)).serial == 2


async def test_a_number_of_an_undone_transaction_is_given_out_again(world: World) -> None:
    async with world.acting(world.own, world.officer, keep=False) as c:
        await next_number(c, world.own)
    async with world.acting(world.own, world.officer) as c:
        assert (await next_number(c, world.own)).serial == 1


async def test_a_bad_pattern_takes_nothing(world: World) -> None:
    async with world.acting(world.own, world.officer) as c:
        with pytest.raises(PatternError):
            await next_number(c, world.own, pattern="LP/{year}")
    assert await given_out(world) == []


async def test_the_second_taker_waits_for_the_first(world: World) -> None:
    second_asked = asyncio.Event()

    async def second() -> Taken:
        async with world.acting(world.own, world.colleague) as c:
            second_asked.set()
            return await next_number(c, world.own)

    async with world.acting(world.own, world.officer) as c:
        first = await next_number(c, world.own)
        waiting = asyncio.create_task(second())
        await second_asked.wait()
        assert await someone_waits(world)
        assert not waiting.done()
    assert (first.serial, (await waiting).serial) == (1, 2)


WAITING = """
SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE NOT granted AND datname = current_database()
"""


async def someone_waits(world: World) -> bool:
    """Whether, within five seconds, a transaction waits for another's lock."""
    async with asyncio.timeout(5), world.acting(role="worker") as c:
        while not await c.fetchval(WAITING):
            continue
    return True


async def test_many_takers_some_of_whom_give_up_leave_no_gap_and_no_double(world: World) -> None:
    async def taker(number: int) -> None:
        for turn in range(5):
            kept = (number + turn) % 3 > 0
            async with world.acting(world.own, world.officer, keep=kept) as c:
                await next_number(c, world.own)

    await asyncio.gather(*(taker(number) for number in range(8)))
    serials = await given_out(world)
    assert serials == list(range(1, len(serials) + 1))
    assert 20 < len(serials) < 40

"""The town and the browsers of the case page; changes of the law, and what they do to clocks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from netralitas.cases.recounting import recount_chunk
from netralitas.database.connection import Row
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.editions import policy, queries
from netralitas.editions.commands.changing import propose, save
from netralitas.editions.current import LAW
from netralitas.editions.domain import Entry, EntryKind
from netralitas.law.entries import holiday_key
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.make import Town

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]

EVERY_QUESTION = frozenset(policy.QUESTIONS)
_CLOCKS = "SELECT * FROM clock WHERE case_file = $1 ORDER BY id"
_EVENTS = "SELECT id, details FROM event WHERE stream = $1 AND name = $2 ORDER BY id"
_WAITING = """
SELECT EXISTS (SELECT FROM clock
               WHERE ended_by IS NULL AND superseded_by IS NULL AND edition < $1)
"""


def day_off(on: date, region: str = "", **changes: str) -> Entry:
    """A day of joint leave, in the nation or in a region."""
    body = {
        "on": on.isoformat(),
        "kind": "cuti_bersama",
        "name": "Cuti bersama tambahan",
        "source": "Keputusan contoh",
        **changes,
    }
    return Entry(kind=EntryKind.HOLIDAY, key=holiday_key(on, region), body=body)


async def newest() -> int:
    """The number of the edition in force."""
    async with reading(EVERYTHING) as c:
        return await queries.newest(c)


async def change(town: Town, *entries: Entry, reason: str = "Keputusan baru") -> int:
    """Propose the entries and save them with every question confirmed; the new edition."""
    draft = await propose(town.hadi, reason=reason, entries=entries)
    return await save(town.hadi, draft, previewed=await newest(), confirmed=EVERY_QUESTION)


async def recount() -> list[int]:
    """Do what the job does until no open clock is of an older edition; the clocks that are new."""
    moved: list[int] = []
    waiting = True
    while waiting:
        async with writing(EVERYTHING) as c:
            law = await LAW.follow(c)
            moved += await recount_chunk(c, law)
            waiting = await c.fetchval(_WAITING, law.edition)
    return moved


async def clocks(case: int) -> Sequence[Row]:
    """Every clock of a case, in the order in which they were begun."""
    async with reading(EVERYTHING) as c:
        return await c.fetch(_CLOCKS, case)


async def events(case: int, name: str) -> Sequence[Any]:
    """The events of a case that have the name."""
    async with reading(EVERYTHING) as c:
        return await c.fetch(_EVENTS, case, name)

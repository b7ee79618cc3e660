"""The law as an edition says it, and the editions themselves."""

import asyncio
from dataclasses import dataclass

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.queries.moving import MovingDate, moving, open_clocks
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.editions import store
from netralitas.editions.domain import Bodies, Draft, Question
from netralitas.editions.file import written
from netralitas.editions.policy import questions
from netralitas.editions.wellformed import law_after
from netralitas.law.domain import Zone
from netralitas.law.entries import LawData, law_data
from netralitas.refusals import NotVisible, RuleBroken


async def newest(c: Connection) -> int:
    """Return the number of the edition in force; 0 before `migrate` has brought the first."""
    return await store.newest(c)


async def law_of(c: Connection, edition: int) -> LawData:
    """Return all that an edition says; two statements."""
    return law_data(
        await store.entries(c, edition),
        edition=edition,
        calendar_version=await store.calendar_version(c, edition),
    )


async def entries(c: Connection, edition: int) -> Bodies:
    """Return what an edition says, by kind and key."""
    return await store.entries(c, edition)


async def law_file(c: Connection, edition: int) -> bytes:
    """Return all that an edition says as a file, for whoever reads the law elsewhere."""
    version = await store.calendar_version(c, edition)
    return written(await store.entries(c, edition), edition, calendar_version=version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a draft would do if it were saved now.

    `moving` are the deadlines of cases that the administrator's office reads, in the order of the
    cases; `elsewhere` counts those of other offices, of which nothing else is told.
    """

    draft: Draft
    edition: int
    before: Bodies
    moving: tuple[MovingDate, ...]
    elsewhere: int
    open_clocks: int
    questions: tuple[Question, ...]
    refusal: str | None = None


async def preview(actor: Actor, identity: int) -> Preview:
    """Return what the draft would do; it reads every open deadline, which no office sees alone.

    Raises NotVisible for a draft of somebody else. A draft that no longer fits the edition in
    force has no moving dates and says why in `refusal`.
    """
    async with reading(EVERYTHING) as c:
        draft = await store.draft(c, identity)
        if draft is None or draft.officer != actor.officer:
            raise NotVisible
        number = await store.newest(c)
        before = await store.entries(c, number)
        rows = await open_clocks(c)
    try:
        law = law_after(before, draft.entries, number + 1)
    except RuleBroken as refusal:
        return _empty(draft, number, before, len(rows), refusal.reason)
    moved = await asyncio.to_thread(moving, rows, law.book)  # other requests go on meanwhile
    own = tuple(one for one in moved if actor.everything or actor.organisation in one.readers)
    return Preview(
        draft=draft,
        edition=number,
        before=before,
        moving=own,
        elsewhere=len(moved) - len(own),
        open_clocks=len(rows),
        questions=questions(before, draft.entries, clock.today(Zone(actor.zone).tz)),
    )


def _empty(draft: Draft, number: int, before: Bodies, clocks: int, refusal: str) -> Preview:
    return Preview(
        draft=draft,
        edition=number,
        before=before,
        moving=(),
        elsewhere=0,
        open_clocks=clocks,
        questions=(),
        refusal=refusal,
    )

"""Asking for a pack: one row, one job, one event."""

from collections.abc import Sequence
from typing import Final

from netralitas.access.domain import Actor
from netralitas.accounts.queries import readers_for
from netralitas.charts.commands import ask as ask_charts
from netralitas.charts.domain import Chart
from netralitas.database.transactions import writing
from netralitas.evaluation import store as meetings
from netralitas.evaluation.commands.standing import Sitting, sitting
from netralitas.evaluation.packs import store
from netralitas.evaluation.packs.policy import check_asking
from netralitas.jobs.queue import enqueue

MAKE: Final = "make_pack"
"""The kind of the job that makes one pack."""


async def ask_pack(actor: Actor, meeting: int) -> int:
    """Return the id of a pack that the worker makes now, as the actor's office reads the record.

    Before the figures are frozen it is a draft, which only that office and those above it read;
    afterwards it is the paper that both parties sign, so whoever reads the meeting reads it.
    Raises RuleBroken for a cancelled or signed meeting and while one is being made.
    """
    async with sitting(actor, meeting) as now:
        office = actor.organisation
        check_asking(
            now.meeting,
            signed=await meetings.is_signed(now.connection, meeting),
            unfinished=await store.is_unfinished(now.connection, meeting, office),
        )
        draft = not await meetings.is_frozen(now.connection, meeting)
        readers = await _own_readers(now) if draft else now.meeting.readers
        pack = await store.ask(now.connection, meeting, office, now.head.now, readers, draft=draft)
        await enqueue(now.connection, MAKE, {"pack": pack}, natural_key=f"{MAKE} {pack}")
        await now.happened("meeting.pack_asked", pack=pack, draft=draft)
    return pack


async def draw_charts(actor: Actor, charts: Sequence[Chart]) -> None:
    """Have the worker draw the charts of a page that are not drawn yet."""
    async with writing(actor) as c:
        await ask_charts(c, charts)


async def _own_readers(now: Sitting) -> tuple[int, ...]:
    """Return the office and those above it, of those who read the meeting."""
    above = await readers_for(now.connection, now.actor.organisation)
    return tuple(each for each in above if each in now.meeting.readers)

"""Making notices: of deadlines that come, pass or move; and noting that they were seen."""

from collections.abc import Sequence
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.jobs.queue import ENQUEUE
from netralitas.notices import store
from netralitas.notices.domain import Lead
from netralitas.notices.policy import windows
from netralitas.settings import Settings

SEND: Final = "send_notice"
"""The job that mails one notice: {"notice": id}."""


class Reminding:
    """The worker's periodic work: it tells of every deadline for which the time has come."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings how early and how late, and whether there is a mail server."""
        self._lead = Lead(before=settings.reminder_days, after=settings.escalation_days)
        self._by_mail = bool(settings.smtp_host)

    async def run(self, connection: Connection) -> None:
        """Make what is due now."""
        await tell_due(connection, self._lead, by_mail=self._by_mail)


async def tell_due(connection: Connection, lead: Lead, *, by_mail: bool) -> None:
    """Tell whoever is responsible of each open deadline for which the time has come, once.

    A job mails each new notice of an officer with an address. Two statements, however many
    deadlines there are; in the transaction of a worker.
    """
    now = clock.now()
    made = await store.tell_due(connection, now, windows(now, lead))
    if by_mail:
        jobs = [(SEND, {"notice": notice}, f"notice:{notice}", None) for notice in made]
        await connection.executemany(ENQUEUE, jobs)


async def tell_moved(connection: Connection, clocks: Sequence[int]) -> None:
    """Tell whoever is responsible that these clocks, just made, have another date than before.

    Each clock is told of once, and deadlines that stand alike in a case as one. One statement, in
    the transaction of a worker. Nothing is mailed: a day off moves hundreds of dates at once.
    """
    await store.tell_moved(connection, clocks, clock.now())


async def see(actor: Actor, notices: Sequence[int]) -> None:
    """Hold that the actor has seen these notices of theirs."""
    if notices:
        async with writing(actor) as c:
            await store.see(c, actor.officer, notices, clock.now())

"""Making notices of what is due under agreements, for those who keep them at the parties."""

from collections.abc import Awaitable, Callable
from typing import Final

from netralitas import clock
from netralitas.agreements.queries import AHEAD, due_dates
from netralitas.database.connection import Connection
from netralitas.jobs.queue import ENQUEUE
from netralitas.law.entries import LawData
from netralitas.notices.commands.telling import SEND
from netralitas.notices.domain import Lead
from netralitas.notices.policy import windows
from netralitas.notices.store import MOST
from netralitas.notices.store_agreements import tell_agreements
from netralitas.settings import Settings

FollowLaw = Callable[[Connection], Awaitable[LawData]]
"""Gives the law in force, by whose calendar days are counted."""

_LEAD: Final = Lead(before=AHEAD, after=AHEAD)


class RemindingOfAgreements:
    """The worker's periodic work: it tells of each date of an agreement before, on and after it."""

    def __init__(self, settings: Settings, follow_law: FollowLaw) -> None:
        """Take from the settings whether there is a mail server."""
        self._by_mail = bool(settings.smtp_host)
        self._follow_law = follow_law

    async def run(self, connection: Connection) -> None:
        """Make what is due now; two statements, however many agreements there are."""
        law = await self._follow_law(connection)
        found = await due_dates(connection, law.book.calendar())
        due = [
            (each.agreement, office, each.code, each.on)
            for each in found
            for office in each.offices
        ]
        now = clock.now()
        made = await tell_agreements(connection, now, due, windows(now, _LEAD), MOST)
        if self._by_mail:
            jobs = [(SEND, {"notice": notice}, f"notice:{notice}", None) for notice in made]
            await connection.executemany(ENQUEUE, jobs)

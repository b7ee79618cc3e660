"""Making notices of the hours of incidents, for those who keep them at the office."""

from netralitas import clock
from netralitas.access.policy import Permission, roles_for
from netralitas.database.connection import Connection
from netralitas.jobs.queue import ENQUEUE
from netralitas.notices.commands.telling import SEND
from netralitas.notices.policy import stages
from netralitas.notices.store import MOST
from netralitas.notices.store_incidents import tell_incidents
from netralitas.privacy.incidents.domain import HOURS
from netralitas.settings import Settings


class RemindingOfIncidents:
    """The worker's periodic work: it tells of an incident whose hours end, once of each stage."""

    def __init__(self, settings: Settings) -> None:
        """Take from the settings whether there is a mail server."""
        self._by_mail = bool(settings.smtp_host)

    async def run(self, connection: Connection) -> None:
        """Make what is due now; two statements, however many incidents there are."""
        now, roles = clock.now(), sorted(roles_for(Permission.KEEP_INCIDENTS))
        made = await tell_incidents(connection, now, roles, HOURS, stages(now), MOST)
        if self._by_mail:
            jobs = [(SEND, {"notice": notice}, f"notice:{notice}", None) for notice in made]
            await connection.executemany(ENQUEUE, jobs)

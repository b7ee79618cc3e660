"""`/klarifikasi`: the sessions of an office."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.access.policy import Permission
from netralitas.investigation.clarification.queries.calendar import calendar_page
from netralitas.law.book import RuleBook
from netralitas.web.visit import Visit


class SessionCalendarController(Controller):
    """The sessions of a month, as a calendar and as a list."""

    path = "/klarifikasi"
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str]:
        """Show the month that the address asks for."""
        return await visit.show(
            Permission.SEE_SESSIONS,
            "investigation/calendar.html",
            lambda c: calendar_page(c, visit.actor, visit.asked, clock.now(), book.calendar()),
        )

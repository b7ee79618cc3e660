"""The task forces under an agreement, one of them, and its roster."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission
from netralitas.exchange.forces.queries import force_page, forces_page, roster_page
from netralitas.law.book import RuleBook
from netralitas.web.visit import Visit


class ForcesController(Controller):
    """`/kerja-sama/{id}/satgas`: who works for the parties, by which decree."""

    path = "/kerja-sama/{number:int}/satgas"
    include_in_schema = False

    @get()
    async def show(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show all of them."""
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "exchange/forces.html",
            lambda c: forces_page(c, visit.actor, number, visit.today),
        )

    @get("/{force:int}")
    async def show_one(
        self, number: FromPath[int], force: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show one of them."""
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "exchange/force.html",
            lambda c: force_page(c, visit.actor, number, force, visit.today),
        )

    @get("/{force:int}/piket")
    async def roster(
        self,
        number: FromPath[int],
        force: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show who is on duty on each day of a month."""
        month, calendar = visit.asked.get("bulan") or "", book.calendar()
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "exchange/roster.html",
            lambda c: roster_page(c, visit.actor, (number, force), month, calendar, visit.today),
        )

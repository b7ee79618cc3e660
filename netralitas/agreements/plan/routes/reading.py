"""The work plan by year, and one indicator of it."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission
from netralitas.agreements.plan.queries import indicator_page, plan_page
from netralitas.web.visit import Visit

_YEAR_DIGITS = 4


class PlanPageController(Controller):
    """`/kerja-sama/{id}/rencana-kerja`: what was planned, and what became of it."""

    path = "/kerja-sama/{number:int}/rencana-kerja"
    include_in_schema = False

    @get()
    async def show(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show each row of the plan by year."""
        year = visit.today.year
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "agreements/plan.html",
            lambda c: plan_page(c, number, visit.actor, year),
        )

    @get("/{row:int}/{aspect:str}/{place:int}")
    async def show_one(
        self,
        number: FromPath[int],
        row: FromPath[int],
        aspect: FromPath[str],
        place: FromPath[int],
        visit: NamedDependency[Visit],
    ) -> Response[str]:
        """Show an indicator, and what was counted in the year that is asked for."""
        asked = visit.asked.get("tahun", "")
        year = (
            int(asked)
            if asked.isascii() and asked.isdecimal() and len(asked) == _YEAR_DIGITS
            else 0
        )
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "agreements/indicator.html",
            lambda c: indicator_page(
                c, number, (row, aspect, place), visit.actor, (visit.today.year, year)
            ),
        )

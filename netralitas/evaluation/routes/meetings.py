"""`/evaluasi`: meetings, one meeting, its figures."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas.access.policy import Permission
from netralitas.evaluation.commands import freeze
from netralitas.evaluation.queries import figures_page, meeting_page, meetings_page
from netralitas.evaluation.queries.lines import address
from netralitas.evaluation.routes.acting import SHEET, Sheet
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit


class MeetingsController(Controller):
    """`/evaluasi`: the meetings, and the decisions that are still open."""

    path = "/evaluasi"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the page of the list that the address asks for."""
        return await visit.show(
            Permission.SEE_MEETINGS,
            "evaluation/meetings.html",
            lambda c: meetings_page(c, visit.actor, visit.asked, visit.today),
        )


class MeetingController(Controller):
    """`/evaluasi/rapat/{id}`: one meeting, its frozen figures."""

    path = "/evaluasi/rapat/{meeting:int}"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def show(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show what is recorded of it and what can be done."""
        return await sheet.look("evaluation/meeting.html", meeting_page)

    @get("/angka")
    async def figures(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the figures with their definitions and counted again, or how they come to be."""
        return await sheet.look("evaluation/figures.html", figures_page)

    @post("/angka")
    async def freeze(self, sheet: NamedDependency[Sheet]) -> Redirect:
        """Freeze the figures of now."""
        await freeze(sheet.actor, sheet.meeting)
        return see_other(address(sheet.meeting, "angka"))

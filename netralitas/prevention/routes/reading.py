"""What is only looked at: the list of activities, and the plan of one."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission
from netralitas.prevention.queries import activities_page
from netralitas.prevention.queries.activity import plan_tab
from netralitas.web.visit import Visit


class ActivitiesController(Controller):
    """`/pencegahan/kegiatan`: the activities, and each on a page of its own."""

    path = "/pencegahan/kegiatan"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the page of the list that the address asks for."""
        return await visit.show(
            Permission.SEE_PREVENTION,
            "prevention/activities.html",
            lambda c: activities_page(c, visit.actor, visit.asked, visit.today),
        )

    @get("/{number:int}")
    async def show_one(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show one activity."""
        return await visit.show(
            Permission.SEE_PREVENTION,
            "prevention/activity_plan.html",
            lambda c: plan_tab(c, visit.actor, number, visit.asked.get("tercatat")),
        )

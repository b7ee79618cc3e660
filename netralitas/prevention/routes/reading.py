"""What is only looked at: the dashboard, its tables as files, the list, one activity."""

from typing import Any
from zoneinfo import ZoneInfo

from litestar import Controller, Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.prevention.address import read_filters
from netralitas.prevention.queries import activities_page, activity_page, dashboard
from netralitas.prevention.table_file import MEDIA_TYPE, csv_file, rows_of, table_name
from netralitas.web.fragments import page
from netralitas.web.frame import Frame

type_request = Request[Any, Any, Any]


class DashboardController(Controller):
    """`/pencegahan`: a year of prevention, held against plan."""

    path = "/pencegahan"
    include_in_schema = False

    @get()
    async def show(
        self, request: type_request, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the year and theme that the address names."""
        may(actor, Permission.SEE_PREVENTION)
        wanted = read_filters(request.query_params)
        async with reading(actor) as c:
            content = await dashboard(c, actor, wanted, clock.today(ZoneInfo(actor.zone)))
        return page("prevention/dashboard.html", content, frame=frame)


class DataController(Controller):
    """`/pencegahan/data.csv`: a table of the dashboard, as it is seen."""

    path = "/pencegahan/data.csv"
    include_in_schema = False

    @get()
    async def download(
        self, request: type_request, actor: NamedDependency[Actor]
    ) -> Response[bytes]:
        """Send the table that the address names, with the filters of the dashboard."""
        may(actor, Permission.SEE_PREVENTION)
        table = table_name(request.query_params.get("tabel"))
        wanted = read_filters(request.query_params)
        async with reading(actor) as c:
            content = await dashboard(c, actor, wanted, clock.today(ZoneInfo(actor.zone)))
        name = f"pencegahan-{table}-{content.year}.csv"
        return Response(
            content=csv_file(rows_of(content, table)),
            media_type=MEDIA_TYPE,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class ActivitiesController(Controller):
    """`/pencegahan/kegiatan`: the activities, and each on a page of its own."""

    path = "/pencegahan/kegiatan"
    include_in_schema = False

    @get()
    async def show(
        self, request: type_request, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the page of the list that the address asks for."""
        may(actor, Permission.SEE_PREVENTION)
        today = clock.today(ZoneInfo(actor.zone))
        async with reading(actor) as c:
            content = await activities_page(c, actor, request.query_params, today)
        return page("prevention/activities.html", content, frame=frame)

    @get("/{number:int}")
    async def show_one(
        self,
        request: type_request,
        number: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show one activity."""
        may(actor, Permission.SEE_PREVENTION)
        async with reading(actor) as c:
            content = await activity_page(c, actor, number, request.query_params.get("tercatat"))
        return page("prevention/activity.html", content, frame=frame)

"""What is only looked at: the dashboard, its tables as files, the list, one activity."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.prevention.address import read_filters
from netralitas.prevention.queries import activities_page, activity_page, dashboard
from netralitas.prevention.table_file import rows_of, table_name
from netralitas.web.table_file import MEDIA_TYPE, csv_file
from netralitas.web.visit import Visit


class DashboardController(Controller):
    """`/pencegahan`: a year of prevention, held against plan."""

    path = "/pencegahan"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the year and theme that the address names."""
        return await visit.show(
            Permission.SEE_PREVENTION,
            "prevention/dashboard.html",
            lambda c: dashboard(c, visit.actor, read_filters(visit.asked), visit.today),
        )


class DataController(Controller):
    """`/pencegahan/data.csv`: a table of the dashboard, as it is seen."""

    path = "/pencegahan/data.csv"
    include_in_schema = False

    @get()
    async def download(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the table that the address names, with the filters of the dashboard."""
        may(visit.actor, Permission.SEE_PREVENTION)
        table = table_name(visit.asked.get("tabel"))
        wanted = read_filters(visit.asked)
        async with reading(visit.actor) as c:
            content = await dashboard(c, visit.actor, wanted, visit.today)
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
            "prevention/activity.html",
            lambda c: activity_page(c, visit.actor, number, visit.asked.get("tercatat")),
        )

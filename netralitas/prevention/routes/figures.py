"""The figures of prevention: dashboard, reports beside coverage, map; each also as files."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.charts.commands import ask_missing
from netralitas.database.transactions import reading
from netralitas.prevention.address import Filters, read_filters
from netralitas.prevention.dashboard_pages import Coverage, Dashboard, VulnerabilityMap
from netralitas.prevention.queries import dashboard
from netralitas.prevention.queries.coverage import Asked, coverage, vulnerability_map
from netralitas.prevention.queries.views import CASE_FIGURES
from netralitas.prevention.table_file import (
    coverage_rows,
    map_rows,
    rows_of,
    table_name,
    type_rows,
)
from netralitas.publication.commands import PROTECTION
from netralitas.web.table_file import MEDIA_TYPE, SHEET_TYPE, csv_file, xlsx_file
from netralitas.web.visit import Visit


class DashboardController(Controller):
    """`/pencegahan`: a year of prevention, held against plan; its tables as files."""

    path = "/pencegahan"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show what the filters in the address name."""
        content = await _dashboard(visit)
        await ask_missing(visit.actor, content.charts)
        return await visit.page("prevention/dashboard.html", content)

    @get("/data.csv")
    async def download(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the table that the address names, with the filters of the dashboard."""
        return await _dashboard_file(visit, csv=True)

    @get("/data.xlsx")
    async def download_workbook(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the same as a workbook."""
        return await _dashboard_file(visit, csv=False)


class CoverageController(Controller):
    """`/pencegahan/jangkauan`: respondents beside coverage, of groups that are large enough."""

    path = "/pencegahan/jangkauan"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the year and theme that the address names."""
        content = await _coverage(visit)
        await ask_missing(visit.actor, content.charts)
        return await visit.page("prevention/coverage.html", content)

    @get("/data.csv")
    async def download(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send both tables as one, with the filters of the page."""
        content = await _coverage(visit)
        return _file(coverage_rows(content), f"laporan-dan-jangkauan-{content.year}", csv=True)

    @get("/data.xlsx")
    async def download_workbook(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the same as a workbook."""
        content = await _coverage(visit)
        return _file(coverage_rows(content), f"laporan-dan-jangkauan-{content.year}", csv=False)


class MapController(Controller):
    """`/pencegahan/kerawanan`: the same groups as tiles, by a definition that stands beside."""

    path = "/pencegahan/kerawanan"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the year and theme that the address names."""
        return await visit.page("prevention/vulnerability.html", await _map(visit))

    @get("/data.csv")
    async def download(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the tiles with their parts, with the filters of the page."""
        content = await _map(visit)
        return _file(map_rows(content), f"peta-kerawanan-{content.year}", csv=True)

    @get("/data.xlsx")
    async def download_workbook(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the same as a workbook."""
        content = await _map(visit)
        return _file(map_rows(content), f"peta-kerawanan-{content.year}", csv=False)


async def _dashboard(visit: Visit) -> Dashboard:
    may(visit.actor, Permission.SEE_PREVENTION)
    async with reading(visit.actor) as c:
        return await dashboard(c, visit.actor, read_filters(visit.asked), visit.today)


async def _dashboard_file(visit: Visit, *, csv: bool) -> Response[bytes]:
    table = table_name(visit.asked.get("tabel"))
    content = await _dashboard(visit)
    return _file(rows_of(content, table), f"pencegahan-{table}-{content.year}", csv=csv)


async def _coverage(visit: Visit) -> Coverage:
    may(visit.actor, CASE_FIGURES)
    async with reading(visit.actor) as c:
        return await coverage(c, _asked(visit))


async def _map(visit: Visit) -> VulnerabilityMap:
    may(visit.actor, CASE_FIGURES)
    async with reading(visit.actor) as c:
        return await vulnerability_map(c, _asked(visit))


def _asked(visit: Visit) -> Asked:
    """Return year and theme alone: a narrower look would part the groups further."""
    found = read_filters(visit.asked)
    wanted = Filters(year=found.year, theme=found.theme)
    threshold = PROTECTION.threshold
    return Asked(actor=visit.actor, wanted=wanted, now=clock.now(), threshold=threshold)


def _file(rows: type_rows, name: str, *, csv: bool) -> Response[bytes]:
    kind = "csv" if csv else "xlsx"
    return Response(
        content=csv_file(rows) if csv else xlsx_file(rows),
        media_type=MEDIA_TYPE if csv else SHEET_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'},
    )

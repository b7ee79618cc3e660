"""`/evaluasi/rekap`: one week on a page, as a paper and as a table."""

from datetime import datetime

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.evaluation.recap.domain import Week, read_week, week_of
from netralitas.evaluation.recap.pages import RecapPage
from netralitas.evaluation.recap.paper import recap_paper, recap_rows
from netralitas.evaluation.recap.queries import PATH, recap_page
from netralitas.evaluation.recap.words import UNREADABLE
from netralitas.refusals import RuleBroken
from netralitas.web.table_file import MEDIA_TYPE, SHEET_TYPE, csv_file, xlsx_file
from netralitas.web.visit import Visit
from netralitas.worklist.domain import midnight


class RecapController(Controller):
    """The weekly recap of the reader's office."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the week that the address names, the present one where it names none."""
        return await visit.page("evaluation/recap.html", await _recap(visit))


class RecapFileController(Controller):
    """The same week as files."""

    path = "/evaluasi"
    include_in_schema = False

    @get("/rekap.pdf")
    async def paper(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the recap as a paper to sign."""
        page = await _recap(visit)
        content = await recap_paper(page, _moment(visit, _week(visit)))
        return _file(page, content, "pdf", "application/pdf")

    @get("/rekap.xlsx")
    async def workbook(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the recap as a workbook."""
        page = await _recap(visit)
        return _file(page, xlsx_file(recap_rows(page)), "xlsx", SHEET_TYPE)

    @get("/rekap.csv")
    async def table(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the recap as CSV."""
        page = await _recap(visit)
        return _file(page, csv_file(recap_rows(page)), "csv", MEDIA_TYPE)


async def _recap(visit: Visit) -> RecapPage:
    may(visit.actor, Permission.SEE_MEETINGS)
    return await recap_page(visit.actor, _week(visit), clock.now())


def _week(visit: Visit) -> Week:
    """Return the week of the address; RuleBroken for one that nobody can read."""
    asked = visit.asked.get("minggu")
    if not asked:
        return week_of(visit.today)
    found = read_week(asked)
    if found is None:
        raise RuleBroken(UNREADABLE, rule="recap.week")
    return found


def _moment(visit: Visit, week: Week) -> datetime:
    """Return when the paper says it was made: at the end of its week, or now before that."""
    return min(clock.now(), midnight(week.moved(1).monday, visit.actor.zone))


def _file(page: RecapPage, content: bytes, kind: str, media_type: str) -> Response[bytes]:
    name = f"rekap-{page.code}.{kind}"
    return Response(
        content=content,
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

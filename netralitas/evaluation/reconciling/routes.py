"""`/evaluasi/rapat/{id}/rekonsiliasi`: the lists side by side, on a page and as a table."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.evaluation.reconciling.queries import reconciliation_page, reconciliation_rows
from netralitas.evaluation.routes.acting import SHEET, Sheet
from netralitas.web.table_file import MEDIA_TYPE, SHEET_TYPE, csv_file, xlsx_file


class ReconciliationController(Controller):
    """The respondents of whom both parties of a meeting read."""

    path = "/evaluasi/rapat/{meeting:int}"
    dependencies = SHEET
    include_in_schema = False

    @get("/rekonsiliasi")
    async def show(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the page of the list that the address asks for."""
        return await sheet.show(
            Permission.SEE_MEETINGS,
            "evaluation/reconciliation.html",
            lambda c: reconciliation_page(
                c, sheet.actor, sheet.meeting, sheet.asked.get("setelah")
            ),
        )

    @get("/rekonsiliasi.xlsx")
    async def workbook(self, sheet: NamedDependency[Sheet]) -> Response[bytes]:
        """Send the whole list as a workbook."""
        return await _file(sheet, "xlsx")

    @get("/rekonsiliasi.csv")
    async def table(self, sheet: NamedDependency[Sheet]) -> Response[bytes]:
        """Send the whole list as CSV."""
        return await _file(sheet, "csv")


async def _file(sheet: Sheet, kind: str) -> Response[bytes]:
    may(sheet.actor, Permission.SEE_MEETINGS)
    async with reading(sheet.actor) as c:
        rows = await reconciliation_rows(c, sheet.actor, sheet.meeting)
    name = f"rekonsiliasi-{sheet.meeting}-{sheet.today.isoformat()}.{kind}"
    return Response(
        content=csv_file(rows) if kind == "csv" else xlsx_file(rows),
        media_type=MEDIA_TYPE if kind == "csv" else SHEET_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

"""`/surat`: the letters in and out of the person's office, and the same as a file."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas.access.policy import Permission, may
from netralitas.correspondence.address import PATH, read
from netralitas.correspondence.queries.register import register_page, register_table
from netralitas.database.transactions import reading
from netralitas.web.table_file import MEDIA_TYPE, SHEET_TYPE, csv_file, xlsx_file
from netralitas.web.visit import Visit


class RegisterController(Controller):
    """The register of letters."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the page of the register that the address asks for."""
        return await visit.show(
            Permission.SEE_LETTERS,
            "correspondence/register.html",
            lambda c: register_page(c, visit.actor, read(visit.asked)),
        )

    @get("/data.csv")
    async def download(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the register with these filters as CSV."""
        return await _file(visit, "csv")

    @get("/data.xlsx")
    async def download_workbook(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the register with these filters as a workbook."""
        return await _file(visit, "xlsx")


async def _file(visit: Visit, kind: str) -> Response[bytes]:
    may(visit.actor, Permission.SEE_LETTERS)
    async with reading(visit.actor) as c:
        rows = await register_table(c, visit.actor, read(visit.asked))
    content = csv_file(rows) if kind == "csv" else xlsx_file(rows)
    name = f"buku-surat-{visit.today.isoformat()}.{kind}"
    return Response(
        content=content,
        media_type=MEDIA_TYPE if kind == "csv" else SHEET_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

"""`/perkara/{id}`: one case."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas import clock
from netralitas.cases.queries import KINDS, CasePage, Wanted, page_of, view_case
from netralitas.cases.routes.desk import DESK, Desk, type_request
from netralitas.database.transactions import reading
from netralitas.web.fragments import page


class CaseController(Controller):
    """One case, for everybody who may see any of it."""

    path = "/perkara/{case:int}"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def show(
        self,
        request: type_request,
        case: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> Response[str]:
        """Show the case, with the part of its timeline that the address asks for."""
        content = await case_page(desk, case, wanted_by(request))
        return page("cases/case.html", content, frame=await desk.frame())


async def case_page(desk: Desk, case: int, wanted: Wanted) -> CasePage:
    """Return the page of a case; NotVisible for those it does not exist for."""
    async with reading(desk.actor) as c:
        view = await view_case(c, desk.actor, case, now=clock.now(), book=desk.book)
        return await page_of(c, view, wanted)


def wanted_by(request: type_request) -> Wanted:
    """Return which part of the timeline an address asks for; what it cannot mean is left out."""
    kind = request.query_params.get("jejak")
    before = request.query_params.get("sebelum", "")
    return Wanted(
        just_done="tercatat" in request.query_params,
        kind=kind if kind in KINDS else None,
        before=int(before)
        if before.isascii() and before.isdecimal() and len(before) < 10
        else None,
    )

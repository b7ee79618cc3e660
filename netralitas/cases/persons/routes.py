"""`/perkara/{id}/terlapor/{id}/riwayat`: a respondent as a person, and their number on purpose."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission
from netralitas.cases.nip import NipSealer
from netralitas.cases.persons.commands import reveal_nip
from netralitas.cases.persons.forms import RevealForm
from netralitas.cases.persons.pages import PersonPage
from netralitas.cases.persons.queries import person_page
from netralitas.cases.queries import CaseView
from netralitas.cases.routes.desk import DESK, Desk
from netralitas.cases.routes.small import look
from netralitas.database.connection import Connection

_TEMPLATE: Final = "cases/person.html"


class PersonController(Controller):
    """One respondent across the cases that the reader sees."""

    path = "/perkara/{case:int}/terlapor/{respondent:int}"
    dependencies = DESK
    include_in_schema = False

    @get("/riwayat")
    async def show(
        self,
        case: FromPath[int],
        respondent: FromPath[int],
        desk: NamedDependency[Desk],
    ) -> Response[str]:
        """Show the snapshot, the masked number and the other cases."""
        return await desk.page(_TEMPLATE, await _page(desk, case, respondent))

    @post("/nip")
    async def reveal(
        self,
        case: FromPath[int],
        respondent: FromPath[int],
        desk: NamedDependency[Desk],
        sealer: NamedDependency[NipSealer],
    ) -> Response[str]:
        """Show the whole number once, for the purpose that was picked."""

        async def held(_: Connection, view: CaseView) -> None:
            view.hold(Permission.READ_NIP)

        await _page(desk, case, respondent)
        await look(desk, case, held)
        form = RevealForm.parse(await desk.typed())
        if not form.valid:
            content = await _page(desk, case, respondent, form=form)
            return await desk.page(_TEMPLATE, content, status=422)
        number = await reveal_nip(
            desk.actor, case, respondent, form.purpose, book=desk.book, sealer=sealer
        )
        return await desk.page(_TEMPLATE, await _page(desk, case, respondent, number=number))


async def _page(
    desk: Desk,
    case: int,
    respondent: int,
    *,
    form: RevealForm | None = None,
    number: str | None = None,
) -> PersonPage:
    async def read(c: Connection, view: CaseView) -> PersonPage:
        return await person_page(c, view, respondent, form=form, number=number)

    _, page = await look(desk, case, read)
    return page

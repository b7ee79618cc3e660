"""`/perkara/{id}/langkah/…` and `/perkara/{id}/fakta/…`: the forms of moves and facts."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.cases.routes.acting import Doing, send, show
from netralitas.cases.routes.desk import DESK, Desk, type_request
from netralitas.evidence.storage import Storage

type_answer = Response[str] | Redirect


async def provide_move(
    case: FromPath[int], proceeding: FromPath[int], code: FromPath[str]
) -> Doing:
    """Return the move that the address names."""
    return Doing(case=case, proceeding=proceeding, code=code, is_move=True)


async def provide_fact(
    case: FromPath[int], proceeding: FromPath[int], code: FromPath[str]
) -> Doing:
    """Return the fact that the address names."""
    return Doing(case=case, proceeding=proceeding, code=code, is_move=False)


class MoveController(Controller):
    """A move on one proceeding, or on several that stand alike."""

    path = "/perkara/{case:int}/langkah/{proceeding:int}/{code:str}"
    dependencies = DESK | {"doing": Provide(provide_move)}
    include_in_schema = False

    @get()
    async def ask(
        self,
        request: type_request,
        doing: NamedDependency[Doing],
        desk: NamedDependency[Desk],
    ) -> Response[str]:
        """Show the form of the move."""
        return await show(desk, doing, tuple(request.query_params.getall("terlapor", [])))

    @post()
    async def make(
        self,
        request: type_request,
        doing: NamedDependency[Doing],
        desk: NamedDependency[Desk],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Make the move, or show the form again with what stands against it."""
        return await send(desk, doing, await request.form(), storage)


async def provide_opening(
    case: FromPath[int], workflow: FromPath[str], code: FromPath[str]
) -> Doing:
    """Return the move that opens a proceeding, as the address names it."""
    return Doing(case=case, proceeding=0, code=code, is_move=True, opens=workflow)


class OpeningController(Controller):
    """A proceeding that is opened by hand: on the case, or on chosen respondents."""

    path = "/perkara/{case:int}/proses/{workflow:str}/{code:str}"
    dependencies = DESK | {"doing": Provide(provide_opening)}
    include_in_schema = False

    @get()
    async def ask(
        self, doing: NamedDependency[Doing], desk: NamedDependency[Desk]
    ) -> Response[str]:
        """Show the form of the move that opens it."""
        return await show(desk, doing)

    @post()
    async def make(
        self,
        request: type_request,
        doing: NamedDependency[Doing],
        desk: NamedDependency[Desk],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Open it, or show the form again with what stands against it."""
        return await send(desk, doing, await request.form(), storage)


class FactController(Controller):
    """A dated fact about one proceeding."""

    path = "/perkara/{case:int}/fakta/{proceeding:int}/{code:str}"
    dependencies = DESK | {"doing": Provide(provide_fact)}
    include_in_schema = False

    @get()
    async def ask(
        self, doing: NamedDependency[Doing], desk: NamedDependency[Desk]
    ) -> Response[str]:
        """Show the form of the fact."""
        return await show(desk, doing)

    @post()
    async def state(
        self,
        request: type_request,
        doing: NamedDependency[Doing],
        desk: NamedDependency[Desk],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Record the fact, or show the form again with what stands against it."""
        return await send(desk, doing, await request.form(), storage)

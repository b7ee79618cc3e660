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
    request: type_request, case: FromPath[int], proceeding: FromPath[int], code: FromPath[str]
) -> Doing:
    """Return the move that the address names, with the respondents that it ticks."""
    ticked = tuple(request.query_params.getall("terlapor", []))
    return Doing(case=case, proceeding=proceeding, code=code, is_move=True, ticked=ticked)


async def provide_opening(
    case: FromPath[int], workflow: FromPath[str], code: FromPath[str]
) -> Doing:
    """Return the move that opens a proceeding, as the address names it."""
    return Doing(case=case, proceeding=0, code=code, is_move=True, opens=workflow)


async def provide_fact(
    case: FromPath[int], proceeding: FromPath[int], code: FromPath[str]
) -> Doing:
    """Return the fact that the address names."""
    return Doing(case=case, proceeding=proceeding, code=code, is_move=False)


class ActController(Controller):
    """What is done to a case by a form; the heirs say what, as the dependency `doing`."""

    include_in_schema = False

    @get()
    async def ask(
        self, doing: NamedDependency[Doing], desk: NamedDependency[Desk]
    ) -> Response[str]:
        """Show the form."""
        return await show(desk, doing)

    @post()
    async def record(
        self,
        doing: NamedDependency[Doing],
        desk: NamedDependency[Desk],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Record it, or show the form again with what stands against it."""
        return await send(desk, doing, await desk.typed(), storage)


class MoveController(ActController):
    """A move on one proceeding, or on several that stand alike."""

    path = "/perkara/{case:int}/langkah/{proceeding:int}/{code:str}"
    dependencies = DESK | {"doing": Provide(provide_move)}


class OpeningController(ActController):
    """A proceeding that is opened by hand: on the case, or on chosen respondents."""

    path = "/perkara/{case:int}/proses/{workflow:str}/{code:str}"
    dependencies = DESK | {"doing": Provide(provide_opening)}


class FactController(ActController):
    """A dated fact about one proceeding."""

    path = "/perkara/{case:int}/fakta/{proceeding:int}/{code:str}"
    dependencies = DESK | {"doing": Provide(provide_fact)}

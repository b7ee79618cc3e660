"""`/tindak-lanjut`: the ageing board, the ledger, and how each receiver stands."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.discipline.queries import board_page
from netralitas.web.fragments import page
from netralitas.web.frame import Frame


class FollowUpController(Controller):
    """Where each respondent stands who was handed over, as far as the reader follows them."""

    path = "/tindak-lanjut"
    include_in_schema = False

    @get()
    async def show(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show the board as the address filters it."""
        may(actor, Permission.SEE_FOLLOW_UP)
        async with reading(actor) as c:
            content = await board_page(c, actor, request.query_params, clock.now())
        return page("discipline/board.html", content, frame=frame)


CONTROLLERS = (FollowUpController,)

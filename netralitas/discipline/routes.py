"""`/tindak-lanjut`: the ageing board, the ledger, and how each receiver stands."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.access.policy import Permission
from netralitas.discipline.queries import board_page
from netralitas.web.visit import Visit


class FollowUpController(Controller):
    """Where each respondent stands who was handed over, as far as the reader follows them."""

    path = "/tindak-lanjut"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the board as the address filters it."""
        return await visit.show(
            Permission.SEE_FOLLOW_UP,
            "discipline/board.html",
            lambda c: board_page(c, visit.actor, visit.asked, clock.now()),
        )


CONTROLLERS = (FollowUpController,)

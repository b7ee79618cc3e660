"""The requests under an agreement, one of them, and those that wait for an office."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission
from netralitas.exchange.queries import request_page, requests_page, waiting_page
from netralitas.web.visit import Visit


class RequestsController(Controller):
    """`/kerja-sama/{id}/pertukaran`: what the parties asked of each other."""

    path = "/kerja-sama/{number:int}/pertukaran"
    include_in_schema = False

    @get()
    async def show(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show a page of them."""
        asked = dict(visit.asked.items())
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "exchange/requests.html",
            lambda c: requests_page(c, visit.actor, number, asked, visit.today),
        )

    @get("/{request_id:int}")
    async def show_one(
        self, number: FromPath[int], request_id: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show one of them."""
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "exchange/request.html",
            lambda c: request_page(c, visit.actor, number, request_id, visit.today),
        )


class WaitingController(Controller):
    """`/kerja-sama/pertukaran`: what waits for the reader's office."""

    path = "/kerja-sama/pertukaran"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show it."""
        return await visit.show(
            Permission.KEEP_EXCHANGE,
            "exchange/requests.html",
            lambda c: waiting_page(c, visit.actor, visit.today),
        )

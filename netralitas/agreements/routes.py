"""The register of agreements, and one agreement with its duties."""

from zoneinfo import ZoneInfo

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.agreements.queries import agreement_page, register_page
from netralitas.database.transactions import reading
from netralitas.web.fragments import page
from netralitas.web.frame import Frame


class AgreementsController(Controller):
    """`/kerja-sama`: what the parties agreed on, and what became of it."""

    path = "/kerja-sama"
    include_in_schema = False

    @get()
    async def show(
        self, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show every agreement that the person's office takes part in."""
        may(actor, Permission.SEE_AGREEMENTS)
        async with reading(actor) as c:
            content = await register_page(c, clock.today(ZoneInfo(actor.zone)))
        return page("agreements/register.html", content, frame=frame)

    @get("/{number:int}")
    async def show_one(
        self,
        number: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show one agreement, with the duties of its parties."""
        may(actor, Permission.SEE_AGREEMENTS)
        async with reading(actor) as c:
            content = await agreement_page(c, number, clock.today(ZoneInfo(actor.zone)))
        return page("agreements/agreement.html", content, frame=frame)


CONTROLLERS = (AgreementsController,)

"""The register of agreements, and one agreement with its duties."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission
from netralitas.agreements.queries import agreement_page, register_page
from netralitas.web.visit import Visit


class AgreementsController(Controller):
    """`/kerja-sama`: what the parties agreed on, and what became of it."""

    path = "/kerja-sama"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show every agreement that the person's office takes part in."""
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "agreements/register.html",
            lambda c: register_page(c, visit.today),
        )

    @get("/{number:int}")
    async def show_one(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show one agreement, with the duties of its parties."""
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "agreements/agreement.html",
            lambda c: agreement_page(c, number, visit.today),
        )


CONTROLLERS = (AgreementsController,)

"""The entrance of the administration, the edition in force, the history."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may_see, refusal
from netralitas.editions import addresses
from netralitas.editions.pages import AdministrationPage
from netralitas.editions.queries.history import edition_page, home_page
from netralitas.web.visit import Visit


class AdministrationController(Controller):
    """`/administrasi`: what an administrator has."""

    path = addresses.HOME
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show what there is to administer."""
        may_see(visit.actor, Permission.ADMINISTER)
        changes = refusal(visit.actor, Permission.CHANGE_LAW) is None
        return await visit.page("editions/index.html", AdministrationPage(changes_law=changes))


class LawController(Controller):
    """`/administrasi/hukum`: the edition in force, and what each changed."""

    path = addresses.LAW
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the edition in force and its history."""
        return await visit.show(
            Permission.CHANGE_LAW,
            "editions/home.html",
            lambda c: home_page(c, visit.asked, visit.today.year),
        )

    @get("/edisi/{number:int}")
    async def show_edition(
        self, number: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show what an edition changed; 404 for one that never was."""
        return await visit.show(
            Permission.CHANGE_LAW,
            "editions/edition.html",
            lambda c: edition_page(c, number, visit.asked),
        )

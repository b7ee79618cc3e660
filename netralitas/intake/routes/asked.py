"""`/perkara/permintaan-klarifikasi`: from an authority's letter to the case it is about."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.intake.asked import PATH, AskedPage, NumberForm, found_by
from netralitas.web.visit import Visit


class AskedController(Controller):
    """A case is found by a number of the letter, or a new one is opened."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the search, and what bears the number in the address."""
        may(visit.actor, Permission.TAKE_IN)
        if "nomor" not in visit.asked:
            return await visit.page("intake/asked.html", AskedPage(form=NumberForm.blank()))
        form = NumberForm.parse(visit.asked)
        if not form.valid:
            return await visit.page("intake/asked.html", AskedPage(form=form), status=422)
        async with reading(visit.actor) as c:
            found = await found_by(c, visit.actor, form.nomor)
        return await visit.page("intake/asked.html", AskedPage(form=form, found=found))

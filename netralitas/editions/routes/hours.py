"""The hours of offices: what is known, and the form of a further period."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.editions import addresses
from netralitas.editions.form_pages import hours_page
from netralitas.editions.forms import HoursForm
from netralitas.editions.pages.acting import HoursLine
from netralitas.editions.routes.acting import propose_it, type_answer
from netralitas.editions.showing import hours_lines, office_choices, type_pairs
from netralitas.law.entries import LawData
from netralitas.web.visit import Visit

_TEMPLATE = "editions/hours.html"


class HoursController(Controller):
    """`/administrasi/hukum/jam-layanan`: when offices are open."""

    path = addresses.HOURS
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the periods that are known, and the form."""
        offices, lines = await _known(visit, law)
        form = HoursForm.blank(choices={"organisation": offices})
        return await visit.page(_TEMPLATE, hours_page(form, lines))

    @post()
    async def add(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> type_answer:
        """Propose a period, or say what is wrong."""
        offices, lines = await _known(visit, law)
        form = HoursForm.parse(await visit.typed(), choices={"organisation": offices})
        return await propose_it(
            visit, form, form.entries, lambda: hours_page(form, lines), _TEMPLATE
        )


async def _known(visit: Visit, law: LawData) -> tuple[type_pairs, tuple[HoursLine, ...]]:
    may(visit.actor, Permission.CHANGE_LAW)
    async with reading(visit.actor) as c:
        return await office_choices(c), await hours_lines(c, law)

"""`/akun/perwakilan`: who stands in at one's own desks, and at those of the people below."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts.people import acts, forms, words
from netralitas.accounts.people.commands.deputies import end_deputy, name_deputy
from netralitas.accounts.people.domain import Deputyship
from netralitas.accounts.people.queries.standing_in import (
    OWN_PATH,
    own_desk,
    stand_in_page,
)
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect


class StandInController(Controller):
    """Deputies, as the owner of a desk or their superior names them."""

    path = OWN_PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the desks and who stands in there."""
        async with reading(visit.actor) as c:
            content = await stand_in_page(c, visit.actor, clock.now())
        return await visit.page("accounts/people/standing_in.html", content)

    @get("/{desk:int}/wakil")
    async def ask(self, desk: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        choices = await self._choices(visit, desk)
        return await self._page(visit, desk, forms.DeputyForm.blank(choices=choices))

    @post("/{desk:int}/wakil")
    async def name(self, desk: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Name the deputy."""
        choices = await self._choices(visit, desk)
        form = forms.DeputyForm.parse(await visit.typed(), choices=choices, today=visit.today)
        try:
            form.require()
            wanted = Deputyship(
                principal_desk=desk,
                deputy=int(form.deputy),
                roles=tuple(map(Role, form.roles)),
                first=form.first,
                last=form.last,
            )
            await name_deputy(visit.actor, wanted)
        except (Invalid, RuleBroken) as refused:
            return await self._page(visit, desk, form, refused_on(form, refused))
        return see_other(OWN_PATH)

    @post("/{desk:int}/akhir")
    async def end(self, desk: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Let nobody stand in at this deputy's desk from now on."""
        await end_deputy(visit.actor, desk)
        return see_other(OWN_PATH)

    async def _choices(self, visit: Visit, desk: int) -> dict[str, list[tuple[str, str]]]:
        async with reading(visit.actor) as c:
            return await own_desk(c, visit.actor, desk, visit.today)

    async def _page(
        self, visit: Visit, desk: int, form: forms.DeputyForm, status: int = 200
    ) -> Response[str]:
        act = acts.STAND_IN
        content = FormPage(
            crumbs=(
                Crumb("Beranda", "/beranda"),
                Crumb(words.STAND_INS, OWN_PATH),
                Crumb(act.title),
            ),
            title=act.title,
            lead=act.lead,
            action=f"{OWN_PATH}/{desk}/wakil",
            back=OWN_PATH,
            button=act.button,
            form=form,
            fields=tuple(form.fields),
            selects=act.selects,
        )
        return await visit.page(FORM_PAGE, content, status=status)

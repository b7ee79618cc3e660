"""`/akun/kepentingan`: the officer's own declarations."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.domain import InterestKind
from netralitas.cases.interests.commands import declare_interest, end_interest
from netralitas.cases.interests.forms import InterestForm
from netralitas.cases.interests.pages import InterestsPage
from netralitas.cases.interests.queries import own_interests
from netralitas.database.transactions import reading
from netralitas.refusals import RuleBroken
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

PATH: Final = "/akun/kepentingan"
_TEMPLATE: Final = "cases/interests.html"


class InterestController(Controller):
    """Declared, shown and taken back by the officer alone."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show what was declared, and the form for one more."""
        may(visit.actor, Permission.DECLARE_INTEREST)
        return await visit.page(_TEMPLATE, await _page(visit, InterestForm.blank()))

    @post()
    async def declare(self, visit: NamedDependency[Visit]) -> Response[str] | Redirect:
        """Declare one, and come back."""
        may(visit.actor, Permission.DECLARE_INTEREST)
        form = InterestForm.parse(await visit.typed())
        if form.valid:
            try:
                await declare_interest(visit.actor, InterestKind(form.kind), form.name)
            except RuleBroken as refusal:
                form.refuse("name", refusal.reason)
            else:
                return see_other(PATH)
        return await visit.page(_TEMPLATE, await _page(visit, form), status=422)

    @post("/{interest:int}/pengakhiran")
    async def end(self, interest: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Take one back, and come back."""
        await end_interest(visit.actor, interest)
        return see_other(PATH)


async def _page(visit: Visit, form: InterestForm) -> InterestsPage:
    async with reading(visit.actor) as c:
        return InterestsPage(lines=await own_interests(c, visit.actor), form=form)

"""`/pengelolaan/token`: the tokens of an office are made, listed and ended."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.api.commands.tokens import end_token, make_token
from netralitas.api.forms import TokenForm, offered
from netralitas.api.queries.tokens import systems_of
from netralitas.api.token_page import PATH, tokens_page
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_PAGE: Final = "api/tokens.html"


class TokenController(Controller):
    """The tokens of the administrator's office."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the tokens, and the form of another."""
        return await visit.show(Permission.ADMINISTER, _PAGE, lambda c: tokens_page(c, visit.actor))

    @post()
    async def make(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the new token this once, or the form with what is wrong."""
        may(visit.actor, Permission.ADMINISTER)
        async with reading(visit.actor) as c:
            choices = offered(await systems_of(c, visit.actor.organisation))
        form = TokenForm.parse(await visit.typed(), choices=choices)
        made = None
        if form.valid:
            try:
                made = await make_token(visit.actor, visit.actor.organisation, form.new())
            except Invalid as refused:
                form.refuse_all(refused.errors)
        async with reading(visit.actor) as c:
            content = await tokens_page(
                c,
                visit.actor,
                form=None if made else form,
                made=made.token if made else None,
            )
        return await visit.page(_PAGE, content, status=200 if made else 422)

    @post("/{token:int}/akhiri")
    async def end(self, token: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """End a token."""
        await end_token(visit.actor, token)
        return see_other(PATH)

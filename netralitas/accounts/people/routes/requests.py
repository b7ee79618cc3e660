"""`/pengelolaan/akun/permintaan`: requests wait for the second administrator."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.accounts.people.commands.confirming import confirm
from netralitas.accounts.people.commands.proposing import withdraw
from netralitas.accounts.people.domain import Established
from netralitas.accounts.people.forms import EstablishedForm
from netralitas.accounts.people.queries.listing import REQUESTS_PATH
from netralitas.accounts.people.queries.requests import code_page, request_page, requests_page
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid
from netralitas.settings import Settings
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_ONE = "accounts/people/request.html"

type_answer = Response[str] | Redirect


class RequestsController(Controller):
    """Invitations and resets."""

    path = REQUESTS_PATH
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show them, the newest first."""
        now = clock.now()
        return await visit.show(
            Permission.ADMINISTER,
            "accounts/people/requests.html",
            lambda c: requests_page(c, visit.actor, visit.asked, now),
        )

    @get("/{request_id:int}")
    async def look(self, request_id: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show one, with the form by which it is confirmed."""
        now = clock.now()
        return await visit.show(
            Permission.ADMINISTER, _ONE, lambda c: request_page(c, visit.actor, request_id, now)
        )

    @post("/{request_id:int}/persetujuan")
    async def confirm(
        self,
        request_id: FromPath[int],
        visit: NamedDependency[Visit],
        settings: NamedDependency[Settings],
    ) -> Response[str]:
        """Confirm it, and show the code: it is told in this answer and never again."""
        may(visit.actor, Permission.ADMINISTER)
        async with reading(visit.actor) as c:
            shown = await request_page(c, visit.actor, request_id, clock.now())
        form = type(shown.form or EstablishedForm.blank()).parse(await visit.typed())
        try:
            if shown.form is not None:  # else the command says why
                form.require()
            chosen = form.read_value("established") if "established" in form.fields else None
            handed = await confirm(
                visit.actor,
                request_id,
                established=Established(chosen) if chosen else None,
                settings=settings,
            )
        except Invalid as refused:
            form.refuse_all(refused.errors)
            async with reading(visit.actor) as c:
                again = await request_page(c, visit.actor, request_id, clock.now(), form)
            return await visit.page(_ONE, again, status=422)
        page = code_page(handed, visit.actor, settings.base_url)
        return await visit.page("accounts/people/code.html", page)

    @post("/{request_id:int}/penarikan")
    async def withdraw(
        self, request_id: FromPath[int], visit: NamedDependency[Visit]
    ) -> type_answer:
        """Let nothing come of it."""
        await withdraw(visit.actor, request_id)
        return see_other(f"{REQUESTS_PATH}/{request_id}")

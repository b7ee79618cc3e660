"""The pages that people work from: home, worklist, search, deadlines."""

from typing import Any, Final

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame
from netralitas.worklist.forms import SearchForm
from netralitas.worklist.pages import AdministratorPage, HomePage
from netralitas.worklist.queries.deadlines import deadlines_page
from netralitas.worklist.queries.home import home
from netralitas.worklist.queries.search import find
from netralitas.worklist.queries.worklist import worklist_page
from netralitas.worklist.receiver_page import FollowUpHomePage
from netralitas.worklist.search_page import SearchPage
from netralitas.worklist.wanted import nip_in, seal, unseal

SEARCH: Final = "/perkara/cari"
IN_THE_ADDRESS: Final = (
    "Kata pencarian tidak dibaca dari alamat halaman, supaya nama dan NIP tidak tertinggal di"
    " riwayat peramban. Ketik yang Anda cari di sini."
)
LOST: Final = "Alamat pencarian ini tidak berlaku lagi. Ketik kembali yang Anda cari."

HOMES: Final = {
    HomePage: "worklist/home.html",
    FollowUpHomePage: "discipline/home.html",
    AdministratorPage: "worklist/administrator.html",
}

type_request = Request[Any, Any, Any]


class HomeController(Controller):
    """`/beranda`: what is due, what came in, what waits for others."""

    path = "/beranda"
    include_in_schema = False

    @get()
    async def show(
        self, request: type_request, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the home page of the person's role."""
        async with reading(actor) as c:
            content = await home(c, actor, request.query_params, clock.now())
        return page(HOMES[type(content)], content, frame=frame)


class WorklistController(Controller):
    """`/perkara`: every open proceeding of the organisation by its deadline."""

    path = "/perkara"
    include_in_schema = False

    @get()
    async def show(
        self, request: type_request, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the page of the list that the address asks for."""
        may(actor, Permission.LIST_CASES)
        async with reading(actor) as c:
            content = await worklist_page(c, actor, request.query_params, clock.now())
        return page("worklist/worklist.html", content, frame=frame)


class SearchController(Controller):
    """`/perkara/cari`: one field for numbers, NIPs, names, units and words."""

    path = SEARCH
    include_in_schema = False

    @get()
    async def show(
        self,
        request: type_request,
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
        sealer: NamedDependency[NipSealer],
    ) -> Response[str]:
        """Show the form, and what was found for the words sealed in the address."""
        may(actor, Permission.LIST_CASES)
        ticket = request.query_params.get("k")
        wanted = unseal(ticket, sealer.keys, actor.officer) if ticket else None
        if wanted is None:
            content = SearchPage(form=SearchForm.blank(), note=_why(request, ticket))
            return page("worklist/search.html", content, frame=frame)
        async with reading(actor) as c:
            found = await find(c, actor, wanted, sealer)
        typed = None if nip_in(wanted) else wanted
        content = SearchPage(form=SearchForm.blank(values={"cari": typed}), found=found)
        return page("worklist/search.html", content, frame=frame)

    @post()
    async def search(
        self,
        request: type_request,
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
        sealer: NamedDependency[NipSealer],
    ) -> Response[str] | Redirect:
        """Go to the page of results, whose address nobody else can read."""
        may(actor, Permission.LIST_CASES)
        form = SearchForm.parse(await request.form())
        if not form.valid:
            return page("worklist/search.html", SearchPage(form=form), frame=frame, status=422)
        return see_other(f"{SEARCH}?k={seal(form.cari, sealer.keys, actor.officer)}")


class DeadlinesController(Controller):
    """`/tenggat`: the deadlines of a month, as a calendar and as a list."""

    path = "/tenggat"
    include_in_schema = False

    @get()
    async def show(
        self, request: type_request, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the month that the address asks for."""
        may(actor, Permission.SEE_DEADLINES)
        async with reading(actor) as c:
            content = await deadlines_page(c, actor, request.query_params, clock.now())
        return page("worklist/deadlines.html", content, frame=frame)


CONTROLLERS = (HomeController, WorklistController, SearchController, DeadlinesController)


def _why(request: type_request, ticket: str | None) -> str | None:
    if ticket:
        return LOST
    return IN_THE_ADDRESS if "q" in request.query_params else None

"""The pages that people work from: home, worklist, search, deadlines."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.law.book import RuleBook
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit
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
SEARCH_PAGE: Final = "worklist/search.html"
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


class HomeController(Controller):
    """`/beranda`: what is due, what came in, what waits for others."""

    path = "/beranda"
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str]:
        """Show the home page of the person's role."""
        async with reading(visit.actor) as c:
            now, calendar = clock.now(), book.calendar()
            content = await home(c, visit.actor, visit.asked, now, calendar)
        return await visit.page(HOMES[type(content)], content)


class WorklistController(Controller):
    """`/perkara`: every open proceeding of the organisation by its deadline."""

    path = "/perkara"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the page of the list that the address asks for."""
        return await visit.show(
            Permission.LIST_CASES,
            "worklist/worklist.html",
            lambda c: worklist_page(c, visit.actor, visit.asked, clock.now()),
        )


class SearchController(Controller):
    """`/perkara/cari`: one field for numbers, NIPs, names, units and words."""

    path = SEARCH
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], sealer: NamedDependency[NipSealer]
    ) -> Response[str]:
        """Show the form, and what was found for the words sealed in the address."""
        may(visit.actor, Permission.LIST_CASES)
        ticket = visit.asked.get("k")
        wanted = unseal(ticket, sealer.keys, visit.actor.officer) if ticket else None
        if wanted is None:
            content = SearchPage(form=SearchForm.blank(), note=_why(visit, ticket))
            return await visit.page(SEARCH_PAGE, content)
        async with reading(visit.actor) as c:
            found = await find(c, visit.actor, wanted, sealer)
        typed = None if nip_in(wanted) else wanted
        content = SearchPage(form=SearchForm.blank(values={"cari": typed}), found=found)
        return await visit.page(SEARCH_PAGE, content)

    @post()
    async def search(
        self, visit: NamedDependency[Visit], sealer: NamedDependency[NipSealer]
    ) -> Response[str] | Redirect:
        """Go to the page of results, whose address nobody else can read."""
        may(visit.actor, Permission.LIST_CASES)
        form = SearchForm.parse(await visit.typed())
        if not form.valid:
            return await visit.page(SEARCH_PAGE, SearchPage(form=form), status=422)
        return see_other(f"{SEARCH}?k={seal(form.cari, sealer.keys, visit.actor.officer)}")


class DeadlinesController(Controller):
    """`/tenggat`: the deadlines of a month, as a calendar and as a list."""

    path = "/tenggat"
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str]:
        """Show the month that the address asks for."""
        return await visit.show(
            Permission.SEE_DEADLINES,
            "worklist/deadlines.html",
            lambda c: deadlines_page(c, visit.actor, visit.asked, clock.now(), book.calendar()),
        )


CONTROLLERS = (HomeController, WorklistController, SearchController, DeadlinesController)


def _why(visit: Visit, ticket: str | None) -> str | None:
    if ticket:
        return LOST
    return IN_THE_ADDRESS if "q" in visit.asked else None

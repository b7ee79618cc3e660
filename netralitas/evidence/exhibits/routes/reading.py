"""`/perkara/{id}/bukti`: the evidence of a case, and one piece of it with its log."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.cases.queries import CaseView, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading, writing
from netralitas.evidence.exhibits.commands import use_in
from netralitas.evidence.exhibits.domain import Use
from netralitas.evidence.exhibits.pages import ExhibitPage
from netralitas.evidence.exhibits.queries import exhibit, exhibit_page, exhibits_page, said_why
from netralitas.law.book import RuleBook
from netralitas.settings import Settings
from netralitas.web.fragments import page, see_other
from netralitas.web.headers import CONTENT_SECURITY_POLICY
from netralitas.web.visit import Visit

_PLAYS = {"Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; media-src 'self'"}
"""Recordings play from this site, on this page alone."""


class ExhibitsController(Controller):
    """The evidence of a case."""

    path = "/perkara/{case:int}/bukti"
    include_in_schema = False

    @get()
    async def show(
        self,
        case: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
    ) -> Response[str]:
        """Show the list."""
        scanning = bool(settings.clamd_socket)
        async with reading(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            content = await exhibits_page(c, view, visit.asked.get("setelah"), scanning=scanning)
        return await visit.page("evidence/exhibits.html", content)

    @get("/{ordinal:int}")
    async def show_one(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
    ) -> Response[str]:
        """Show one piece, and keep on record that it was looked at."""
        async with writing(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            content = await _page(c, view, ordinal, visit, settings, Use.VIEWED)
        frame = await visit.frame()
        return page("evidence/exhibit.html", content, frame=frame, headers=_PLAYS)

    @post("/{ordinal:int}/penjagaan")
    async def print_log(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Redirect:
        """Keep on record that the log is printed, and lead to it."""
        async with writing(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            found = await exhibit(c, view, ordinal)
            await use_in(c, view, found, Use.PRINTED)
        return see_other(f"/perkara/{case}/bukti/{ordinal}/penjagaan")

    @get("/{ordinal:int}/penjagaan")
    async def show_log(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
    ) -> Response[str]:
        """Show the whole log as a page to print."""
        async with writing(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            content = await _page(c, view, ordinal, visit, settings, None)
        return await visit.page("evidence/custody.html", content)


async def _page(
    c: Connection,
    view: CaseView,
    ordinal: int,
    visit: Visit,
    settings: Settings,
    use: Use | None,
) -> ExhibitPage:
    found = await exhibit(c, view, ordinal)
    stream = found.stream or 0
    if use is not None:
        stream = await use_in(c, view, found, use)
    return await exhibit_page(
        c,
        view,
        found,
        stream=stream,
        scanning=bool(settings.clamd_socket),
        playing=await said_why(c, visit.actor.officer, found, (Use.PLAYED,)),
        before=visit.asked.get("catatan"),
        whole_log=use is None,
    )

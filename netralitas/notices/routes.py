"""A person's notices, the secret address of their calendar, and what it answers."""

from collections.abc import Awaitable, Callable
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec.structs import replace

from netralitas import clock
from netralitas.access.guards import PUBLIC
from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.law.entries import LawData
from netralitas.notices.calendar_file import MEDIA_TYPE, calendar_file
from netralitas.notices.commands import end_feed, make_feed, see
from netralitas.notices.pages import NoticesPage
from netralitas.notices.queries import calendar_of, entries, own_notices
from netralitas.notices.queries.own import PATH
from netralitas.notices.tokens import address_of, token_in
from netralitas.refusals import NotVisible
from netralitas.settings import Settings
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

FollowLaw = Callable[[Connection], Awaitable[LawData]]
"""Gives the law in force where no session has told its edition."""

_TEMPLATE: Final = "notices/notices.html"


class NoticesController(Controller):
    """`/pemberitahuan`: what the person was told of, and their calendar."""

    path = PATH
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str]:
        """Show the notices; those on the page are seen from then on."""
        content = await _own(visit, book)
        await see(visit.actor, [line.id for line in content.lines if line.fresh])
        return await visit.page(_TEMPLATE, content)

    @post("/kalender", status_code=200)
    async def make(
        self,
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
    ) -> Response[str]:
        """Make a new address and show it, this once.

        It is the answer itself: an address to go on to would have to carry it.
        """
        token = await make_feed(visit.actor)
        content = await _own(visit, book)
        address = address_of(settings.base_url, token)
        return await visit.page(_TEMPLATE, replace(content, address=address))

    @post("/kalender/penghapusan")
    async def end(self, visit: NamedDependency[Visit]) -> Redirect:
        """End the address and go back."""
        await end_feed(visit.actor)
        return see_other(f"{PATH}#kalender")


class CalendarController(Controller):
    """`/kalender/{secret}.ics`: read by a calendar, which has no session."""

    path = "/kalender/{name:str}"
    opt = PUBLIC | {"no_session": True}
    include_in_schema = False

    @get()
    async def show(
        self,
        name: FromPath[str],
        settings: NamedDependency[Settings],
        follow_law: NamedDependency[FollowLaw],
    ) -> Response[bytes]:
        """Answer the open deadlines of whoever made the address; NotVisible for any other."""
        token, now = token_in(name), clock.now()
        actor = await calendar_of(token, now) if token else None
        if actor is None:
            raise NotVisible
        async with reading(actor) as c:
            law = await follow_law(c)
            found = await entries(c, actor, law.book, now)
        file = calendar_file(
            *(found, Zone(actor.zone), now), base_url=settings.base_url, demo=settings.demo
        )
        return Response(file, media_type=MEDIA_TYPE, headers={"Cache-Control": "private, no-store"})


CONTROLLERS = (NoticesController, CalendarController)


async def _own(visit: Visit, book: RuleBook) -> NoticesPage:
    may(visit.actor, Permission.SEE_NOTICES)
    async with reading(visit.actor) as c:
        return await own_notices(c, visit.actor, book, visit.asked.get("setelah"), clock.now())

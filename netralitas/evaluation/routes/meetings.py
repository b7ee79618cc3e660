"""`/evaluasi`: meetings, one meeting, its figures, its pack."""

from typing import Any
from zoneinfo import ZoneInfo

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.evaluation.commands import freeze
from netralitas.evaluation.queries import figures_page, meeting_page, meetings_page, pack_page
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame


class MeetingsController(Controller):
    """`/evaluasi`: the meetings, and the decisions that are still open."""

    path = "/evaluasi"
    include_in_schema = False

    @get()
    async def show(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show the page of the list that the address asks for."""
        may(actor, Permission.SEE_MEETINGS)
        async with reading(actor) as c:
            content = await meetings_page(
                c, actor, request.query_params, clock.today(ZoneInfo(actor.zone))
            )
        return page("evaluation/meetings.html", content, frame=frame)


class MeetingController(Controller):
    """`/evaluasi/rapat/{id}`: one meeting."""

    path = "/evaluasi/rapat/{meeting:int}"
    include_in_schema = False

    @get()
    async def show(
        self,
        meeting: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show what is recorded of it and what can be done."""
        may(actor, Permission.SEE_MEETINGS)
        async with reading(actor) as c:
            content = await meeting_page(c, actor, meeting, clock.today(ZoneInfo(actor.zone)))
        return page("evaluation/meeting.html", content, frame=frame)


class FiguresController(Controller):
    """`/evaluasi/rapat/{id}/angka`: the frozen figures, counted again whenever they are shown."""

    path = "/evaluasi/rapat/{meeting:int}/angka"
    include_in_schema = False

    @get()
    async def show(
        self,
        meeting: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show the figures with their definitions, or how they come to be."""
        may(actor, Permission.SEE_MEETINGS)
        async with reading(actor) as c:
            content = await figures_page(c, actor, meeting, clock.today(ZoneInfo(actor.zone)))
        return page("evaluation/figures.html", content, frame=frame)

    @post()
    async def freeze(self, meeting: FromPath[int], actor: NamedDependency[Actor]) -> Redirect:
        """Freeze the figures of now."""
        await freeze(actor, meeting)
        return see_other(f"/evaluasi/rapat/{meeting}/angka")


class PackController(Controller):
    """`/evaluasi/rapat/{id}/paket`: everything the meeting has before it, on one page."""

    path = "/evaluasi/rapat/{meeting:int}/paket"
    include_in_schema = False

    @get()
    async def show(
        self,
        meeting: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Show the pack, to project and to print."""
        may(actor, Permission.SEE_MEETINGS)
        today = clock.today(ZoneInfo(actor.zone))
        async with reading(actor) as c:
            content = await pack_page(c, actor, meeting, today=today, now=clock.now())
        return page("evaluation/pack.html", content, frame=frame)

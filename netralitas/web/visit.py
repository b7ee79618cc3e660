"""A visit to a page of the staff site: who asks, what was sent, and the page in return."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Request, Response
from litestar.datastructures import FormMultiDict, MultiDict
from litestar.di import NamedDependency

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may_see
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.web.fragments import page
from netralitas.web.frame import Frame

type_request = Request[Any, Any, Any]
MakeFrame = Callable[[type_request], Awaitable[Frame]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who asks, and for what; the frame is made only where a page is shown."""

    actor: Actor
    request: type_request
    make_frame: MakeFrame

    @property
    def today(self) -> date:
        """The present day where the actor sits."""
        return clock.today(ZoneInfo(self.actor.zone))

    @property
    def asked(self) -> MultiDict[str]:
        """What stands behind the question mark of the address."""
        return self.request.query_params

    async def typed(self) -> FormMultiDict:
        """Return the fields of the form that was sent."""
        return await self.request.form()

    async def frame(self) -> Frame:
        """Return what stands around the page; one query."""
        return await self.make_frame(self.request)

    async def page(self, template: str, content: object, *, status: int = 200) -> Response[str]:
        """Return the page of `content`, the one struct that its template sees."""
        return page(template, content, frame=await self.frame(), status=status)

    async def show(
        self,
        permission: Permission,
        template: str,
        query: Callable[[Connection], Awaitable[object]],
    ) -> Response[str]:
        """Return the page that a query fills, for who has the permission; NotAllowed else."""
        may_see(self.actor, permission)
        async with reading(self.actor) as c:
            content = await query(c)
        return await self.page(template, content)


async def provide_visit(
    request: type_request,
    actor: NamedDependency[Actor],
    make_frame: NamedDependency[MakeFrame],
) -> Visit:
    """Return it as the dependency `visit`."""
    return Visit(actor=actor, request=request, make_frame=make_frame)

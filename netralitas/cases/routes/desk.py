"""What every answer about a case needs: who sits there, the frame of a page, the rules."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from litestar import Request
from litestar.di import NamedDependency, Provide

from netralitas.access.domain import Actor
from netralitas.law.book import RuleBook
from netralitas.web.frame import Frame

type_request = Request[Any, Any, Any]
MakeFrame = Callable[[Request[Any, Any, Any]], Awaitable[Frame]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who sits there and the rules that hold; the frame is made only where a page is shown."""

    actor: Actor
    book: RuleBook
    request: type_request
    make_frame: MakeFrame

    async def frame(self) -> Frame:
        """Return what stands around the page; one query."""
        return await self.make_frame(self.request)


async def provide_desk(
    request: type_request,
    actor: NamedDependency[Actor],
    book: NamedDependency[RuleBook],
    make_frame: NamedDependency[MakeFrame],
) -> Desk:
    """Return them as one dependency."""
    return Desk(actor=actor, book=book, request=request, make_frame=make_frame)


DESK = {"desk": Provide(provide_desk)}
"""The dependency of a controller that answers about a case."""

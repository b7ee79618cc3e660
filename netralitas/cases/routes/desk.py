"""What every answer about a case needs: who sits there, the frame, the rules."""

from dataclasses import dataclass
from typing import Any

from litestar import Request
from litestar.di import NamedDependency, Provide

from netralitas.access.domain import Actor
from netralitas.law.book import RuleBook
from netralitas.web.frame import Frame

type_request = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who sits there, what stands around the page, and the rules that hold."""

    actor: Actor
    frame: Frame
    book: RuleBook


async def provide_desk(
    actor: NamedDependency[Actor],
    frame: NamedDependency[Frame],
    book: NamedDependency[RuleBook],
) -> Desk:
    """Return the three as one dependency."""
    return Desk(actor=actor, frame=frame, book=book)


DESK = {"desk": Provide(provide_desk)}
"""The dependency of a controller that answers about a case."""

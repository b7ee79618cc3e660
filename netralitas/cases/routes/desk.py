"""What every answer about a case needs: who sits there, the frame of a page, the rules."""

from dataclasses import dataclass

from litestar.di import NamedDependency, Provide

from netralitas.access.domain import Actor
from netralitas.law.book import RuleBook
from netralitas.web.visit import MakeFrame, Visit, type_request

__all__ = ["DESK", "Desk", "provide_desk", "type_request"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Visit):
    """A visit to a case, with the rules that hold there."""

    book: RuleBook


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

"""What the pages of attendance share: which activity, who may see it, who notes who came."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from litestar import Response
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.prevention import policy as activity_policy
from netralitas.prevention.attending.domain import here
from netralitas.prevention.queries import Opened, open_activity
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

BASE: Final = "/pencegahan/kegiatan/{number:int}/kehadiran"

type_answer = Response[str] | Redirect
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room(Visit):
    """A visit to the attendance of one activity."""

    number: int

    async def seen(self, query: Callable[[Connection], Awaitable[_Found]]) -> _Found:
        """Return what a query finds, for who sees prevention; NotAllowed else."""
        may(self.actor, Permission.SEE_PREVENTION)
        async with reading(self.actor) as c:
            return await query(c)

    async def opened(self) -> Opened:
        """Return the activity for who notes its attendance; NotVisible, or NotAllowed."""
        opened = await self.seen(lambda c: open_activity(c, self.actor, self.number))
        may(self.actor, Permission.RECORD_ACTIVITY)
        activity_policy.hold_recorder(self.actor, opened.chain, opened.activity)
        return opened

    def back(self, done: str, below: str = "") -> Redirect:
        """Return the way to the tab, or to a page below it, where it says what was done."""
        return see_other(f"{here(self.number)}{below}?tercatat={done}")


async def provide_room(visit: NamedDependency[Visit], number: FromPath[int]) -> Room:
    """Return the visit to the activity that the address names."""
    return Room(
        actor=visit.actor, request=visit.request, make_frame=visit.make_frame, number=number
    )


ROOM: Final = {"room": Provide(provide_room)}
"""The dependency of the controllers of attendance."""

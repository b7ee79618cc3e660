"""What the forms on one activity share: who may, how they look, how they come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from litestar import Response
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.prevention import policy
from netralitas.prevention.commands import Target
from netralitas.prevention.form_pages import PATH, changes, say
from netralitas.prevention.queries import Opened, open_activity
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

Filled = TypeVar("Filled", bound=Form)

type_answer = Response[str] | Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[Filled]):
    """What can become of an activity: the last part of its address, and its page.

    `page` takes the form, the activity and what others did meanwhile. `organiser`: it is the
    organiser's alone, else also the other party's.
    """

    name: str
    template: str
    page: Callable[[Filled, Opened, tuple[str, ...]], object]
    organiser: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Visit):
    """A visit by which the outcome of one activity is recorded."""

    number: int

    async def opened(self, outcome: Outcome[Filled]) -> Opened:
        """Return the activity for who may record it; NotVisible, or NotAllowed with the reason."""
        may(self.actor, Permission.SEE_PREVENTION)
        async with reading(self.actor) as c:
            opened = await open_activity(c, self.actor, self.number)
        may(self.actor, Permission.RECORD_ACTIVITY)
        if outcome.organiser:
            policy.hold_organiser(self.actor, opened.activity)
        else:
            policy.hold_recorder(self.actor, opened.chain, opened.activity)
        return opened

    def target(self, version: int) -> Target:
        """Return the activity at the version that a form showed."""
        return Target(activity=self.number, version=version)

    async def ask(self, outcome: Outcome[Filled], form: Filled, opened: Opened) -> Response[str]:
        """Return the page of the form as it is first shown."""
        return await self.page(outcome.template, outcome.page(form, opened, ()))

    async def answer(
        self, outcome: Outcome[Filled], form: Filled, doing: Callable[[], Awaitable[object]]
    ) -> type_answer:
        """Return the way to the activity after `doing`, or the form with what is wrong."""
        try:
            await doing()
        except (Invalid, RuleBroken, Stale) as refused:
            content = outcome.page(form, await self.opened(outcome), changes(refused))
            return await self.page(outcome.template, content, status=say(form, refused))
        return see_other(f"{PATH}/{self.number}?tercatat={outcome.name}")


async def provide_entry(visit: NamedDependency[Visit], number: FromPath[int]) -> Entry:
    """Return the visit to the activity that the address names."""
    return Entry(
        actor=visit.actor, request=visit.request, make_frame=visit.make_frame, number=number
    )


ENTRY: Final = {"entry": Provide(provide_entry)}
"""The dependency of a controller that records what became of an activity."""

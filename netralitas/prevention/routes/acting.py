"""What the forms on one activity share: who may, how they look, how they come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from litestar import Response
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.prevention import policy
from netralitas.prevention.acts import Act
from netralitas.prevention.commands import Target
from netralitas.prevention.form_pages import PATH, changes, say
from netralitas.prevention.queries import Opened, open_activity
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Visit):
    """A visit to one activity, by which something is done with it."""

    number: int

    async def opened(self, act: Act) -> Opened:
        """Return the activity for who may do this; NotVisible, or NotAllowed with the reason."""
        may(self.actor, Permission.SEE_PREVENTION)
        async with reading(self.actor) as c:
            opened = await open_activity(c, self.actor, self.number)
        may(self.actor, Permission.RECORD_ACTIVITY)
        if act.organiser:
            policy.hold_organiser(self.actor, opened.activity)
        else:
            policy.hold_recorder(self.actor, opened.chain, opened.activity)
        return opened

    def target(self, version: int) -> Target:
        """Return the activity at the version that a form showed."""
        return Target(activity=self.number, version=version)

    async def ask(self, act: Act, form: Form, opened: Opened) -> Response[str]:
        """Return the page of the form as it is first shown."""
        return await self.page(act.template, act.page(form, opened, ()))

    async def answer(
        self, act: Act, form: Form, doing: Callable[[], Awaitable[object]]
    ) -> type_answer:
        """Return the way back after `doing`, or the form with what is wrong."""
        try:
            await doing()
        except (Invalid, RuleBroken, Stale) as refused:
            content = act.page(form, await self.opened(act), changes(refused))
            return await self.page(act.template, content, status=say(form, refused))
        return see_other(f"{act.back(self.number)}?tercatat={act.done}")

    def back(self, tab: str, done: str) -> Redirect:
        """Return the way to a view of the activity, which says what was done."""
        return see_other(f"{PATH}/{self.number}/{tab}?tercatat={done}")


async def provide_entry(visit: NamedDependency[Visit], number: FromPath[int]) -> Entry:
    """Return the visit to the activity that the address names."""
    return Entry(
        actor=visit.actor, request=visit.request, make_frame=visit.make_frame, number=number
    )


ENTRY: Final = {"entry": Provide(provide_entry)}
"""The dependency of a controller that does something with one activity."""

"""What the forms of a meeting share: who may, how they look, how they come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from litestar import Response
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission
from netralitas.accounts.queries import organisations
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.evaluation.policy import hold_held, hold_planned
from netralitas.evaluation.queries import Seen, keep
from netralitas.evaluation.queries.lines import address
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.form_page import FORM_PAGE, FormPage
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect
type_choices = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a form looks: its words, the last part of its address, what is chosen from a list.

    `goal` is where it leads to, None for the page of the meeting.
    """

    title: str
    lead: str
    button: str
    name: str
    selects: tuple[str, ...] = ()
    danger: bool = False
    goal: str | None = None
    uploads: bool = False
    rows: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Visit):
    """A visit to one meeting."""

    meeting: int

    @property
    def back(self) -> str:
        """The address of the meeting's page."""
        return address(self.meeting)

    async def look(
        self, template: str, query: Callable[[Connection, Actor, int, date], Awaitable[object]]
    ) -> Response[str]:
        """Return the page that a query fills of the meeting, as it stands today."""
        return await self.show(
            Permission.SEE_MEETINGS,
            template,
            lambda c: query(c, self.actor, self.meeting, self.today),
        )

    async def kept(self) -> Seen:
        """Return the meeting for who keeps it; NotVisible or NotAllowed for who does not."""
        async with reading(self.actor) as c:
            return await keep(c, self.actor, self.meeting)

    async def planned(self, act: str) -> Seen:
        """Return the meeting for who keeps it, while it is a plan; RuleBroken afterwards."""
        seen = await self.kept()
        hold_planned(seen.meeting, act)
        return seen

    async def held(self, act: str) -> Seen:
        """Return the meeting for who keeps it, once it was held; RuleBroken before."""
        seen = await self.kept()
        hold_held(seen.meeting, act)
        return seen

    async def offices(self, seen: Seen | None = None) -> type_choices:
        """Return every organisation to choose from, or the readers of a meeting alone."""
        async with reading(self.actor) as c:
            found = await organisations(c)
        return {
            "organisation": [
                (str(each.id), each.name)
                for each in found
                if seen is None or each.id in seen.meeting.readers
            ]
        }

    async def ask(self, seen: Seen, form: Form, layout: Layout) -> Response[str]:
        """Return the page of the form as it is first shown."""
        return await self.page(FORM_PAGE, self._around(seen, form, layout))

    async def answer(
        self, seen: Seen, form: Form, layout: Layout, doing: Callable[[], Awaitable[object]]
    ) -> type_answer:
        """Return the way on after `doing`, or the form with every sentence of what is wrong."""
        status = 422
        if form.valid:
            try:
                await doing()
            except (RuleBroken, Invalid) as refused:
                status = _say(form, refused)
            else:
                return see_other(layout.goal or self.back)
        return await self.page(FORM_PAGE, self._around(seen, form, layout), status=status)

    def _around(self, seen: Seen, form: Form, layout: Layout) -> FormPage:
        return FormPage(
            crumbs=(*seen.crumbs, Crumb(layout.title)),
            title=layout.title,
            lead=layout.lead,
            action=address(self.meeting, layout.name),
            back=self.back,
            button=layout.button,
            form=form,
            fields=tuple(form.fields),
            selects=layout.selects,
            danger=layout.danger,
            uploads=layout.uploads,
            rows=layout.rows,
        )


async def provide_sheet(visit: NamedDependency[Visit], meeting: FromPath[int]) -> Sheet:
    """Return the visit to the meeting that the address names."""
    return Sheet(
        actor=visit.actor, request=visit.request, make_frame=visit.make_frame, meeting=meeting
    )


SHEET: Final = {"sheet": Provide(provide_sheet)}
"""The dependency of a controller that answers about one meeting."""


def _say(form: Form, refused: RuleBroken | Invalid) -> int:
    """Say beside its field what the command refused; return the status of the page."""
    if isinstance(refused, Invalid):
        form.refuse_all(refused.errors)
        return 422
    field = (refused.rule or "").removeprefix("meeting.")
    form.refuse(field if field in form.fields else "", refused.reason)
    return 422 if field in form.fields else 409

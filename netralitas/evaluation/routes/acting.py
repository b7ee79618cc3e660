"""What the forms of a meeting share: who may, how they look, how they come back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Request, Response
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.accounts.queries import organisations
from netralitas.database.transactions import reading
from netralitas.evaluation.pages import FormPage
from netralitas.evaluation.policy import hold_held, hold_planned
from netralitas.evaluation.queries import Seen, keep
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.forms import Form
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame
from netralitas.web.parts import Crumb

FORM = "evaluation/form.html"

type_request = Request[Any, Any, Any]
type_answer = Response[str] | Redirect
type_choices = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a form: its title, what it does, and its button."""

    title: str
    lead: str
    button: str


def today_of(actor: Actor) -> date:
    """Return the present day where the actor sits."""
    return clock.today(ZoneInfo(actor.zone))


async def kept(actor: Actor, meeting: int) -> Seen:
    """Return the meeting for who keeps it; NotVisible or NotAllowed for who does not."""
    async with reading(actor) as c:
        return await keep(c, actor, meeting)


async def planned(actor: Actor, meeting: int, act: str) -> Seen:
    """Return the meeting for who keeps it, while it is a plan; RuleBroken afterwards."""
    seen = await kept(actor, meeting)
    hold_planned(seen.meeting, act)
    return seen


async def held(actor: Actor, meeting: int, act: str) -> Seen:
    """Return the meeting for who keeps it, once it was held; RuleBroken before."""
    seen = await kept(actor, meeting)
    hold_held(seen.meeting, act)
    return seen


async def offices(actor: Actor, seen: Seen | None = None) -> type_choices:
    """Return every organisation to choose from, or the readers of a meeting alone."""
    async with reading(actor) as c:
        found = await organisations(c)
    return {
        "organisation": [
            (str(each.id), each.name)
            for each in found
            if seen is None or each.id in seen.meeting.readers
        ]
    }


def form_page(seen: Seen, form: Form, said: Words, name: str, **more: Any) -> FormPage:  # noqa: ANN401 - fields of FormPage
    """Return the page around a form of a meeting, which is posted to `name` below its address."""
    back = f"/evaluasi/rapat/{seen.meeting.id}"
    return FormPage(
        crumbs=(*seen.crumbs, Crumb(said.title)),
        title=said.title,
        lead=said.lead,
        action=f"{back}/{name}",
        back=back,
        button=said.button,
        form=form,
        fields=tuple(form.fields),
        **more,
    )


async def answered(
    content: FormPage, frame: Frame, goal: str, doing: Callable[[], Awaitable[object]]
) -> type_answer:
    """Return the way on after `doing`, or the form with every sentence of what is wrong."""
    status = 422
    if content.form.valid:
        try:
            await doing()
        except (RuleBroken, Invalid) as refused:
            status = _say(content.form, refused)
        else:
            return see_other(goal)
    return page(FORM, content, frame=frame, status=status)


def _say(form: Form, refused: RuleBroken | Invalid) -> int:
    """Say beside its field what the command refused; return the status of the page."""
    if isinstance(refused, Invalid):
        for name, sentences in refused.errors.items():
            for sentence in sentences:
                form.refuse(name if name in form.fields else "", sentence)
        return 422
    field = (refused.rule or "").removeprefix("meeting.")
    form.refuse(field if field in form.fields else "", refused.reason)
    return 422 if field in form.fields else 409

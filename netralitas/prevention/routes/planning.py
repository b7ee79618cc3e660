"""Planning an activity."""

from typing import Any
from zoneinfo import ZoneInfo

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.prevention.commands import plan_activity
from netralitas.prevention.form_pages import PATH, plan_page, say
from netralitas.prevention.forms import PlanForm
from netralitas.prevention.queries.choices import plan_choices
from netralitas.refusals import Invalid
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

TEMPLATE = "prevention/plan.html"

type_request = Request[Any, Any, Any]


class PlanController(Controller):
    """`/pencegahan/kegiatan/baru`: the form of a plan."""

    path = "/pencegahan/kegiatan/baru"
    include_in_schema = False

    @get()
    async def show(
        self, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form; the only agreement of the office is chosen already."""
        may(actor, Permission.RECORD_ACTIVITY)
        async with reading(actor) as c:
            choices = await plan_choices(c, actor)
        values: dict[str, object] = {"together": "joint"}
        if len(choices["agreement"]) == 1:
            values["agreement"] = choices["agreement"][0][0]
        form = PlanForm.blank(values=values, choices=choices)
        return page(TEMPLATE, plan_page(form), frame=frame)

    @post()
    async def plan(
        self,
        request: type_request,
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str] | Redirect:
        """Plan it and go to its page, or say what is wrong and keep what was typed."""
        may(actor, Permission.RECORD_ACTIVITY)
        async with reading(actor) as c:
            choices = await plan_choices(c, actor)
        today = clock.today(ZoneInfo(actor.zone))
        form = PlanForm.parse(await request.form(), choices=choices, today=today)
        try:
            planned = await plan_activity(actor, form.planned())
        except Invalid as refused:
            return page(TEMPLATE, plan_page(form), frame=frame, status=say(form, refused))
        return see_other(f"{PATH}/{planned}?tercatat=rencana")

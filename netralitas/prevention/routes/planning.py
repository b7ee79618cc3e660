"""Planning an activity."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.prevention import words
from netralitas.prevention.commands import plan_activity
from netralitas.prevention.form_pages import PATH, plan_page, say
from netralitas.prevention.forms import PlanForm
from netralitas.prevention.queries.choices import plan_choices, type_pairs
from netralitas.refusals import Invalid
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

TEMPLATE = "prevention/plan.html"


class PlanController(Controller):
    """`/pencegahan/kegiatan/baru`: the form of a plan."""

    path = "/pencegahan/kegiatan/baru"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form; the only agreement of the office is chosen already."""
        choices = await _choices(visit.actor)
        values: dict[str, object] = {"together": "joint"}
        if len(choices["agreement"]) == 1:
            values["agreement"] = choices["agreement"][0][0]
        form = PlanForm.blank(values=values, choices=choices)
        return await visit.page(TEMPLATE, plan_page(form, words.HOURS_RULE))

    @post()
    async def plan(self, visit: NamedDependency[Visit]) -> Response[str] | Redirect:
        """Plan it and go to its page, or say what is wrong and keep what was typed."""
        choices = await _choices(visit.actor)
        form = PlanForm.parse(await visit.typed(), choices=choices, today=visit.today)
        try:
            planned = await plan_activity(visit.actor, form.planned())
        except Invalid as refused:
            return await visit.page(
                TEMPLATE, plan_page(form, words.HOURS_RULE), status=say(form, refused)
            )
        return see_other(f"{PATH}/{planned}?tercatat=rencana")


async def _choices(actor: Actor) -> dict[str, type_pairs]:
    """Return the options of a plan for who may make one; NotAllowed else."""
    may(actor, Permission.RECORD_ACTIVITY)
    async with reading(actor) as c:
        return await plan_choices(c, actor)

"""The meetings of the office, a further one, and its quorum."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.investigation.plenary.commands import (
    Plan,
    plan_meeting,
    set_quorum,
)
from netralitas.investigation.plenary.forms import (
    MeetingForm,
    QuorumForm,
)
from netralitas.investigation.plenary.pages import FormPage
from netralitas.investigation.plenary.queries import (
    chairs_of,
    meetings_page,
    quorum_of,
)
from netralitas.refusals import Invalid
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect

_FORM: Final = "investigation/plenary_form.html"
_MEETING: Final = "investigation/plenary.html"
_RULING: Final = "investigation/ruling.html"


class PlenariesController(Controller):
    """The meetings of the office, a further one, and its quorum."""

    path = "/pleno"
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the list of meetings."""
        return await visit.show(
            Permission.SEE_PLENARY,
            "investigation/plenaries.html",
            lambda c: meetings_page(c, visit.actor, visit.asked),
        )

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of a meeting."""
        form = MeetingForm.blank(choices=await _chairs(visit))
        return await visit.page(_FORM, _plan_page(form))

    @post("/baru")
    async def plan(self, visit: NamedDependency[Visit]) -> type_answer:
        """Plan the meeting and go to it."""
        form = MeetingForm.parse(await visit.typed(), choices=await _chairs(visit))
        if form.valid:
            plan = Plan(
                held_on=form.held_on,
                starts=form.starts,
                place=form.place,
                chair=int(form.chair),
            )
            try:
                return see_other(f"/pleno/{await plan_meeting(visit.actor, plan)}")
            except Invalid as refusal:
                _say(form, refusal)
        return await visit.page(_FORM, _plan_page(form), status=422)

    @get("/kuorum")
    async def ask_quorum(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the setting of the office."""
        may(visit.actor, Permission.KEEP_PLENARY)
        async with reading(visit.actor) as c:
            least = await quorum_of(c, visit.actor)
        return await visit.page(_FORM, _quorum_page(QuorumForm.blank(values={"least": least})))

    @post("/kuorum")
    async def set_quorum(self, visit: NamedDependency[Visit]) -> type_answer:
        """Set it."""
        may(visit.actor, Permission.KEEP_PLENARY)
        form = QuorumForm.parse(await visit.typed())
        if not form.valid:
            return await visit.page(_FORM, _quorum_page(form), status=422)
        await set_quorum(visit.actor, form.read_value("least"))
        return see_other("/pleno")


async def _chairs(visit: Visit) -> dict[str, list[tuple[str, str]]]:
    may(visit.actor, Permission.KEEP_PLENARY)
    async with reading(visit.actor) as c:
        members = await chairs_of(c, visit.actor, visit.today)
    return {"chair": members}


def _plan_page(form: MeetingForm) -> FormPage:
    return FormPage(
        crumbs=(Crumb("Rapat pleno", "/pleno"), Crumb("Adakan rapat pleno")),
        title="Adakan rapat pleno",
        lead="Perkara diletakkan di meja rapat setelah rapat ini tersimpan.",
        action="/pleno/baru",
        back="/pleno",
        button="Simpan rapat pleno",
        form=form,
        selects=("chair",),
    )


def _quorum_page(form: QuorumForm) -> FormPage:
    return FormPage(
        crumbs=(Crumb("Rapat pleno", "/pleno"), Crumb("Atur kuorum")),
        title="Atur kuorum",
        lead="Rapat tanpa kuorum tidak memutus apa pun. Anggota yang berbenturan kepentingan"
        " tidak dihitung ikut memutus.",
        action="/pleno/kuorum",
        back="/pleno",
        button="Simpan kuorum",
        form=form,
    )


def _say(form: Form, refused: Invalid) -> None:
    form.refuse_all(refused.errors)

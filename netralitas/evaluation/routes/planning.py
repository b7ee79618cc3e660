"""Forms by which a meeting is planned, planned anew and cancelled."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.agreements.queries import cooperations
from netralitas.database.transactions import reading
from netralitas.evaluation.commands import NewMeeting, Plan, cancel, plan, replan
from netralitas.evaluation.domain import MeetingKind
from netralitas.evaluation.forms import CancelForm, NewMeetingForm, PlanForm
from netralitas.evaluation.queries import parties_for
from netralitas.evaluation.routes.acting import (
    SHEET,
    Layout,
    Sheet,
    type_answer,
    type_choices,
)
from netralitas.web.form_page import FORM_PAGE, FormPage
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

_REPLAN = Layout(
    title="Ubah rencana rapat",
    lead="Judul, tanggal, dan tempat dapat diubah sampai rapat terlaksana.",
    button="Simpan rencana",
    name="rencana",
)
_CANCEL = Layout(
    title="Batalkan rapat",
    lead="Rapat yang dibatalkan tetap tercantum dan tidak dapat dijadwalkan lagi. Keputusan rapat"
    " terdahulu yang belum selesai berpindah ke rapat berikutnya.",
    button="Batalkan rapat",
    name="pembatalan",
    danger=True,
)


class PlanController(Controller):
    """`/evaluasi/rapat/baru`: a meeting to come."""

    path = "/evaluasi/rapat/baru"
    include_in_schema = False

    @get()
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        choices = await _choices(visit.actor)
        form = NewMeetingForm.blank(values={"kind": MeetingKind.PERIODIC}, choices=choices)
        return await visit.page(FORM_PAGE, _plan_page(form))

    @post()
    async def plan(self, visit: NamedDependency[Visit]) -> type_answer:
        """Plan the meeting and go to it."""
        form = NewMeetingForm.parse(await visit.typed(), choices=await _choices(visit.actor))
        if not form.valid:
            return await visit.page(FORM_PAGE, _plan_page(form), status=422)
        new = NewMeeting(
            kind=MeetingKind(form.kind),
            other_party=int(form.other_party),
            plan=_plan(form),
            agreement=int(form.agreement) if form.agreement else None,
        )
        return see_other(f"/evaluasi/rapat/{await plan(visit.actor, new)}")


class ReplanController(Controller):
    """`/evaluasi/rapat/{id}/rencana`: another day, place or title."""

    path = "/evaluasi/rapat/{meeting:int}/rencana"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the plan as it is."""
        seen = await sheet.planned("Perubahan rencana")
        now = seen.meeting
        values = {"title": now.title, "planned_on": now.planned_on, "place": now.place}
        return await sheet.ask(seen, PlanForm.blank(values=values), _REPLAN)

    @post()
    async def replan(self, sheet: NamedDependency[Sheet]) -> type_answer:
        """Change the plan."""
        seen = await sheet.kept()
        form = PlanForm.parse(await sheet.typed())
        return await sheet.answer(
            seen, form, _REPLAN, lambda: replan(sheet.actor, sheet.meeting, _plan(form))
        )


class CancelController(Controller):
    """`/evaluasi/rapat/{id}/pembatalan`: the meeting will not take place."""

    path = "/evaluasi/rapat/{meeting:int}/pembatalan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask once more."""
        return await sheet.ask(await sheet.planned("Pembatalan"), CancelForm(), _CANCEL)

    @post()
    async def cancel(self, sheet: NamedDependency[Sheet]) -> Redirect:
        """Cancel it."""
        await cancel(sheet.actor, sheet.meeting)
        return see_other(sheet.back)


async def _choices(actor: Actor) -> type_choices:
    may(actor, Permission.KEEP_MEETINGS)
    async with reading(actor) as c:
        parties = await parties_for(c, actor)
        agreements = await cooperations(c, await readers_for(c, actor.organisation))
    return {
        "other_party": [(str(each.id), each.name) for each in parties],
        "agreement": [(str(each.id), each.title) for each in agreements],
    }


def _plan(form: PlanForm) -> Plan:
    return Plan(title=form.title, planned_on=form.planned_on, place=form.place)


def _plan_page(form: NewMeetingForm) -> FormPage:
    lead = "Keputusan rapat terdahulu dengan pihak yang sama tercantum di acaranya sampai selesai."
    if not form.options("other_party"):
        lead = (
            "Belum ada instansi yang dapat dipilih sebagai pihak lain. Administrator perlu"
            " menambahkannya lebih dahulu."
        )
    agreement = ("agreement",) if form.options("agreement") else ()
    return FormPage(
        crumbs=(Crumb("Evaluasi", "/evaluasi"), Crumb("Rencanakan rapat")),
        title="Rencanakan rapat",
        lead=lead,
        action="/evaluasi/rapat/baru",
        back="/evaluasi",
        button="Rencanakan rapat",
        form=form,
        fields=("kind", "other_party", *agreement, "title", "planned_on", "place"),
        selects=("other_party", "agreement"),
    )

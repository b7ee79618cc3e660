"""Forms by which a meeting is planned, planned anew and cancelled."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.agreements.queries import cooperations
from netralitas.database.transactions import reading
from netralitas.evaluation.commands import NewMeeting, Plan, cancel, plan, replan
from netralitas.evaluation.domain import MeetingKind
from netralitas.evaluation.forms import CancelForm, NewMeetingForm, PlanForm
from netralitas.evaluation.pages import FormPage
from netralitas.evaluation.queries import parties_for
from netralitas.evaluation.routes.acting import (
    FORM,
    Words,
    answered,
    form_page,
    kept,
    planned,
    type_answer,
    type_choices,
    type_request,
)
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame
from netralitas.web.parts import Crumb

_REPLAN = Words(
    title="Ubah rencana rapat",
    lead="Judul, tanggal, dan tempat dapat diubah sampai rapat terlaksana.",
    button="Simpan rencana",
)
_CANCEL = Words(
    title="Batalkan rapat",
    lead="Rapat yang dibatalkan tetap tercantum dan tidak dapat dijadwalkan lagi. Keputusan rapat"
    " terdahulu yang belum selesai berpindah ke rapat berikutnya.",
    button="Batalkan rapat",
)


class PlanController(Controller):
    """`/evaluasi/rapat/baru`: a meeting to come."""

    path = "/evaluasi/rapat/baru"
    include_in_schema = False

    @get()
    async def ask(
        self, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form."""
        choices = await _choices(actor)
        form = NewMeetingForm.blank(values={"kind": MeetingKind.PERIODIC}, choices=choices)
        return page(FORM, _plan_page(form), frame=frame)

    @post()
    async def plan(
        self, request: type_request, actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> type_answer:
        """Plan the meeting and go to it."""
        form = NewMeetingForm.parse(await request.form(), choices=await _choices(actor))
        if not form.valid:
            return page(FORM, _plan_page(form), frame=frame, status=422)
        new = NewMeeting(
            kind=MeetingKind(form.kind),
            other_party=int(form.other_party),
            plan=_plan(form),
            agreement=int(form.agreement) if form.agreement else None,
        )
        return see_other(f"/evaluasi/rapat/{await plan(actor, new)}")


class ReplanController(Controller):
    """`/evaluasi/rapat/{id}/rencana`: another day, place or title."""

    path = "/evaluasi/rapat/{meeting:int}/rencana"
    include_in_schema = False

    @get()
    async def ask(
        self, meeting: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the plan as it is."""
        seen = await planned(actor, meeting, "Perubahan rencana")
        now = seen.meeting
        values = {"title": now.title, "planned_on": now.planned_on, "place": now.place}
        form = PlanForm.blank(values=values)
        return page(FORM, form_page(seen, form, _REPLAN, "rencana"), frame=frame)

    @post()
    async def replan(
        self,
        request: type_request,
        meeting: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Change the plan."""
        seen = await kept(actor, meeting)
        form = PlanForm.parse(await request.form())
        content = form_page(seen, form, _REPLAN, "rencana")
        return await answered(
            content, frame, content.back, lambda: replan(actor, meeting, _plan(form))
        )


class CancelController(Controller):
    """`/evaluasi/rapat/{id}/pembatalan`: the meeting will not take place."""

    path = "/evaluasi/rapat/{meeting:int}/pembatalan"
    include_in_schema = False

    @get()
    async def ask(
        self, meeting: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Ask once more."""
        seen = await planned(actor, meeting, "Pembatalan")
        content = form_page(seen, CancelForm(), _CANCEL, "pembatalan", danger=True)
        return page(FORM, content, frame=frame)

    @post()
    async def cancel(self, meeting: FromPath[int], actor: NamedDependency[Actor]) -> Redirect:
        """Cancel it."""
        await cancel(actor, meeting)
        return see_other(f"/evaluasi/rapat/{meeting}")


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

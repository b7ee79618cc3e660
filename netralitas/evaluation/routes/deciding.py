"""Forms by which decisions are recorded, and that they are done."""

from dataclasses import replace

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.domain import Actor
from netralitas.database.transactions import reading
from netralitas.evaluation.commands import NewDecision, decide, finish_decision
from netralitas.evaluation.forms import DecisionForm, FinishForm
from netralitas.evaluation.pages import FormPage
from netralitas.evaluation.queries import decision_text, keep
from netralitas.evaluation.routes.acting import (
    FORM,
    Words,
    answered,
    form_page,
    held,
    kept,
    offices,
    today_of,
    type_answer,
    type_request,
)
from netralitas.web.fragments import page
from netralitas.web.frame import Frame

_DECISION = Words(
    title="Catat keputusan",
    lead="Keputusan tercantum di acara setiap rapat berikutnya sampai dicatat selesai.",
    button="Catat keputusan",
)
_FINISH = Words(
    title="Catat keputusan selesai",
    lead="Setelah itu keputusan tidak tercantum lagi di acara rapat berikutnya.",
    button="Catat selesai",
)


class DecisionController(Controller):
    """`/evaluasi/rapat/{id}/keputusan`: what the meeting decided."""

    path = "/evaluasi/rapat/{meeting:int}/keputusan"
    include_in_schema = False

    @get()
    async def ask(
        self, meeting: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form of one decision."""
        seen = await held(actor, meeting, "Keputusan")
        form = DecisionForm.blank(choices=await offices(actor, seen))
        content = form_page(seen, form, _DECISION, "keputusan", selects=("organisation",))
        return page(FORM, content, frame=frame)

    @post()
    async def decide(
        self,
        request: type_request,
        meeting: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Record the decision."""
        seen = await kept(actor, meeting)
        form = DecisionForm.parse(await request.form(), choices=await offices(actor, seen))
        content = form_page(seen, form, _DECISION, "keputusan", selects=("organisation",))
        return await answered(
            content, frame, content.back, lambda: decide(actor, meeting, _decision(form))
        )


class FinishController(Controller):
    """`/evaluasi/rapat/{id}/keputusan/{id}/penyelesaian`: a decision was carried out."""

    path = "/evaluasi/rapat/{meeting:int}/keputusan/{decision:int}/penyelesaian"
    include_in_schema = False

    @get()
    async def ask(
        self,
        meeting: FromPath[int],
        decision: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> Response[str]:
        """Ask for the day."""
        form = FinishForm.blank(values={"done_on": today_of(actor)})
        return page(FORM, await _finish_page(actor, meeting, decision, form), frame=frame)

    @post()
    async def finish(
        self,
        request: type_request,
        meeting: FromPath[int],
        decision: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Let it be done, and go back to what is still open."""
        form = FinishForm.parse(await request.form(), today=today_of(actor))
        content = await _finish_page(actor, meeting, decision, form)
        return await answered(
            *(content, frame, "/evaluasi"),
            lambda: finish_decision(actor, meeting, decision, form.done_on),
        )


async def _finish_page(actor: Actor, meeting: int, decision: int, form: FinishForm) -> FormPage:
    async with reading(actor) as c:
        seen = await keep(c, actor, meeting)
        text = await decision_text(c, meeting, decision)
    said = replace(_FINISH, lead=f"{text} {_FINISH.lead}")
    return form_page(seen, form, said, f"keputusan/{decision}/penyelesaian")


def _decision(form: DecisionForm) -> NewDecision:
    return NewDecision(text=form.text, organisation=int(form.organisation), due_on=form.due_on)

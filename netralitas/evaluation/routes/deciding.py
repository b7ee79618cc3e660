"""Forms by which decisions are recorded, and that they are done."""

from dataclasses import replace

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.database.transactions import reading
from netralitas.evaluation.commands import NewDecision, decide, finish_decision
from netralitas.evaluation.forms import DecisionForm, FinishForm
from netralitas.evaluation.queries import Seen, decision_text, keep
from netralitas.evaluation.routes.acting import SHEET, Layout, Sheet, type_answer

_DECISION = Layout(
    title="Catat keputusan",
    lead="Keputusan tercantum di acara setiap rapat berikutnya sampai dicatat selesai.",
    button="Catat keputusan",
    name="keputusan",
    selects=("organisation",),
)
_FINISH = Layout(
    title="Catat keputusan selesai",
    lead="Setelah itu keputusan tidak tercantum lagi di acara rapat berikutnya.",
    button="Catat selesai",
    name="keputusan/{decision}/penyelesaian",
    goal="/evaluasi",
)


class DecisionController(Controller):
    """`/evaluasi/rapat/{id}/keputusan`: what the meeting decided."""

    path = "/evaluasi/rapat/{meeting:int}/keputusan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the form of one decision."""
        seen = await sheet.held("Keputusan")
        form = DecisionForm.blank(choices=await sheet.offices(seen))
        return await sheet.ask(seen, form, _DECISION)

    @post()
    async def decide(self, sheet: NamedDependency[Sheet]) -> type_answer:
        """Record the decision."""
        seen = await sheet.kept()
        form = DecisionForm.parse(await sheet.typed(), choices=await sheet.offices(seen))
        return await sheet.answer(
            seen, form, _DECISION, lambda: decide(sheet.actor, sheet.meeting, _decision(form))
        )


class FinishController(Controller):
    """`/evaluasi/rapat/{id}/keputusan/{id}/penyelesaian`: a decision was carried out."""

    path = "/evaluasi/rapat/{meeting:int}/keputusan/{decision:int}/penyelesaian"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, decision: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask for the day."""
        seen, layout = await _decided(sheet, decision)
        return await sheet.ask(seen, FinishForm.blank(values={"done_on": sheet.today}), layout)

    @post()
    async def finish(self, decision: FromPath[int], sheet: NamedDependency[Sheet]) -> type_answer:
        """Let it be done, and go back to what is still open."""
        form = FinishForm.parse(await sheet.typed(), today=sheet.today)
        seen, layout = await _decided(sheet, decision)
        return await sheet.answer(
            seen,
            form,
            layout,
            lambda: finish_decision(sheet.actor, sheet.meeting, decision, form.done_on),
        )


async def _decided(sheet: Sheet, decision: int) -> tuple[Seen, Layout]:
    """Return the meeting for who keeps it, and the layout that says what it decided."""
    async with reading(sheet.actor) as c:
        seen = await keep(c, sheet.actor, sheet.meeting)
        text = await decision_text(c, sheet.meeting, decision)
    name = _FINISH.name.format(decision=decision)
    return seen, replace(_FINISH, name=name, lead=f"“{text}” {_FINISH.lead}")


def _decision(form: DecisionForm) -> NewDecision:
    return NewDecision(text=form.text, organisation=int(form.organisation), due_on=form.due_on)

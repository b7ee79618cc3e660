"""What became of an activity: held with those who came, corrected."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.prevention import policy
from netralitas.prevention.acts import CORRECT, HOLD
from netralitas.prevention.commands import correct_record, hold_activity
from netralitas.prevention.forms import held_form, record_form, written
from netralitas.prevention.routes.acting import ENTRY, Entry, type_answer


class RecordController(Controller):
    """`/pencegahan/kegiatan/{id}/…`: it was held, with those who came; corrected."""

    path = "/pencegahan/kegiatan/{number:int}"
    dependencies = ENTRY
    include_in_schema = False

    @get("/pelaksanaan")
    async def show_holding(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form with the planned day and who is counted, or why it is settled."""
        opened = await entry.opened(HOLD)
        policy.hold_open(opened.activity)
        planned = opened.activity.planned_on
        on = planned if planned <= entry.today else None
        form = held_form(opened).blank(values={**written(opened), "held_on": on})
        return await entry.ask(HOLD, form, opened)

    @post("/pelaksanaan")
    async def hold(self, entry: NamedDependency[Entry]) -> type_answer:
        """Record it and go to its outcome, or say what is wrong and keep what was typed."""
        opened = await entry.opened(HOLD)
        form = held_form(opened).parse(await entry.typed(), today=entry.today)
        return await entry.answer(
            HOLD,
            form,
            lambda: hold_activity(
                entry.actor, entry.target(form.version), form.held_on, form.recorded()
            ),
        )

    @get("/pembetulan")
    async def show_correction(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form filled with what stands recorded."""
        opened = await entry.opened(CORRECT)
        policy.hold_held(opened.activity)
        form = record_form(opened).blank(values=written(opened))
        return await entry.ask(CORRECT, form, opened)

    @post("/pembetulan")
    async def correct(self, entry: NamedDependency[Entry]) -> type_answer:
        """Replace the record and go to the outcome, or say what is wrong."""
        form = record_form(await entry.opened(CORRECT)).parse(await entry.typed())
        return await entry.answer(
            CORRECT,
            form,
            lambda: correct_record(entry.actor, entry.target(form.version), form.recorded()),
        )

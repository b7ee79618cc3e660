"""What became of an activity: held, corrected, cancelled."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.prevention import policy
from netralitas.prevention.commands import cancel_activity, correct_record, hold_activity
from netralitas.prevention.domain import CancelReason
from netralitas.prevention.form_pages import cancel_page, correction_page, held_page
from netralitas.prevention.forms import CancelForm, held_form, record_form, written
from netralitas.prevention.routes.acting import ENTRY, Entry, Outcome, type_answer

_HELD: Final = Outcome(name="pelaksanaan", template="prevention/record.html", page=held_page)
_CORRECTED: Final = Outcome(
    name="kehadiran", template="prevention/record.html", page=correction_page
)
_CANCELLED: Final = Outcome(
    name="pembatalan", template="prevention/cancel.html", page=cancel_page, organiser=True
)


class OutcomeController(Controller):
    """`/pencegahan/kegiatan/{id}/…`: it was held, with those who came; corrected; not held."""

    path = "/pencegahan/kegiatan/{number:int}"
    dependencies = ENTRY
    include_in_schema = False

    @get("/pelaksanaan")
    async def show_holding(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form, or why it can no longer be recorded."""
        opened = await entry.opened(_HELD)
        policy.hold_open(opened.activity)
        return await entry.ask(_HELD, held_form(opened).blank(), opened)

    @post("/pelaksanaan")
    async def hold(self, entry: NamedDependency[Entry]) -> type_answer:
        """Record it and go to its page, or say what is wrong and keep what was typed."""
        opened = await entry.opened(_HELD)
        form = held_form(opened).parse(await entry.typed(), today=entry.today)
        return await entry.answer(
            _HELD,
            form,
            lambda: hold_activity(
                entry.actor, entry.target(form.version), form.held_on, form.recorded()
            ),
        )

    @get("/kehadiran")
    async def show_correction(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form filled with what stands recorded."""
        opened = await entry.opened(_CORRECTED)
        policy.hold_held(opened.activity)
        form = record_form(opened).blank(values=written(opened))
        return await entry.ask(_CORRECTED, form, opened)

    @post("/kehadiran")
    async def correct(self, entry: NamedDependency[Entry]) -> type_answer:
        """Replace the record and go to the page, or say what is wrong and keep what was typed."""
        form = record_form(await entry.opened(_CORRECTED)).parse(await entry.typed())
        return await entry.answer(
            _CORRECTED,
            form,
            lambda: correct_record(entry.actor, entry.target(form.version), form.recorded()),
        )

    @get("/pembatalan")
    async def show_cancellation(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the reasons."""
        opened = await entry.opened(_CANCELLED)
        policy.hold_open(opened.activity)
        return await entry.ask(_CANCELLED, CancelForm.blank(), opened)

    @post("/pembatalan")
    async def cancel(self, entry: NamedDependency[Entry]) -> type_answer:
        """Cancel it and go to its page, or say what is wrong."""
        await entry.opened(_CANCELLED)
        form = CancelForm.parse(await entry.typed())
        return await entry.answer(
            _CANCELLED,
            form,
            lambda: cancel_activity(
                entry.actor, entry.target(form.version), CancelReason(form.reason)
            ),
        )

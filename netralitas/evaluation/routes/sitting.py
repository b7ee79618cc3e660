"""Forms by which a meeting is prepared and recorded: its agenda, its day, who came."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.evaluation.commands import (
    NewPresence,
    add_item,
    add_presence,
    hold,
    remove_item,
    remove_presence,
)
from netralitas.evaluation.forms import AgendaForm, HoldingForm, PresenceForm
from netralitas.evaluation.routes.acting import SHEET, Layout, Sheet, type_answer
from netralitas.web.fragments import see_other

_AGENDA = Layout(
    title="Tambah acara",
    lead="Acara tercantum di bahan rapat menurut urutan penambahannya.",
    button="Tambah acara",
    name="acara",
)
_HOLDING = Layout(
    title="Catat pelaksanaan rapat",
    lead="Setelah itu kehadiran dan keputusan dapat dicatat, dan rencananya tidak berubah lagi.",
    button="Catat pelaksanaan",
    name="pelaksanaan",
)
_PRESENCE = Layout(
    title="Catat kehadiran",
    lead="Satu catatan untuk setiap instansi: berapa orang dan sebagai apa. Nama tidak dicatat.",
    button="Catat kehadiran",
    name="kehadiran",
    selects=("organisation",),
)


class AgendaController(Controller):
    """`/evaluasi/rapat/{id}/acara`: what the meeting is to speak about."""

    path = "/evaluasi/rapat/{meeting:int}/acara"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the form of one item."""
        return await sheet.ask(await sheet.planned("Penambahan acara"), AgendaForm.blank(), _AGENDA)

    @post()
    async def add(self, sheet: NamedDependency[Sheet]) -> type_answer:
        """Add the item."""
        seen = await sheet.kept()
        form = AgendaForm.parse(await sheet.typed())
        return await sheet.answer(
            seen, form, _AGENDA, lambda: add_item(sheet.actor, sheet.meeting, form.text)
        )

    @post("/{item:int}/penghapusan")
    async def remove(self, item: FromPath[int], sheet: NamedDependency[Sheet]) -> Redirect:
        """Take an item off."""
        await remove_item(sheet.actor, sheet.meeting, item)
        return see_other(sheet.back)


class HoldingController(Controller):
    """`/evaluasi/rapat/{id}/pelaksanaan`: the meeting has taken place."""

    path = "/evaluasi/rapat/{meeting:int}/pelaksanaan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask for the day."""
        seen = await sheet.planned("Pelaksanaan")
        form = HoldingForm.blank(values={"held_on": seen.meeting.planned_on})
        return await sheet.ask(seen, form, _HOLDING)

    @post()
    async def hold(self, sheet: NamedDependency[Sheet]) -> type_answer:
        """Let it have taken place."""
        seen = await sheet.kept()
        form = HoldingForm.parse(await sheet.typed(), today=sheet.today)
        return await sheet.answer(
            seen, form, _HOLDING, lambda: hold(sheet.actor, sheet.meeting, form.held_on)
        )


class PresenceController(Controller):
    """`/evaluasi/rapat/{id}/kehadiran`: how many came of each organisation."""

    path = "/evaluasi/rapat/{meeting:int}/kehadiran"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the form of one organisation."""
        seen = await sheet.held("Kehadiran")
        form = PresenceForm.blank(choices=await sheet.offices())
        return await sheet.ask(seen, form, _PRESENCE)

    @post()
    async def add(self, sheet: NamedDependency[Sheet]) -> type_answer:
        """Note who came."""
        seen = await sheet.kept()
        form = PresenceForm.parse(await sheet.typed(), choices=await sheet.offices())
        return await sheet.answer(
            seen,
            form,
            _PRESENCE,
            lambda: add_presence(sheet.actor, sheet.meeting, _presence(form)),
        )

    @post("/{organisation:int}/penghapusan")
    async def remove(self, organisation: FromPath[int], sheet: NamedDependency[Sheet]) -> Redirect:
        """Forget a note that was wrong."""
        await remove_presence(sheet.actor, sheet.meeting, organisation)
        return see_other(sheet.back)


def _presence(form: PresenceForm) -> NewPresence:
    return NewPresence(
        organisation=int(form.organisation), persons=form.persons, capacity=form.capacity
    )

"""Forms by which a meeting is prepared and recorded: its agenda, its day, who came."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.evaluation.commands import (
    NewPresence,
    add_item,
    add_presence,
    hold,
    remove_item,
    remove_presence,
)
from netralitas.evaluation.forms import AgendaForm, HoldingForm, PresenceForm
from netralitas.evaluation.routes.acting import (
    FORM,
    Words,
    answered,
    form_page,
    held,
    kept,
    offices,
    planned,
    today_of,
    type_answer,
    type_request,
)
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame

_AGENDA = Words(
    title="Tambah acara",
    lead="Acara tercantum di bahan rapat menurut urutan penambahannya.",
    button="Tambah acara",
)
_HOLDING = Words(
    title="Catat pelaksanaan rapat",
    lead="Setelah itu kehadiran dan keputusan dapat dicatat, dan rencananya tidak berubah lagi.",
    button="Catat pelaksanaan",
)
_PRESENCE = Words(
    title="Catat kehadiran",
    lead="Satu catatan untuk setiap instansi: berapa orang dan sebagai apa. Nama tidak dicatat.",
    button="Catat kehadiran",
)


class AgendaController(Controller):
    """`/evaluasi/rapat/{id}/acara`: what the meeting is to speak about."""

    path = "/evaluasi/rapat/{meeting:int}/acara"
    include_in_schema = False

    @get()
    async def ask(
        self, meeting: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form of one item."""
        seen = await planned(actor, meeting, "Penambahan acara")
        return page(FORM, form_page(seen, AgendaForm.blank(), _AGENDA, "acara"), frame=frame)

    @post()
    async def add(
        self,
        request: type_request,
        meeting: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Add the item."""
        seen = await kept(actor, meeting)
        form = AgendaForm.parse(await request.form())
        content = form_page(seen, form, _AGENDA, "acara")
        return await answered(
            content, frame, content.back, lambda: add_item(actor, meeting, form.text)
        )

    @post("/{item:int}/penghapusan")
    async def remove(
        self, meeting: FromPath[int], item: FromPath[int], actor: NamedDependency[Actor]
    ) -> Redirect:
        """Take an item off."""
        await remove_item(actor, meeting, item)
        return see_other(f"/evaluasi/rapat/{meeting}")


class HoldingController(Controller):
    """`/evaluasi/rapat/{id}/pelaksanaan`: the meeting has taken place."""

    path = "/evaluasi/rapat/{meeting:int}/pelaksanaan"
    include_in_schema = False

    @get()
    async def ask(
        self, meeting: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Ask for the day."""
        seen = await planned(actor, meeting, "Pelaksanaan")
        form = HoldingForm.blank(values={"held_on": seen.meeting.planned_on})
        return page(FORM, form_page(seen, form, _HOLDING, "pelaksanaan"), frame=frame)

    @post()
    async def hold(
        self,
        request: type_request,
        meeting: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Let it have taken place."""
        seen = await kept(actor, meeting)
        form = HoldingForm.parse(await request.form(), today=today_of(actor))
        content = form_page(seen, form, _HOLDING, "pelaksanaan")
        return await answered(
            content, frame, content.back, lambda: hold(actor, meeting, form.held_on)
        )


class PresenceController(Controller):
    """`/evaluasi/rapat/{id}/kehadiran`: how many came of each organisation."""

    path = "/evaluasi/rapat/{meeting:int}/kehadiran"
    include_in_schema = False

    @get()
    async def ask(
        self, meeting: FromPath[int], actor: NamedDependency[Actor], frame: NamedDependency[Frame]
    ) -> Response[str]:
        """Show the form of one organisation."""
        seen = await held(actor, meeting, "Kehadiran")
        form = PresenceForm.blank(choices=await offices(actor))
        content = form_page(seen, form, _PRESENCE, "kehadiran", selects=("organisation",))
        return page(FORM, content, frame=frame)

    @post()
    async def add(
        self,
        request: type_request,
        meeting: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
    ) -> type_answer:
        """Note who came."""
        seen = await kept(actor, meeting)
        form = PresenceForm.parse(await request.form(), choices=await offices(actor))
        content = form_page(seen, form, _PRESENCE, "kehadiran", selects=("organisation",))
        return await answered(
            content, frame, content.back, lambda: add_presence(actor, meeting, _presence(form))
        )

    @post("/{organisation:int}/penghapusan")
    async def remove(
        self, meeting: FromPath[int], organisation: FromPath[int], actor: NamedDependency[Actor]
    ) -> Redirect:
        """Forget a note that was wrong."""
        await remove_presence(actor, meeting, organisation)
        return see_other(f"/evaluasi/rapat/{meeting}")


def _presence(form: PresenceForm) -> NewPresence:
    return NewPresence(
        organisation=int(form.organisation), persons=form.persons, capacity=form.capacity
    )

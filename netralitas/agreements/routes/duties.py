"""Which duties of an agreement the activities of prevention can do."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.agreements.commands import tick_duty
from netralitas.agreements.duties import owed
from netralitas.agreements.forms import DutyForm
from netralitas.agreements.paper import Paper
from netralitas.agreements.routes.sheet import Layout, answer, ask, kept, type_answer
from netralitas.cases.domain import Theme
from netralitas.web.visit import Visit

_SHORT: Final = 90
_LAYOUT: Final = Layout(
    title="Tandai tugas untuk pencegahan",
    lead="Tugas yang dipilih tampil pada kegiatan pencegahan bertema sama, supaya pelaksanaannya"
    " dapat ditandai. Tugas rencana kerja yang menyebut temanya sudah tersedia dengan sendirinya.",
    button="Tandai tugas",
    name="tugas",
    selects=("at",),
)


class DutyController(Controller):
    """`/kerja-sama/{id}/tugas`: a duty that activities of a theme can do."""

    path = "/kerja-sama/{number:int}/tugas"
    include_in_schema = False

    @get()
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        seen = await kept(visit, number)
        form = DutyForm.blank(choices=_choices(seen.paper))
        return await ask(visit, number, seen, form, _LAYOUT)

    @post()
    async def tick(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Make the duty ready to be ticked."""
        seen = await kept(visit, number)
        form = DutyForm.parse(await visit.typed(), choices=_choices(seen.paper))
        return await answer(
            *(visit, number, seen, form, _LAYOUT),
            doing=lambda: tick_duty(visit.actor, number, form.at, Theme(form.theme)),
        )


def _choices(paper: Paper) -> dict[str, list[tuple[str, str]]]:
    return {"at": [(each.at, f"{each.at}: {_short(each.text)}") for each in owed(paper)]}


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]} …"

"""What is taken over into the agenda, and the minutes."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission
from netralitas.evaluation.commands import add_proposed, keep_minutes
from netralitas.evaluation.forms import MinutesForm
from netralitas.evaluation.policy import check_minutes
from netralitas.evaluation.queries import proposals_page
from netralitas.evaluation.routes.acting import SHEET, Layout, Sheet, type_answer
from netralitas.web.fragments import see_other

_MINUTES = Layout(
    title="Tulis notulen",
    lead="Notulen dapat diperbaiki sampai bahan rapat ditandatangani, dan tercantum di dalamnya.",
    button="Simpan notulen",
    name="notulen",
    rows=18,
)


class ProposalController(Controller):
    """`/evaluasi/rapat/{id}/usulan`: what is open, to be put on the agenda."""

    path = "/evaluasi/rapat/{meeting:int}/usulan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def show(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show what is open, each in a sentence."""
        return await sheet.show(
            Permission.KEEP_MEETINGS,
            "evaluation/proposals.html",
            lambda c: proposals_page(c, sheet.actor, sheet.meeting, sheet.today),
        )

    @post()
    async def add_all(self, sheet: NamedDependency[Sheet]) -> Redirect:
        """Put everything that is open on the agenda, and go to the meeting."""
        await add_proposed(sheet.actor, sheet.meeting)
        return see_other(f"{sheet.back}#acara")

    @post("/{code:str}")
    async def add(self, code: FromPath[str], sheet: NamedDependency[Sheet]) -> Redirect:
        """Put one of them on the agenda, and go on choosing."""
        await add_proposed(sheet.actor, sheet.meeting, code)
        return see_other(f"{sheet.back}/usulan")


class MinutesController(Controller):
    """`/evaluasi/rapat/{id}/notulen`: what was said."""

    path = "/evaluasi/rapat/{meeting:int}/notulen"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show the minutes as they are."""
        seen = await sheet.kept()
        check_minutes(seen.meeting, signed=seen.row["signed"])
        form = MinutesForm.blank(values={"text": seen.row["minutes"] or ""})
        return await sheet.ask(seen, form, _MINUTES)

    @post()
    async def keep(self, sheet: NamedDependency[Sheet]) -> type_answer:
        """Keep the minutes."""
        seen = await sheet.kept()
        form = MinutesForm.parse(await sheet.typed())
        return await sheet.answer(
            seen, form, _MINUTES, lambda: keep_minutes(sheet.actor, sheet.meeting, form.text)
        )

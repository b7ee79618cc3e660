"""What the text of an agreement says of letters, while it is being drafted."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.agreements.commands import rewrite_text
from netralitas.agreements.forms.letters import RulesForm, rules_of
from netralitas.agreements.routes.sheet import Layout, answer, ask, kept, type_answer
from netralitas.web.visit import Visit

_LETTERS: Final = Layout(
    title="Atur korespondensi",
    lead="Apa yang dikatakan naskah tentang surat para pihak. Kosongkan yang tidak diaturnya.",
    button="Simpan aturan korespondensi",
    name="korespondensi",
)


class CorrespondenceController(Controller):
    """`/kerja-sama/{id}/korespondensi`: what the text says of letters."""

    path = "/kerja-sama/{number:int}/korespondensi"
    include_in_schema = False

    @get()
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the rules as they stand."""
        seen = await kept(visit, number)
        form = RulesForm.blank(values=rules_of(seen.paper))
        return await ask(visit, number, seen, form, _LETTERS)

    @post()
    async def write(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Write another version."""
        seen = await kept(visit, number)
        form = RulesForm.parse(await visit.typed())
        return await answer(
            *(visit, number, seen, form, _LETTERS),
            doing=lambda: rewrite_text(visit.actor, number, form.version, form.written),
        )

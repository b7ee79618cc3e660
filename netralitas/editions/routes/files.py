"""The law data as a file: sent out whole, taken in as a change."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from netralitas.access.policy import Permission, may, may_see
from netralitas.database.transactions import reading
from netralitas.editions import addresses
from netralitas.editions.file import changes_in
from netralitas.editions.form_pages import import_page
from netralitas.editions.forms import ImportForm
from netralitas.editions.queries import entries, law_file, newest
from netralitas.editions.routes.acting import TEMPLATE, propose_it, type_answer
from netralitas.law.entries import LawData
from netralitas.refusals import NotVisible
from netralitas.web.visit import Visit


class ExportController(Controller):
    """`/administrasi/hukum/ekspor.json`: all that an edition says."""

    path = addresses.EXPORT
    include_in_schema = False

    @get()
    async def download(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the edition in force, or the one in the address; 404 for one that never was."""
        may_see(visit.actor, Permission.CHANGE_LAW)
        async with reading(visit.actor) as c:
            last = await newest(c)
            edition = _wanted(visit.asked.get("edisi"), last)
            content = await law_file(c, edition)
        name = f"data-hukum-edisi-{edition}.json"
        return Response(
            content=content,
            media_type="application/json",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class ImportController(Controller):
    """`/administrasi/hukum/impor`: a file becomes a draft of what it says otherwise."""

    path = addresses.IMPORT
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        may(visit.actor, Permission.CHANGE_LAW)
        return await visit.page(TEMPLATE, import_page(ImportForm.blank()))

    @post()
    async def take_in(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> type_answer:
        """Propose the differences, or say what is wrong with the file."""
        may(visit.actor, Permission.CHANGE_LAW)
        form = ImportForm.parse(await visit.typed())
        async with reading(visit.actor) as c:
            before = await entries(c, law.edition)
        return await propose_it(
            visit, form, lambda: changes_in(form.file, before), lambda: import_page(form)
        )


def _wanted(text: str | None, newest: int) -> int:
    if not text:
        return newest
    wanted = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if not 1 <= wanted <= newest:
        raise NotVisible
    return wanted

"""The lists of an office, the search over them, and the undoing of an import."""

from typing import ClassVar, Final

from anyio import to_thread
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports import addresses, words
from netralitas.imports.forms import StaffSearchForm
from netralitas.imports.pages import ExternalPage, ListsPage, UndoPage
from netralitas.imports.queries import (
    find_staff,
    lists_of,
    one_batch,
    seal_search,
    unseal_search,
)
from netralitas.imports.ways import EXTERNAL_UNDOING, STAFF_UNDOING, Undoing
from netralitas.referral.external.queries import records_table
from netralitas.refusals import RuleBroken
from netralitas.web.fragments import see_other
from netralitas.web.table_file import MEDIA_TYPE, SHEET_TYPE, csv_file, xlsx_file
from netralitas.web.visit import Visit

_LISTS: Final = "imports/lists.html"
_UNDO: Final = "imports/undo.html"
_EXTERNAL: Final = "imports/external.html"
_LOST: Final = "Alamat pencarian ini tidak berlaku lagi. Ketik kembali nama yang dicari."
_DONE: Final = {
    "diimpor": STAFF_UNDOING.words.done,
    "dibatalkan": STAFF_UNDOING.words.taken_back,
    "dibuang": "Berkas dibuang. Tidak ada yang diimpor.",
}

type_answer = Response[str] | Redirect


class ListsController(Controller):
    """`/daftar-pegawai`: what was imported, and the search."""

    path = addresses.LISTS
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], sealer: NamedDependency[NipSealer]
    ) -> Response[str]:
        """Show the imports, and whom the search sealed in the address finds."""
        may(visit.actor, Permission.IMPORT_STAFF)
        ticket = visit.asked.get("k")
        wanted = unseal_search(ticket, sealer.keys, visit.actor.officer) if ticket else None
        async with reading(visit.actor) as c:
            lists = await lists_of(c, visit.actor.organisation)
            found = None if wanted is None else await find_staff(c, wanted, sealer)
        by_name = wanted if wanted and any(map(str.isalpha, wanted)) else None
        content = ListsPage(
            lists=lists,
            form=StaffSearchForm.blank(values={"cari": by_name}),
            found=found,
            note=_LOST if ticket and wanted is None else None,
            done=_DONE.get(visit.asked.get("kabar", "")),
        )
        return await visit.page(_LISTS, content)

    @post("/pencarian")
    async def search(
        self, visit: NamedDependency[Visit], sealer: NamedDependency[NipSealer]
    ) -> type_answer:
        """Go to the page of results, whose address nobody else can read."""
        may(visit.actor, Permission.IMPORT_STAFF)
        form = StaffSearchForm.parse(await visit.typed())
        if form.valid:
            ticket = seal_search(form.cari, sealer.keys, visit.actor.officer)
            return see_other(f"{addresses.LISTS}?k={ticket}#hasil")
        async with reading(visit.actor) as c:
            lists = await lists_of(c, visit.actor.organisation)
        return await visit.page(_LISTS, ListsPage(lists=lists, form=form), status=422)


class ExternalListController(Controller):
    """`/impor/sistem-lain`: what was imported of other systems, and all of it to download."""

    path = addresses.EXTERNAL
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the imports."""
        words = EXTERNAL_UNDOING.words
        said = visit.asked.get("kabar", "")
        done = {"diimpor": words.done, "dibatalkan": words.taken_back}
        may(visit.actor, EXTERNAL_UNDOING.permission)
        async with reading(visit.actor) as c:
            lists = await lists_of(c, visit.actor.organisation, EXTERNAL_UNDOING.kind)
        content = ExternalPage(way=words, lists=lists, done=done.get(said, _DONE.get(said)))
        return await visit.page(_EXTERNAL, content)

    @get("/unduh.csv")
    async def download(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send every record that the actor reads as CSV, in the columns of an import."""
        return await _records(visit, "csv")

    @get("/unduh.xlsx")
    async def download_workbook(self, visit: NamedDependency[Visit]) -> Response[bytes]:
        """Send the same as a workbook."""
        return await _records(visit, "xlsx")


class TableUndoController(Controller):
    """An import is taken back as a whole."""

    undoing: ClassVar[Undoing]
    include_in_schema = False

    @get()
    async def show(self, batch: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask whether to, or say why it cannot be."""
        may(visit.actor, self.undoing.permission)
        return await _undo_page(visit, self.undoing, batch)

    @post()
    async def undo(self, batch: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Take it back, or say why not."""
        try:
            await self.undoing.undo(visit.actor, batch)
        except RuleBroken as refused:
            return await _undo_page(visit, self.undoing, batch, refusal=refused.reason)
        return see_other(f"{self.undoing.words.home}?kabar=dibatalkan")


class UndoController(TableUndoController):
    """`/daftar-pegawai/{batch}/pembatalan`: a staff list is taken back."""

    path = f"{addresses.LISTS}/{{batch:int}}/pembatalan"
    undoing = STAFF_UNDOING


class ExternalUndoController(TableUndoController):
    """`/impor/sistem-lain/{batch}/pembatalan`: the records of a table are taken back."""

    path = f"{addresses.EXTERNAL}/{{batch:int}}/pembatalan"
    undoing = EXTERNAL_UNDOING


async def _records(visit: Visit, kind: str) -> Response[bytes]:
    may(visit.actor, EXTERNAL_UNDOING.permission)
    async with reading(visit.actor) as c:
        rows = await records_table(c)
    make = csv_file if kind == "csv" else xlsx_file
    name = f"catatan-sistem-lain-{visit.today.isoformat()}.{kind}"
    return Response(
        content=await to_thread.run_sync(make, rows),
        media_type=MEDIA_TYPE if kind == "csv" else SHEET_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


async def _undo_page(
    visit: Visit, undoing: Undoing, batch: int, *, refusal: str | None = None
) -> Response[str]:
    async with reading(visit.actor) as c:
        line, depending = await one_batch(c, visit.actor.organisation, batch, undoing.kind)
    standing = words.depended_on(depending) if depending else None
    if line.undone_at is not None:
        standing = words.UNDONE_BEFORE
    content = UndoPage(way=undoing.words, batch=line, refusal=refusal or standing)
    return await visit.page(_UNDO, content, status=409 if refusal else 200)

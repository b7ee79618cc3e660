"""The lists of an office, the search over them, and the undoing of an import."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports import addresses, words
from netralitas.imports.commands import undo_import
from netralitas.imports.forms import StaffSearchForm
from netralitas.imports.pages import ListsPage, UndoPage
from netralitas.imports.queries import (
    find_staff,
    lists_of,
    one_batch,
    seal_search,
    unseal_search,
)
from netralitas.refusals import RuleBroken
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_LISTS: Final = "imports/lists.html"
_UNDO: Final = "imports/undo.html"
_LOST: Final = "Alamat pencarian ini tidak berlaku lagi. Ketik kembali nama yang dicari."
_DONE: Final = {
    "diimpor": "Daftar pegawai sudah diimpor.",
    "dibatalkan": "Impor sudah dibatalkan. Datanya dihapus dari daftar pegawai.",
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


class UndoController(Controller):
    """`/daftar-pegawai/{batch}/pembatalan`: an import is taken back as a whole."""

    path = f"{addresses.LISTS}/{{batch:int}}/pembatalan"
    include_in_schema = False

    @get()
    async def show(self, batch: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask whether to, or say why it cannot be."""
        may(visit.actor, Permission.IMPORT_STAFF)
        return await _undo_page(visit, batch)

    @post()
    async def undo(self, batch: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Take it back, or say why not."""
        try:
            await undo_import(visit.actor, batch)
        except RuleBroken as refused:
            return await _undo_page(visit, batch, refusal=refused.reason)
        return see_other(f"{addresses.LISTS}?kabar=dibatalkan")


async def _undo_page(visit: Visit, batch: int, *, refusal: str | None = None) -> Response[str]:
    async with reading(visit.actor) as c:
        line, depending = await one_batch(c, visit.actor.organisation, batch)
    standing = words.depended_on(depending) if depending else None
    if line.undone_at is not None:
        standing = words.UNDONE_BEFORE
    content = UndoPage(batch=line, refusal=refusal or standing)
    return await visit.page(_UNDO, content, status=409 if refusal else 200)

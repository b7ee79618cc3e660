"""From a file to a list: upload, columns, result, confirmation."""

from typing import Final

import msgspec
from anyio import to_thread
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports import addresses
from netralitas.imports.commands import NewList, take_in_staff
from netralitas.imports.domain import Checked, FileNotTaken, ImportKind
from netralitas.imports.examining import Opened, open_table
from netralitas.imports.forms import (
    STAFF_MAPPING,
    ConfirmForm,
    UploadForm,
    mapping_choices,
    mapping_values,
)
from netralitas.imports.pages import UploadPage
from netralitas.imports.queries import digests_of, less_known, remembered_columns
from netralitas.imports.showing import Arrived, mapping_page, refused_file, result_page
from netralitas.imports.staff import staff_lines
from netralitas.imports.waiting import Parcel, Waiting
from netralitas.refusals import NotVisible, RuleBroken, Stale
from netralitas.web.fragments import see_other
from netralitas.web.table_file import MEDIA_TYPE
from netralitas.web.visit import Visit

_UPLOAD: Final = "imports/upload.html"
_COLUMNS: Final = "imports/columns.html"
_RESULT: Final = "imports/result.html"

type_answer = Response[str] | Redirect


class ImportController(Controller):
    """`/daftar-pegawai/impor`: a file waits, sealed, until it is taken in or thrown away."""

    path = addresses.IMPORT
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of a file."""
        may(visit.actor, Permission.IMPORT_STAFF)
        return await visit.page(_UPLOAD, UploadPage(form=UploadForm.blank()))

    @post()
    async def upload(
        self, visit: NamedDependency[Visit], waiting: NamedDependency[Waiting]
    ) -> type_answer:
        """Keep the file sealed and ask which column is which, or say what is wrong with it."""
        may(visit.actor, Permission.IMPORT_STAFF)
        form = UploadForm.parse(await visit.typed())
        if form.valid:
            kind, sent = ImportKind.STAFF, form.file
            try:
                await to_thread.run_sync(open_table, sent.content, kind)
            except FileNotTaken as refused:
                form.refuse("file", refused.sentence)
            else:
                parcel = Parcel(kind=kind, name=sent.name, source=form.source, content=sent.content)
                token = await to_thread.run_sync(
                    waiting.put, parcel, visit.actor.officer, clock.now()
                )
                return see_other(addresses.columns(token))
        return await visit.page(_UPLOAD, UploadPage(form=form), status=422)

    @get("/{token:str}/kolom")
    async def show_columns(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        waiting: NamedDependency[Waiting],
    ) -> Response[str]:
        """Show which column is which, as last time for this source or as the heads tell."""
        arrived = await _opened(visit, waiting, token)
        parcel, opened = arrived.parcel, arrived.opened
        async with reading(visit.actor) as c:
            known = await remembered_columns(c, visit.actor.organisation, parcel.source)
        said = opened.guessed(known) if parcel.mapping is None else parcel.mapping
        form = STAFF_MAPPING.blank(values=mapping_values(said), choices=mapping_choices(opened))
        page = mapping_page(arrived, form, remembered=bool(known))
        return await visit.page(_COLUMNS, page)

    @post("/{token:str}/kolom")
    async def say_columns(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        waiting: NamedDependency[Waiting],
    ) -> type_answer:
        """Keep what was said and go to the result, or say what is missing."""
        arrived = await _opened(visit, waiting, token)
        form = STAFF_MAPPING.parse(await visit.typed(), choices=mapping_choices(arrived.opened))
        if not form.valid:
            page = mapping_page(arrived, form, remembered=False)
            return await visit.page(_COLUMNS, page, status=422)
        told = msgspec.structs.replace(arrived.parcel, mapping=form.mapping)
        await to_thread.run_sync(waiting.replace, token, told, visit.actor.officer)
        return see_other(addresses.result(token))

    @get("/{token:str}")
    async def show_result(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        waiting: NamedDependency[Waiting],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Show what would be taken in and what is refused; nothing is stored yet."""
        arrived = await _opened(visit, waiting, token)
        mapping = arrived.parcel.mapping
        if mapping is None:
            return see_other(addresses.columns(token))
        checked = await _checked(visit, arrived.opened, mapping, sealer)
        page = result_page(arrived, checked, mapping)
        return await visit.page(_RESULT, page)

    @post("/{token:str}")
    async def take_in(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        waiting: NamedDependency[Waiting],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Take in the good rows, all in one transaction, and throw the file away."""
        arrived = await _opened(visit, waiting, token)
        mapping = arrived.parcel.mapping
        if mapping is None:
            return see_other(addresses.columns(token))
        checked = await _checked(visit, arrived.opened, mapping, sealer)
        form = ConfirmForm.parse(await visit.typed())
        stale = form.valid and form.good != len(checked.good)
        if form.valid and not stale:
            new = NewList(
                source=arrived.parcel.source,
                digest=arrived.opened.digest,
                columns=arrived.opened.heads(mapping),
                lines=await to_thread.run_sync(staff_lines, checked.good, sealer),
                refused=checked.refused_rows,
            )
            try:
                await take_in_staff(visit.actor, new)
            except RuleBroken as refused:
                form.refuse("", refused.reason)
            except Stale:
                stale = True
            else:
                await to_thread.run_sync(waiting.drop, token, visit.actor.officer)
                return see_other(f"{addresses.LISTS}?kabar=diimpor")
        page = result_page(arrived, checked, mapping, stale=stale, sent=form)
        return await visit.page(_RESULT, page, status=409 if stale else 422)

    @get("/{token:str}/ditolak.csv")
    async def download_refused(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        waiting: NamedDependency[Waiting],
        sealer: NamedDependency[NipSealer],
    ) -> Response[bytes]:
        """Send the refused rows with what is wrong, to correct the list by."""
        arrived = await _opened(visit, waiting, token)
        mapping = arrived.parcel.mapping
        if mapping is None:
            raise NotVisible
        checked = await _checked(visit, arrived.opened, mapping, sealer)
        return Response(
            content=refused_file(checked),
            media_type=MEDIA_TYPE,
            headers={"Content-Disposition": 'attachment; filename="baris-ditolak.csv"'},
        )

    @post("/{token:str}/pembuangan")
    async def give_up(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        waiting: NamedDependency[Waiting],
    ) -> Redirect:
        """Throw the file away."""
        may(visit.actor, Permission.IMPORT_STAFF)
        await to_thread.run_sync(waiting.drop, token, visit.actor.officer)
        return see_other(f"{addresses.LISTS}?kabar=dibuang")


async def _opened(visit: Visit, waiting: Waiting, token: str) -> Arrived:
    """Return the table that waits under a token of this officer; NotVisible else."""
    may(visit.actor, Permission.IMPORT_STAFF)
    parcel = await to_thread.run_sync(waiting.get, token, visit.actor.officer)
    opened = await to_thread.run_sync(open_table, parcel.content, parcel.kind)
    return Arrived(token=token, parcel=parcel, opened=opened)


async def _checked(
    visit: Visit, opened: Opened, mapping: dict[str, int], sealer: NipSealer
) -> Checked:
    """Return every row, checked, also against the list of the office."""
    checked = await to_thread.run_sync(opened.check, mapping)
    digests = await to_thread.run_sync(digests_of, checked, sealer)
    async with reading(visit.actor) as c:
        return await less_known(c, checked, digests)

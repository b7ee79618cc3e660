"""From a file to what it says: upload, columns, result, confirmation; the same for each kind."""

from collections.abc import Awaitable, Callable
from typing import Final

import msgspec
from anyio import to_thread
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.policy import may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports import addresses
from netralitas.imports.attendance.way import attendance_way
from netralitas.imports.domain import Checked, FileNotTaken
from netralitas.imports.examining import open_table
from netralitas.imports.forms import ConfirmForm, TableForm, mapping_choices, mapping_values
from netralitas.imports.pages import UploadPage
from netralitas.imports.queries import remembered_columns
from netralitas.imports.showing import Arrived, mapping_page, refused_file, result_page
from netralitas.imports.waiting import Parcel, Waiting
from netralitas.imports.ways import EXTERNAL_WAY, STAFF_WAY, Way
from netralitas.prevention.attending.queries.known import hold_notes
from netralitas.refusals import NotVisible, RuleBroken, Stale
from netralitas.web.fragments import see_other
from netralitas.web.table_file import MEDIA_TYPE
from netralitas.web.visit import Visit

_UPLOAD: Final = "imports/upload.html"
_COLUMNS: Final = "imports/columns.html"
_RESULT: Final = "imports/result.html"

type_answer = Response[str] | Redirect


class TableController(Controller):
    """A file waits, sealed, until it is taken in or thrown away.

    Whoever derives from it gives the dependency `way`, which says what is in the file.
    """

    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit], way: NamedDependency[Way]) -> Response[str]:
        """Show the form of a file."""
        may(visit.actor, way.permission)
        return await _upload_page(visit, way, way.upload.blank())

    @post()
    async def upload(
        self,
        visit: NamedDependency[Visit],
        way: NamedDependency[Way],
        waiting: NamedDependency[Waiting],
    ) -> type_answer:
        """Keep the file sealed and ask which column is which, or say what is wrong with it."""
        may(visit.actor, way.permission)
        form = way.upload.parse(await visit.typed())
        if form.valid:
            kind, sent = way.kind, form.file
            try:
                await to_thread.run_sync(open_table, sent.content, kind)
            except FileNotTaken as refused:
                form.refuse("file", refused.sentence)
            else:
                parcel = Parcel(
                    kind=kind,
                    name=sent.name,
                    source=form.said_source,
                    content=sent.content,
                )
                token = await to_thread.run_sync(
                    waiting.put, parcel, visit.actor.officer, clock.now()
                )
                return see_other(addresses.columns(way.words.home, token))
        return await _upload_page(visit, way, form, status=422)

    @get("/{token:str}/kolom")
    async def show_columns(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        way: NamedDependency[Way],
        waiting: NamedDependency[Waiting],
    ) -> Response[str]:
        """Show which column is which, as last time for this source or as the heads tell."""
        arrived = await _opened(visit, way, waiting, token)
        parcel, opened = arrived.parcel, arrived.opened
        async with reading(visit.actor) as c:
            office = visit.actor.organisation
            known = await remembered_columns(c, office, parcel.source, way.kind)
        said = opened.guessed(known) if parcel.mapping is None else parcel.mapping
        form = way.mapping.blank(values=mapping_values(said), choices=mapping_choices(opened))
        page = mapping_page(way.words, arrived, form, remembered=bool(known))
        return await visit.page(_COLUMNS, page)

    @post("/{token:str}/kolom")
    async def say_columns(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        way: NamedDependency[Way],
        waiting: NamedDependency[Waiting],
    ) -> type_answer:
        """Keep what was said and go to the result, or say what is missing."""
        arrived = await _opened(visit, way, waiting, token)
        choices = mapping_choices(arrived.opened)
        form = way.mapping.parse(await visit.typed(), choices=choices)
        if not form.valid:
            page = mapping_page(way.words, arrived, form, remembered=False)
            return await visit.page(_COLUMNS, page, status=422)
        told = msgspec.structs.replace(arrived.parcel, mapping=form.mapping)
        await to_thread.run_sync(waiting.replace, token, told, visit.actor.officer)
        return see_other(addresses.result(way.words.home, token))

    @get("/{token:str}")
    async def show_result(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        way: NamedDependency[Way],
        waiting: NamedDependency[Waiting],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Show what would be taken in and what is refused; nothing is stored yet."""
        arrived = await _opened(visit, way, waiting, token)
        mapping = arrived.parcel.mapping
        if mapping is None:
            return see_other(addresses.columns(way.words.home, token))
        checked = await _checked(visit, way, arrived, mapping, sealer)
        page = result_page(way.words, arrived, checked, mapping)
        return await visit.page(_RESULT, page)

    @post("/{token:str}")
    async def take_in(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        way: NamedDependency[Way],
        waiting: NamedDependency[Waiting],
        sealer: NamedDependency[NipSealer],
    ) -> type_answer:
        """Take in the good rows, all in one transaction, and throw the file away."""
        arrived = await _opened(visit, way, waiting, token)
        mapping = arrived.parcel.mapping
        if mapping is None:
            return see_other(addresses.columns(way.words.home, token))
        checked = await _checked(visit, way, arrived, mapping, sealer)
        form = ConfirmForm.parse(await visit.typed())
        stale = form.valid and form.good != len(checked.good)
        if form.valid and not stale:
            try:
                await way.take(visit.actor, arrived, mapping, checked, sealer)
            except RuleBroken as refused:
                form.refuse("", refused.reason)
            except Stale:
                stale = True
            else:
                await to_thread.run_sync(waiting.drop, token, visit.actor.officer)
                return see_other(f"{way.words.home}?{way.words.told}=diimpor")
        page = result_page(way.words, arrived, checked, mapping, stale=stale, sent=form)
        return await visit.page(_RESULT, page, status=409 if stale else 422)

    @get("/{token:str}/ditolak.csv")
    async def download_refused(
        self,
        token: FromPath[str],
        visit: NamedDependency[Visit],
        way: NamedDependency[Way],
        waiting: NamedDependency[Waiting],
        sealer: NamedDependency[NipSealer],
    ) -> Response[bytes]:
        """Send the refused rows with what is wrong, to correct the list by."""
        arrived = await _opened(visit, way, waiting, token)
        mapping = arrived.parcel.mapping
        if mapping is None:
            raise NotVisible
        checked = await _checked(visit, way, arrived, mapping, sealer)
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
        way: NamedDependency[Way],
        waiting: NamedDependency[Waiting],
    ) -> Redirect:
        """Throw the file away."""
        may(visit.actor, way.permission)
        await to_thread.run_sync(waiting.drop, token, visit.actor.officer)
        return see_other(f"{way.words.home}?{way.words.told}=dibuang")


def _provided(provide: Callable[..., Awaitable[Way]]) -> dict[str, Provide]:
    """Return the dependency of a controller of tables."""
    return {"way": Provide(provide)}


def _constant(way: Way) -> dict[str, Provide]:
    """Return it for a controller whose tables are all of one kind."""

    async def provide() -> Way:
        return way

    return _provided(provide)


async def provide_attendance_way(number: FromPath[int], visit: NamedDependency[Visit]) -> Way:
    """Return how a list comes in for an activity, to who notes its attendance; refusals else."""
    async with reading(visit.actor) as c:
        await hold_notes(c, visit.actor, number)
    return attendance_way(number)


class ImportController(TableController):
    """`/daftar-pegawai/impor`: a staff list comes in."""

    path = addresses.IMPORT
    dependencies = _constant(STAFF_WAY)


class ExternalImportController(TableController):
    """`/impor/sistem-lain/impor`: what other systems say comes in."""

    path = addresses.upload(addresses.EXTERNAL)
    dependencies = _constant(EXTERNAL_WAY)


class AttendanceImportController(TableController):
    """`/pencegahan/kegiatan/{id}/kehadiran/impor`: who was present at an activity comes in."""

    path = addresses.upload(addresses.ATTENDANCE)
    dependencies = _provided(provide_attendance_way)


async def _upload_page(
    visit: Visit, way: Way, form: TableForm, *, status: int = 200
) -> Response[str]:
    page = UploadPage(way=way.words, form=form)
    return await visit.page(_UPLOAD, page, status=status)


async def _opened(visit: Visit, way: Way, waiting: Waiting, token: str) -> Arrived:
    """Return the table that waits under a token of this officer; NotVisible else."""
    may(visit.actor, way.permission)
    parcel = await to_thread.run_sync(waiting.get, token, visit.actor.officer)
    if parcel.kind is not way.kind:
        raise NotVisible
    opened = await to_thread.run_sync(open_table, parcel.content, parcel.kind)
    return Arrived(token=token, parcel=parcel, opened=opened)


async def _checked(
    visit: Visit, way: Way, arrived: Arrived, mapping: dict[str, int], sealer: NipSealer
) -> Checked:
    """Return every row, checked, also against what the database knows."""
    checked = await to_thread.run_sync(arrived.opened.check, mapping)
    return await way.check(visit.actor, arrived, checked, sealer)

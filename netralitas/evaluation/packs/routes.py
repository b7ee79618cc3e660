"""`/evaluasi/rapat/{id}/bahan` and `/paket`: the pack to look at, its files, its signatures."""

from collections.abc import Awaitable, Callable
from typing import Final

import structlog
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.evaluation.packs.charts import charts_of
from netralitas.evaluation.packs.commands import Signing, ask_pack, draw_charts, sign_pack
from netralitas.evaluation.packs.domain import Part
from netralitas.evaluation.packs.forms import SignatureForm
from netralitas.evaluation.packs.policy import hold_signable
from netralitas.evaluation.packs.queries import (
    pack_page,
    packs_page,
    part_of_pack,
    scan_of,
    signable,
)
from netralitas.evaluation.queries import Seen
from netralitas.evaluation.queries.lines import address
from netralitas.evaluation.routes.acting import SHEET, Layout, Sheet, type_answer
from netralitas.evidence.domain import FileRefused, NotKept, Stored, extension
from netralitas.evidence.storage import Storage
from netralitas.web.forms import MEBIBYTE
from netralitas.web.fragments import is_fragment, see_other
from netralitas.web.headers import to_keep

LARGEST_SCAN: Final = 20 * MEBIBYTE
_log = structlog.get_logger("netralitas.evaluation")


class LookController(Controller):
    """`/evaluasi/rapat/{id}/bahan`: everything the meeting has before it, on one page."""

    path = "/evaluasi/rapat/{meeting:int}/bahan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def show(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show it to be projected and printed; charts that are not drawn yet are asked for."""
        may(sheet.actor, Permission.SEE_MEETINGS)
        async with reading(sheet.actor) as c:
            page = await pack_page(c, sheet.actor, sheet.meeting, clock.now())
        if any(chart.waiting for chart in page.charts):
            await draw_charts(sheet.actor, charts_of(page.content))
        return await sheet.page("evaluation/pack.html", page)


class PackController(Controller):
    """`/evaluasi/rapat/{id}/paket`: the files of the pack."""

    path = "/evaluasi/rapat/{meeting:int}/paket"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def show(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show every making with its progress, files and signatures; to htmx that part alone."""
        template = (
            "evaluation/_packs.html" if is_fragment(sheet.request) else "evaluation/packs.html"
        )
        return await sheet.look(template, packs_page)

    @post()
    async def ask(self, sheet: NamedDependency[Sheet]) -> Redirect:
        """Have the pack made, and show how far it is."""
        await ask_pack(sheet.actor, sheet.meeting)
        return see_other(address(sheet.meeting, "paket"))

    @get("/{pack:int}/{name:str}")
    async def download(
        self,
        pack: FromPath[int],
        name: FromPath[str],
        sheet: NamedDependency[Sheet],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send a file of the pack to be kept."""
        return await _sent(
            sheet,
            storage,
            lambda c: part_of_pack(c, sheet.meeting, pack, name),
            lambda part: f"rapat-{sheet.meeting}-{part.name}",
        )

    @get("/{pack:int}/pindaian/{organisation:int}")
    async def scan(
        self,
        pack: FromPath[int],
        organisation: FromPath[int],
        sheet: NamedDependency[Sheet],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the scan of the signed paper."""
        return await _sent(
            sheet,
            storage,
            lambda c: scan_of(c, sheet.meeting, pack, organisation),
            lambda part: f"rapat-{sheet.meeting}-pindaian.{extension(part.media_type)}",
        )


class SignatureController(Controller):
    """`/evaluasi/rapat/{id}/paket/{pack}/tanda-tangan`: a party signed the paper."""

    path = "/evaluasi/rapat/{meeting:int}/paket/{pack:int}/tanda-tangan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, pack: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask who signed."""
        seen = await _signing(sheet, pack)
        values = {"signed_on": sheet.today}
        return await sheet.ask(seen, SignatureForm.blank(values=values), _layout(sheet, pack))

    @post()
    async def sign(
        self,
        pack: FromPath[int],
        sheet: NamedDependency[Sheet],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Keep it."""
        seen = await _signing(sheet, pack)
        form = SignatureForm.parse(await sheet.typed(), today=sheet.today)
        scan = await _kept(form, storage) if form.valid else None

        async def doing() -> None:
            new = Signing(
                name=form.name, capacity=form.capacity, signed_on=form.signed_on, scan=scan
            )
            await sign_pack(sheet.actor, sheet.meeting, pack, new)

        return await sheet.answer(seen, form, _layout(sheet, pack), doing)


CONTROLLERS: Final = (LookController, PackController, SignatureController)


async def _signing(sheet: Sheet, pack: int) -> Seen:
    """Return the meeting for who may sign the pack for their office."""
    seen = await sheet.kept()
    async with reading(sheet.actor) as c:
        found = await signable(c, sheet.meeting, pack)
    hold_signable(seen.meeting, found.standing, sheet.actor.organisation)
    return seen


def _layout(sheet: Sheet, pack: int) -> Layout:
    return Layout(
        title="Catat tanda tangan",
        lead="Tanda tangan berlaku atas berkas dengan sidik yang tercantum di halaman sebelumnya."
        " Sesudahnya bahan rapat, notulen, keputusan, dan kehadiran tidak berubah lagi.",
        button="Catat tanda tangan",
        name=f"paket/{pack}/tanda-tangan",
        goal=address(sheet.meeting, "paket"),
        uploads=True,
    )


async def _kept(form: SignatureForm, storage: Storage) -> Stored | None:
    """Return the scan, kept under its digest; None without one, or where it cannot be kept."""
    if not form.scan:
        return None
    try:
        return await storage.keep(form.scan[0].content, LARGEST_SCAN)
    except (FileRefused, NotKept) as refusal:
        form.refuse("scan", refusal.reason)
        return None


async def _sent(
    sheet: Sheet,
    storage: Storage,
    find: Callable[[Connection], Awaitable[Part]],
    named: Callable[[Part], str],
) -> Stream:
    may(sheet.actor, Permission.SEE_MEETINGS)
    async with reading(sheet.actor) as c:
        part = await find(c)
    _log.info("pack_downloaded", meeting=sheet.meeting, officer=sheet.actor.officer)
    content = await storage.open(part.digest)
    headers = to_keep(named(part), part.size)
    return Stream(content, media_type=part.media_type, headers=headers)

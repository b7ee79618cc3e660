"""How a hand-over of static archives is closed by minutes, and its signed minutes kept."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.cases.archive import words
from netralitas.cases.archive.commands import (
    attach_scan,
    close_handover,
)
from netralitas.cases.archive.forms import LARGEST_SCAN, CloseForm, ScanForm
from netralitas.cases.archive.pages import HOME
from netralitas.cases.archive.routes.forming import done, page, seen, shown, type_answer
from netralitas.cases.pages import FormPage
from netralitas.evidence.domain import FileRefused, NotKept, Stored
from netralitas.evidence.storage import Storage
from netralitas.web.visit import Visit


class ClosingController(Controller):
    """`/perkara/arsip/{id}/penyerahan`: the minutes are made, and nothing changes any more."""

    path = f"{HOME}/{{handover:int}}/penyerahan"
    include_in_schema = False

    @get()
    async def ask(self, handover: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask for the day."""
        await seen(visit, handover)
        form = CloseForm.blank(values={"on": visit.today}, today=visit.today)
        return await shown(visit, _closing(handover, form))

    @post()
    async def close(
        self,
        handover: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Close the hand-over."""
        await seen(visit, handover)
        form = CloseForm.parse(await visit.typed(), today=visit.today)
        if form.valid:
            doing = close_handover(visit.actor, handover, form.on, storage)
            answer = await done(form, doing, handover)
            if answer is not None:
                return answer
        return await shown(visit, _closing(handover, form), status=422)


class ScanController(Controller):
    """`/perkara/arsip/{id}/pindaian/baru`: the signed minutes come back as a scan."""

    path = f"{HOME}/{{handover:int}}/pindaian/baru"
    include_in_schema = False

    @get()
    async def ask(self, handover: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Ask for the file."""
        await seen(visit, handover)
        return await shown(visit, _scanning(handover, ScanForm.blank()))

    @post()
    async def attach(
        self,
        handover: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Keep it with the hand-over."""
        await seen(visit, handover)
        form = ScanForm.parse(await visit.typed())
        scan = await _kept(form, storage) if form.valid else None
        if scan is not None:
            answer = await done(form, attach_scan(visit.actor, handover, scan), handover)
            if answer is not None:
                return answer
        return await shown(visit, _scanning(handover, form), status=422)


async def _kept(form: ScanForm, storage: Storage) -> Stored | None:
    try:
        return await storage.keep(form.scan[0].content, LARGEST_SCAN)
    except (FileRefused, NotKept) as refusal:
        form.refuse("scan", refusal.reason)
        return None


def _closing(handover: int, form: CloseForm) -> FormPage:
    return page(words.CLOSE, f"{HOME}/{handover}", "penyerahan", form)


def _scanning(handover: int, form: ScanForm) -> FormPage:
    return page(words.SCAN, f"{HOME}/{handover}", "pindaian/baru", form)

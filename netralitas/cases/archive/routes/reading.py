"""`/perkara/arsip`: hand-overs of static archives as they are read, with their files."""

from typing import Final

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from netralitas.access.policy import Permission, may, refusal
from netralitas.cases.archive import words
from netralitas.cases.archive.pages import HOME, handover_page, list_page
from netralitas.cases.archive.queries import bundle_of, cases_of, handover_in, handovers
from netralitas.database.transactions import reading
from netralitas.evidence.domain import extension
from netralitas.evidence.storage import Storage
from netralitas.refusals import NotAllowed, NotVisible
from netralitas.web.headers import SANDBOX
from netralitas.web.streams import in_thread
from netralitas.web.visit import Visit

_PDF: Final = "application/pdf"


class ArchiveController(Controller):
    """What was handed over, and what is being prepared."""

    path = HOME
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the hand-overs of the office, the newest first."""
        may(visit.actor, Permission.SEE_ARCHIVE)
        asked = visit.asked.get("sebelum") or ""
        before = int(asked) if asked.isdecimal() and len(asked) < 10 else None
        async with reading(visit.actor) as c:
            lines, more = await handovers(c, before)
        content = list_page(lines, more, keeps=_keeps(visit))
        return await visit.page("cases/archive/list.html", content)

    @get("/{handover:int}")
    async def one(self, handover: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show a hand-over with its cases."""
        may(visit.actor, Permission.SEE_ARCHIVE)
        async with reading(visit.actor) as c:
            found = await handover_in(c, handover)
            cases = await cases_of(c, handover)
        content = handover_page(visit.actor, found, cases, keeps=_keeps(visit))
        return await visit.page("cases/archive/handover.html", content)

    @get("/{handover:int}/bundel/{case:int}")
    async def bundle(
        self,
        handover: FromPath[int],
        case: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the bundle of a case as it was made for the hand-over."""
        may(visit.actor, Permission.SEE_ARCHIVE)
        async with reading(visit.actor) as c:
            if (await handover_in(c, handover)).organisation != visit.actor.organisation:
                raise NotAllowed(words.OWN_OFFICE)
            found = await bundle_of(c, handover, case)
        headers = {"Content-Disposition": f'attachment; filename="{found.name}.zip"'}
        pieces = in_thread(found.pieces(storage))
        return Stream(pieces, media_type="application/zip", headers=headers)

    @get("/{handover:int}/berita-acara.pdf")
    async def minutes(
        self,
        handover: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the minutes."""
        may(visit.actor, Permission.SEE_ARCHIVE)
        async with reading(visit.actor) as c:
            found = await handover_in(c, handover)
        return await _sent(storage, found.minutes, _PDF, f"arsip-{handover}-berita-acara")

    @get("/{handover:int}/pindaian")
    async def scan(
        self,
        handover: FromPath[int],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the signed minutes."""
        may(visit.actor, Permission.SEE_ARCHIVE)
        async with reading(visit.actor) as c:
            found = await handover_in(c, handover)
        kind = found.scan_type or _PDF
        return await _sent(storage, found.scan, kind, f"arsip-{handover}-pindaian")


def _keeps(visit: Visit) -> bool:
    return refusal(visit.actor, Permission.KEEP_ARCHIVE) is None


async def _sent(storage: Storage, digest: str | None, media_type: str, name: str) -> Stream:
    if digest is None:
        raise NotVisible
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{extension(media_type)}"',
        "Content-Security-Policy": SANDBOX,
    }
    return Stream(await storage.open(digest), media_type=media_type, headers=headers)

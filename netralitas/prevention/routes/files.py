"""The files of an activity: downloaded whole, photos looked at as a copy."""

import structlog
from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.evidence.domain import extension
from netralitas.evidence.storage import Storage
from netralitas.evidence.views import MEDIA_TYPE
from netralitas.prevention.queries import open_activity
from netralitas.prevention.queries.files import ActivityFile, file_of
from netralitas.prevention.routes.acting import ENTRY, Entry
from netralitas.refusals import NotVisible
from netralitas.web.headers import SANDBOX

_log = structlog.get_logger("netralitas.prevention")


class ActivityFileController(Controller):
    """`/pencegahan/kegiatan/{id}/bahan/berkas/{file}`: one file, for who sees the activity."""

    path = "/pencegahan/kegiatan/{number:int}/bahan/berkas/{file:int}"
    dependencies = ENTRY
    include_in_schema = False

    @get()
    async def download(
        self,
        entry: NamedDependency[Entry],
        file: FromPath[int],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the file to be kept, never to be opened by the browser as a page of ours."""
        found = await _found(entry, file)
        _log.info("activity_file_downloaded", file=file, officer=entry.actor.officer)
        name = f"kegiatan-{entry.number}-berkas-{file}.{extension(found.media_type)}"
        return Stream(
            await storage.open(found.digest),
            media_type=found.media_type,
            headers=_headers(f'attachment; filename="{name}"', found.size),
        )

    @get("/gambar")
    async def show(
        self,
        entry: NamedDependency[Entry],
        file: FromPath[int],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send the copy of an image that is shown; NotVisible for a file without one."""
        found = await _found(entry, file)
        if found.view is None or found.view_size is None:
            raise NotVisible
        name = f"kegiatan-{entry.number}-foto-{file}.jpg"
        return Stream(
            await storage.open(found.view),
            media_type=MEDIA_TYPE,
            headers=_headers(f'inline; filename="{name}"', found.view_size),
        )


async def _found(entry: Entry, file: int) -> ActivityFile:
    """Return a file of an activity that the reader sees; NotVisible for any other."""
    may(entry.actor, Permission.SEE_PREVENTION)
    async with reading(entry.actor) as c:
        await open_activity(c, entry.actor, entry.number)
        return await file_of(c, entry.number, file)


def _headers(disposition: str, size: int) -> dict[str, str]:
    return {
        "Content-Disposition": disposition,
        "Content-Length": str(size),
        "Content-Security-Policy": SANDBOX,
        "Cache-Control": "private, no-store",
    }

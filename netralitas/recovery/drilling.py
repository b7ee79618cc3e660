"""The drill: a backup restored into a scratch place, proved there, and cleared away again."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from netralitas.database.bootstrap import bootstrap
from netralitas.database.embedded import EmbeddedServer, remove
from netralitas.evidence.domain import Verdict
from netralitas.evidence.storage import Storage
from netralitas.recovery import counting
from netralitas.recovery.refusals import Damaged
from netralitas.recovery.restoring import restore
from netralitas.recovery.wishes import Restored, Wish
from netralitas.settings import Settings

_DATABASE = "netralitas"
_QUICK = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Drilled(msgspec.Struct, frozen=True, kw_only=True):
    """A drill that passed: what was restored, and how many files have their digest again."""

    restored: Restored
    files_whole: int


async def drill(
    folder: Path, settings: Settings, wish: Wish, say: Callable[[str], object], scratch: Path | None
) -> Drilled:
    """Return what a restore of the backup gave in an embedded server that is gone afterwards.

    `scratch` is a folder on a disk with room for all of it, unsealed; the system's own without it.
    Raises what `restore` does; whatever happens, nothing stays behind.
    """
    place = _new_folder(scratch)
    server = EmbeddedServer(place / "postgres", settings=_QUICK)
    try:
        with server:
            say(f"Restoring into {place}, which is removed afterwards")
            await bootstrap(server.dsn(), _DATABASE)
            there = _scratch(settings, server, place / "data")
            restored = await restore(folder, there, wish, say)
            return Drilled(restored=restored, files_whole=await _files(there))
    finally:
        remove(place / "postgres")
        shutil.rmtree(place, ignore_errors=True)


def _new_folder(below: Path | None) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="netralitas-drill-", dir=below))
    folder.chmod(0o711)  # the server's account passes through; the folders in it are private
    return folder


def _scratch(settings: Settings, server: EmbeddedServer, data: Path) -> Settings:
    """Return the settings of the scratch place: its own database and folder, no bucket, no mail."""
    return replace(
        settings,
        data=data,
        owner_dsn=server.dsn("netralitas_owner", _DATABASE),
        auditor_dsn=server.dsn("netralitas_auditor", _DATABASE),
        app_dsn="",
        public_dsn="",
        worker_dsn="",
        files_bucket="",
        smtp_host="",
    )


async def _files(settings: Settings) -> int:
    """Return how many files have their digest, each read once more; Damaged names the others."""
    storage = Storage.of(settings)
    async with counting.moment(settings.auditor_dsn) as c:
        digests = await counting.files(c)
    verdicts = {digest: await storage.verify(digest) for digest in digests}
    changed = [digest for digest in digests if verdicts[digest] is Verdict.CHANGED]
    if changed:
        raise Damaged([f"file {digest} has another digest" for digest in changed])
    return sum(verdict is Verdict.WHOLE for verdict in verdicts.values())

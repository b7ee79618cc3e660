"""How kept files stand, for administrators: digests and numbers of cases, no content."""

from datetime import timedelta
from typing import Final

from netralitas import clock
from netralitas.database.connection import Connection, Row
from netralitas.evidence.integrity.pages import Damaged, FilesPage
from netralitas.settings import Settings
from netralitas.web.parts import Crumb

MOST: Final = 100

_STANDING: Final = """
SELECT count(*) AS kept, coalesce(sum(size), 0)::bigint AS size,
       count(*) FILTER (WHERE coalesce(checked_at, stored_at) < $1) AS late,
       count(*) FILTER (WHERE scan IS NULL) AS unscanned
FROM file
"""
_ALARMS: Final = """
SELECT encode(file, 'hex') AS digest, verdict, found_at, cases, ended_at FROM file_alarm
ORDER BY ended_at IS NOT NULL, id DESC LIMIT $1
"""
_FOUND: Final = {
    "changed": "Berubah: isinya tidak lagi sama dengan sidiknya",
    "lost": "Hilang dari tempat penyimpanan",
    "infected": "Terinfeksi menurut pemindai",
}


async def files_page(c: Connection, settings: Settings) -> FilesPage:
    """Return the page; two statements."""
    due = clock.now() - timedelta(days=settings.recheck_days + 1)
    standing = await c.fetchrow(_STANDING, due)
    alarms = [_damaged(row) for row in await c.fetch(_ALARMS, MOST)]
    return FilesPage(
        crumbs=(Crumb("Administrasi", "/administrasi"), Crumb("Keutuhan berkas")),
        kept=standing["kept"],
        size=standing["size"],
        late=standing["late"],
        unscanned=standing["unscanned"],
        scanning=bool(settings.clamd_socket),
        days=settings.recheck_days,
        damaged=tuple(each for each in alarms if each.ended_at is None),
        mended=tuple(each for each in alarms if each.ended_at is not None),
    )


def _damaged(row: Row) -> Damaged:
    cases = ", ".join(f"perkara {case}" for case in row["cases"])
    return Damaged(
        digest=row["digest"],
        found=_FOUND[row["verdict"]],
        found_at=row["found_at"],
        cases=cases or "bukan bagian perkara",
        ended_at=row["ended_at"],
    )

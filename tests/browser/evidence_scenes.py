"""A case with evidence of every shape, one of it on its way, one whose file was changed."""

from typing import Final

import asyncpg

from netralitas import clock
from netralitas.cases.answers import Paper
from netralitas.cases.attaching import attach_papers_in
from netralitas.cases.queries import view_case
from netralitas.database.transactions import writing
from netralitas.documents.domain import DocumentKind
from netralitas.editions.current import LAW
from netralitas.evidence.exhibits.commands import Announced, announce_in
from netralitas.evidence.storage import Storage
from tests.browser.site import Site
from tests.evidence.exhibits.world import MP4, PDF, photo
from tests.make import make_case

LIMIT: Final = 10**8
TITLES: Final = (
    ("Foto spanduk di depan kantor", photo("firebrick")),
    ("Rekaman sambutan pada apel pagi", MP4),
    ("Daftar hadir kegiatan", PDF + b"hadir"),
    ("Tangkapan layar unggahan", photo("slateblue")),
)


async def bring_evidence(site: Site) -> int:
    """Return a case with four pieces of evidence, the third of which is damaged."""
    town, settings = site.town, site.settings
    case = (await make_case(town, received=1, subject="Sambutan pada apel pagi")).id
    storage = Storage(settings.data / "files")
    kept = [(title, await storage.keep(content, LIMIT)) for title, content in TITLES]
    papers = tuple(
        Paper(kind=DocumentKind.EVIDENCE, title=title, stored=stored) for title, stored in kept
    )
    async with writing(town.rina) as c:
        await attach_papers_in(c, town.rina, case, papers)
        view = await view_case(c, town.rina, case, now=clock.now(), book=(await LAW.follow(c)).book)
        file = Announced(name="IMG_1.jpg", size=10**7)
        await announce_in(c, view, file, secret=b"s" * 32, limit=LIMIT)
    await _damage(site, case, bytes.fromhex(kept[2][1].digest))
    return case


async def _damage(site: Site, case: int, digest: bytes) -> None:
    """Note of a file what the worker notes when it finds it changed."""
    worker = await asyncpg.connect(site.database.dsn("worker"))
    try:
        await worker.execute(
            "UPDATE file SET verdict = 'changed', checked_at = now() WHERE digest = $1", digest
        )
        await worker.execute(
            "INSERT INTO file_alarm (file, verdict, found_at, cases)"
            " VALUES ($1, 'changed', now(), ARRAY[$2]::bigint[])",
            digest,
            case,
        )
    finally:
        await worker.close()

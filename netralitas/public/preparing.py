"""The worker's part: every public page written again when what it shows has changed."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import chain
from typing import Final

import msgspec
import structlog

from netralitas import clock
from netralitas.audit.heads import Verifier
from netralitas.database.connection import Connection
from netralitas.editions.queries import law_file, law_of, newest
from netralitas.evaluation.queries import log_position
from netralitas.evidence.storage import Storage
from netralitas.law.domain import Zone
from netralitas.law.entries import LawData
from netralitas.public import editions
from netralitas.public.composing import section_sheets
from netralitas.public.counting.counting import counted
from netralitas.public.counting.cube import cube_sheets
from netralitas.public.editions import Written
from netralitas.public.guide.composing import guide_sheet
from netralitas.public.log.composing import log_shown
from netralitas.public.log.queries import last_published
from netralitas.public.opendata.bringing_out import Site
from netralitas.public.opendata.bringing_out import bring_out as bring_out_data
from netralitas.public.opendata.composing import OpenData
from netralitas.public.outcomes import LATEST, lines, outcome_sheets
from netralitas.public.pages import Stand
from netralitas.public.prevention import Prevention, prevention
from netralitas.public.sections import DATA, LAW
from netralitas.public.service.bringing_out import Counted, bring_out, is_another
from netralitas.public.sheets import Sheet, changed, in_each_language, tagged
from netralitas.publication.policy import THRESHOLD
from netralitas.publication.queries import PublicRelease, edition_mark, opened_since, published

LOOK_EVERY: Final = timedelta(seconds=3)
SHARE: Final = 10
"""Of so many seconds one may go into preparing."""
LONGEST: Final = timedelta(seconds=40)
"""So long it rests at the most: what is released is public within a minute."""
NOWHERE: Final = "http://localhost"
"""Where the pages are until somebody says so."""

_log = structlog.get_logger("netralitas.public")


@dataclass(slots=True, kw_only=True)
class Remembered:
    """What a process composed or read last, so that it need not do so again.

    Of each page of a release its ETag alone, and the few releases that the home page shows: no
    pages. `law` is an edition of it; `counted` are the months of the service, and
    `prevention` is as it was composed last. `data` are the releases for machines, `verifier` is the
    public key of the log.
    """

    mark: str | None = None
    newest: tuple[PublicRelease, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    law: LawData | None = None
    counted: Counted | None = None
    prevention: Prevention | None = None
    data: OpenData | None = None
    verifier: Verifier | None = None

    def holds(self, mark: str, held: Mapping[str, str]) -> bool:
        """Say whether no release has changed since, and every page of one is out."""
        return mark == self.mark and self.tags.items() <= held.items()


class Preparer:
    """The periodic work `prepare_public`: looks every few seconds, prepares when something moved.

    After a preparation it rests ten times as long as that took, up to 40 seconds, however much
    happens meanwhile.
    """

    def __init__(
        self,
        *,
        demo: bool,
        threshold: int = THRESHOLD,
        site: str = NOWHERE,
        storage: Storage | None = None,
        verifier: Verifier | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`threshold` is told on a page; `seconds` gives seconds that only ever grow.

        `site` is where everybody reaches the pages; from `storage` shared materials come.
        `verifier` is the public key of the log.
        """
        self._demo = demo
        self._threshold = threshold
        self._site = site
        self._storage = storage
        self._seconds = seconds
        self._took = timedelta()
        self._first = True
        self._remembered = Remembered(verifier=verifier)

    async def run(self, connection: Connection) -> None:
        """Hold that the edition shows what the log says now; the context must see everything."""
        self._took = timedelta()
        known = self._remembered.counted
        if not (self._first or await _moved(connection) or await is_another(connection, known)):
            return
        begun = self._seconds()
        await prepare(
            connection,
            demo=self._demo,
            threshold=self._threshold,
            site=self._site,
            storage=self._storage,
            remembered=self._remembered,
        )
        self._took = timedelta(seconds=self._seconds() - begun)
        self._first = False  # the pages of this version of the product are out

    def following(self, now: datetime) -> datetime:
        """Return when to look again."""
        return now + max(LOOK_EVERY, min(self._took * SHARE, LONGEST))


async def prepare(
    connection: Connection,
    *,
    demo: bool,
    threshold: int = THRESHOLD,
    site: str = NOWHERE,
    storage: Storage | None = None,
    remembered: Remembered | None = None,
) -> int | None:
    """Hold that a new edition is out if any page changed; return its number, None for no change.

    Only pages that changed are written, in this transaction; all others keep bytes and ETag.
    `remembered` is of the same process, and of the same `demo`: while it holds, no release is read.
    `site` and `storage` are as of `Preparer`.
    """
    await editions.keep_others_out(connection)
    stand = await _stand(connection)
    held = await editions.held_tags(connection)
    known = Remembered() if remembered is None else remembered
    place = Site(address=site, demo=demo)
    outcomes = await _outcomes(connection, known, held, stand, place, threshold)
    parts = await _parts(connection, known, stand, place, storage)
    figures = await counted(connection, stand.of_figures().position, stand.moment, threshold)
    found = in_each_language(lambda: section_sheets(figures, lines(known.newest)))
    sheets = (*found, *parts.sheets)
    sections = await asyncio.to_thread(tagged, sheets, stand, demo=demo)
    # Thousands of pages take a while: the leases of jobs are kept meanwhile.
    written = await asyncio.to_thread(changed, (*sections, *outcomes), held, stand, demo=demo)
    written += await _law(connection, parts.law, held)
    written += tuple(file for file in parts.files if held.get(file.path) != file.etag)
    kept = {*known.tags, *DATA, *(sheet.path for sheet, _ in sections)}
    gone = held.keys() - kept - {file.path for file in parts.files}
    if not written and not gone:
        await editions.looked(connection, stand)
        return None
    number = await editions.put_out(connection, written, gone, stand, clock.now())
    _log.info("public_prepared", edition=number, position=stand.position, pages=len(written))
    return number


async def _stand(connection: Connection) -> Stand:
    """Return as of when the pages speak: figures as of the last day that was published."""
    now, position = clock.now(), await log_position(connection)
    last = await last_published(connection)
    if last is None:
        return Stand(moment=now, position=position)
    return Stand(moment=now, position=position, counted=last.size, until=last.published_at)


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """Pages and files that are neither releases nor figures; `law` is the edition in force."""

    law: int
    sheets: tuple[Sheet, ...]
    files: tuple[Written, ...]


async def _parts(
    connection: Connection, known: Remembered, stand: Stand, site: Site, storage: Storage | None
) -> Parts:
    """Return prevention, guide, service, log and open data as they are now."""
    now, today = stand.moment, _day(stand.moment)
    told = known.prevention = await prevention(
        connection, now, site.address, storage, demo=site.demo, before=known.prevention
    )
    law = await newest(connection)
    in_force = await _in_force(connection, known, law)
    service, known.counted = await bring_out(connection, in_force.book, today, known.counted)
    log = await log_shown(connection, known.verifier, site.address)
    data = known.data
    return Parts(
        law=law,
        sheets=(
            *told.sheets,
            *in_each_language(lambda: (guide_sheet(in_force.violations, today),)),
            *service,
            *log.sheets,
            *(data.sheets if data else ()),
        ),
        files=(*told.files, *log.files, *(data.files if data else ())),
    )


async def _outcomes(
    connection: Connection,
    known: Remembered,
    held: Mapping[str, str],
    stand: Stand,
    site: Site,
    threshold: int,
) -> tuple[tuple[Sheet, str], ...]:
    """Return every page made of releases, with its ETag; none while what is known holds.

    Where it does not, the open data of the same releases are made as well.
    """
    # Looked at first: of a release that comes out meanwhile the mark is another one next time.
    mark = await edition_mark(connection)
    if known.holds(mark, held):
        return ()
    releases = await published(connection)
    records = [one for release in releases.current for one in release.records]
    sheets = in_each_language(
        lambda: chain(outcome_sheets(releases), cube_sheets(records, threshold))
    )
    found = await asyncio.to_thread(tagged, sheets, stand, demo=site.demo)
    known.mark, known.newest = mark, releases.current[:LATEST]
    known.tags = {sheet.path: etag for sheet, etag in found}
    known.data = await bring_out_data(connection, releases, _day(stand.moment), site)
    return found


async def _in_force(connection: Connection, known: Remembered, law: int) -> LawData:
    """Return an edition of the law, read once for each."""
    if known.law is None or known.law.edition != law:
        known.law = await law_of(connection, law)
    return known.law


async def _law(connection: Connection, number: int, held: Mapping[str, str]) -> tuple[Written, ...]:
    """Return the file of the law in force, where another edition of it is out or none."""
    etag = sha256(f"{LAW} {number}".encode()).hexdigest()[:32]
    if held.get(LAW) == etag:
        return ()
    body = await law_file(connection, number)
    return (Written(path=LAW, body=body, etag=etag, media_type="application/json"),)


async def _moved(connection: Connection) -> bool:
    """Say whether the log grew since the edition, or another day has begun.

    A release comes out and ends by events of the log, and so does what is announced and shared;
    what was to come is over with its day, and an embargo with its moment.
    """
    edition = await editions.held_edition(connection)
    if edition is None or _day(edition.as_of) != _day(clock.now()):
        return True
    if await log_position(connection) != edition.position:
        return True
    return await opened_since(connection, edition.as_of)


def _day(moment: datetime) -> date:
    """Return the day of a moment where it begins last, so that it has begun everywhere."""
    return moment.astimezone(Zone.WIB.tz).date()

"""The worker's part: every public page written again when what it shows has changed."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

import structlog

from netralitas import clock
from netralitas.database.connection import Connection
from netralitas.editions.queries import law_file, newest
from netralitas.evaluation.queries import figures_at, log_position
from netralitas.public import editions
from netralitas.public.composing import section_sheets
from netralitas.public.editions import Written
from netralitas.public.outcomes import latest, outcome_sheets
from netralitas.public.pages import ReleaseLine, Stand
from netralitas.public.sections import DATA, LAW
from netralitas.public.sheets import Sheet, changed, tagged
from netralitas.publication.policy import THRESHOLD
from netralitas.publication.queries import edition_mark, published

LOOK_EVERY: Final = timedelta(seconds=3)
SHARE: Final = 10
"""Of so many seconds one may go into preparing."""
OLDEST: Final = timedelta(days=1)
"""An edition is renewed after so long even if nothing happened, so that its date is no riddle."""

_log = structlog.get_logger("netralitas.public")


@dataclass(slots=True, kw_only=True)
class Remembered:
    """The pages of releases as a process composed them last, so that it need not do so again.

    Of each its ETag alone, and the few lines that the home page shows: neither pages nor releases.
    """

    mark: str | None = None
    newest: tuple[ReleaseLine, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)

    def holds(self, mark: str, held: Mapping[str, str]) -> bool:
        """Say whether no release has changed since, and every page of one is out."""
        return mark == self.mark and self.tags.items() <= held.items()


class Preparer:
    """The periodic work `prepare_public`: looks every few seconds, prepares when something moved.

    After a preparation it rests ten times as long as that took, however much happens meanwhile.
    """

    def __init__(
        self,
        *,
        demo: bool,
        threshold: int = THRESHOLD,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`threshold` is told on a page; `seconds` gives seconds that only ever grow."""
        self._demo = demo
        self._threshold = threshold
        self._seconds = seconds
        self._took = timedelta()
        self._first = True
        self._remembered = Remembered()

    async def run(self, connection: Connection) -> None:
        """Hold that the edition shows what the log says now; the context must see everything."""
        self._took = timedelta()
        if not (self._first or await _moved(connection)):
            return
        begun = self._seconds()
        await prepare(
            connection,
            demo=self._demo,
            threshold=self._threshold,
            remembered=self._remembered,
        )
        self._took = timedelta(seconds=self._seconds() - begun)
        self._first = False  # the pages of this version of the product are out

    def following(self, now: datetime) -> datetime:
        """Return when to look again."""
        return now + max(LOOK_EVERY, self._took * SHARE)


async def prepare(
    connection: Connection,
    *,
    demo: bool,
    threshold: int = THRESHOLD,
    remembered: Remembered | None = None,
) -> int | None:
    """Hold that a new edition is out if any page changed; return its number, None for no change.

    Only pages that changed are written, in this transaction; all others keep bytes and ETag.
    `remembered` is of the same process, and of the same `demo`: while it holds, no release is read.
    """
    await editions.keep_others_out(connection)
    now = clock.now()
    position = await log_position(connection)
    figures = await figures_at(connection, position=position, organisation=None)
    stand = Stand(moment=now, position=position)
    held = await editions.held_tags(connection)
    known = Remembered() if remembered is None else remembered
    outcomes = await _outcomes(connection, known, held, stand, demo=demo)
    sections = tagged(section_sheets(figures, known.newest, threshold), stand, demo=demo)
    # Thousands of pages take a while: the leases of jobs are kept meanwhile.
    written = await asyncio.to_thread(changed, (*sections, *outcomes), held, stand, demo=demo)
    gone = held.keys() - known.tags.keys() - {sheet.path for sheet, _ in sections} - DATA
    written += await _law(connection, held)
    if not written and not gone:
        return None
    number = await editions.put_out(connection, written, gone, stand, now)
    _log.info("public_prepared", edition=number, position=position, pages=len(written))
    return number


async def _outcomes(
    connection: Connection,
    known: Remembered,
    held: Mapping[str, str],
    stand: Stand,
    *,
    demo: bool,
) -> tuple[tuple[Sheet, str], ...]:
    """Return every page made of releases, with its ETag; none while what is known holds."""
    # Looked at first: of a release that comes out meanwhile the mark is another one next time.
    mark = await edition_mark(connection)
    if known.holds(mark, held):
        return ()
    releases = await published(connection)
    found = await asyncio.to_thread(tagged, outcome_sheets(releases), stand, demo=demo)
    known.mark, known.newest = mark, latest(releases)
    known.tags = {sheet.path: etag for sheet, etag in found}
    return found


async def _law(connection: Connection, held: Mapping[str, str]) -> tuple[Written, ...]:
    """Return the file of the law in force, where another edition of it is out or none."""
    number = await newest(connection)
    etag = sha256(f"{LAW} {number}".encode()).hexdigest()[:32]
    if held.get(LAW) == etag:
        return ()
    body = await law_file(connection, number)
    return (Written(path=LAW, body=body, etag=etag, media_type="application/json"),)


async def _moved(connection: Connection) -> bool:
    """Say whether the log grew since the edition, or the edition is old.

    A release comes out and ends by events of the log, so nothing else needs to be watched.
    """
    edition = await editions.held_edition(connection)
    if edition is None or clock.now() - edition.as_of > OLDEST:
        return True
    return await log_position(connection) != edition.position

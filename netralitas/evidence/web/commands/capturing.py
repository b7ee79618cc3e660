"""Making a capture in the worker: fetched, kept, stamped, and recorded once.

The network is asked while the job's transaction holds no lock; what was kept becomes known, with
its event and the end of the job, all at once.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextvars import Context
from pathlib import Path
from typing import BinaryIO, Final, cast

import structlog
from anyio import to_thread

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.cases.answers import Paper
from netralitas.cases.commands import tell_in
from netralitas.database.away import is_away
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import FileRefused, StorageFull, Stored
from netralitas.evidence.storage import Storage
from netralitas.evidence.web import store
from netralitas.evidence.web.browser import Browser
from netralitas.evidence.web.commands.events import happened
from netralitas.evidence.web.domain import (
    PASSING,
    Captured,
    CaptureFailed,
    Limits,
    Problem,
    Shot,
    Stamped,
)
from netralitas.evidence.web.fetching import Fetcher, Hop
from netralitas.evidence.web.guard import Guard
from netralitas.evidence.web.queries.files import papers_of
from netralitas.evidence.web.stamping import MEDIA_TYPE as REPLY
from netralitas.evidence.web.stamping import Stamper
from netralitas.evidence.web.warc import MEDIA_TYPE as WARC
from netralitas.evidence.web.warc import write_warc
from netralitas.jobs.queue import Payload
from netralitas.settings import Settings

MOST_TRIES: Final = 3
"""So often a page is asked for before its capture has failed."""

_MEBIBYTE: Final = 1024 * 1024
_ROOM: Final = 1024 * 1024  # beside the bodies: heads of records, and what does not compress
_log = structlog.get_logger("netralitas.evidence")


class NotCaptured(Exception):  # noqa: N818 - what happened; the job is tried again
    """Nothing was captured this time; it may be otherwise in a while."""


class Capturing:
    """The handler of `capture_page` jobs."""

    def __init__(self, settings: Settings, storage: Storage) -> None:
        """Take from the settings how much is fetched, who stamps it, and which browser draws it."""
        guard = Guard.of(settings.capture_allow)
        limits = Limits(size=settings.capture_megabytes * _MEBIBYTE)
        root = Path(settings.tsa_root) if settings.tsa_root else None
        self._storage = storage
        self._limits = limits
        self._fetcher = Fetcher(guard, limits)
        self._stamper = Stamper(url=settings.tsa_url, root=root) if settings.tsa_url else None
        self._browser = (
            Browser(Path(settings.chromium), guard, limits.size) if settings.chromium else None
        )

    async def run(self, c: Connection, payload: Payload) -> None:
        """Hold that the capture is done, or has failed for good, or raise NotCaptured to try again.

        A capture that is over is left as it is: the job may come twice.
        """
        asked = await store.waiting(c, payload["capture"])
        if asked is None:
            return
        try:
            found = await self._captured(asked.url)
        except CaptureFailed as failure:
            await _note(c, asked, failure.problem)
        except Exception as error:
            if is_away(error):
                raise
            _log.exception("capture_broke", capture=asked.id, problem=type(error).__name__)
            await _note(c, asked, Problem.MACHINE)
        else:
            await _settle(c, asked, found)

    async def _captured(self, url: str) -> Captured:
        """Return what is kept of a page, the files of it on the disk. Raises CaptureFailed."""
        async with self._fetcher.fetched(url) as hops:
            last = hops[-1]
            warc = await self._kept(hops)
        picture = await self._picture(last.url)
        return Captured(
            url=last.url,
            status=last.status,
            warc=warc,
            warc_stamp=await self._stamped(warc),
            shot=self._shot(picture),
            picture=picture,
            picture_stamp=await self._stamped(picture),
        )

    async def _kept(self, hops: Sequence[Hop]) -> Stored:
        with tempfile.TemporaryFile() as opened:
            file = cast("BinaryIO", opened)
            await to_thread.run_sync(write_warc, hops, file, clock.now())
            file.seek(0)
            return await self._keep(file, WARC)

    async def _keep(self, content: BinaryIO | bytes, made: str | None) -> Stored:
        try:
            return await self._storage.keep(content, self._limits.size + _ROOM, made=made)
        except StorageFull as error:
            raise CaptureFailed(Problem.STORAGE_FULL) from error
        except FileRefused as error:
            raise CaptureFailed(Problem.TOO_LARGE) from error

    async def _picture(self, url: str) -> Stored | None:
        """Return the picture of a page; None without a browser, and where it could not draw it."""
        if self._browser is None:
            return None
        drawn = await self._browser.picture(url)
        return None if drawn is None else await self._keep(drawn, None)

    def _shot(self, picture: Stored | None) -> Shot:
        if self._browser is None:
            return Shot.NONE
        return Shot.FAILED if picture is None else Shot.TAKEN

    async def _stamped(self, stored: Stored | None) -> Stamped:
        if self._stamper is None or stored is None:
            return Stamped()
        stamp = await self._stamper.stamp(bytes.fromhex(stored.digest))
        reply = await self._keep(stamp.reply, REPLY) if stamp.reply else None
        return Stamped(verdict=stamp.verdict, at=stamp.at, reply=reply)


async def _note(c: Connection, asked: store.Waiting, problem: Problem) -> None:
    """Keep why nothing was captured: for good, or until the next try."""
    if problem in PASSING and asked.tries + 1 < MOST_TRIES:
        await _apart(lambda own: store.tried(own, asked.id, problem))
        raise NotCaptured(asked.id)
    await store.failed(c, asked.id, problem, clock.now())
    said = {"capture": asked.id, "problem": problem.value}
    await _tell(c, asked, "capture_failed", said)


async def _settle(c: Connection, asked: store.Waiting, found: Captured) -> None:
    """Record what was captured; of a case it becomes evidence."""
    papers = papers_of(asked.id, found)
    for _, stored in papers:
        await add_in(c, stored)
    said = {
        "capture": asked.id,
        "status": found.status,
        "digest": found.warc.digest,
        "picture": found.picture.digest if found.picture else None,
        "stamp": found.warc_stamp.verdict.value,
    }
    await _tell(c, asked, "page_captured", said, papers)
    await store.done(c, asked.id, found, clock.now())


async def _tell(
    c: Connection,
    asked: store.Waiting,
    name: str,
    said: Mapping[str, object],
    papers: Sequence[tuple[str, Stored]] = (),
) -> None:
    """Record what became of a capture on the case, or on the address where there is none."""
    actor = _asker(asked)
    if asked.case_file is not None:
        kinds = [{"kind": DocumentKind.EVIDENCE.value, "digest": kept.digest} for _, kept in papers]
        details = {**said, **({"documents": kinds} if kinds else {})}
        place = (asked.case_file, f"case.{name}", asked.readers, details)
        evidence = [
            Paper(kind=DocumentKind.EVIDENCE, title=title, stored=stored)
            for title, stored in papers
        ]
        await tell_in(c, actor, *place, papers=evidence)
    elif asked.web_address is not None:
        known, head = await store.locked(c, asked.web_address)
        await happened(c, actor, head, f"address.{name}", known.readers, said)


def _asker(asked: store.Waiting) -> Actor:
    """Return whoever asked for it, as the one in whose name it is recorded; they may do nothing."""
    return Actor(
        officer=asked.asked_by,
        organisation=asked.organisation,
        desk=0,
        name="",
        organisation_name=asked.name,
        organisation_kind=asked.kind,
        roles=frozenset(),
        zone=asked.zone,
        everything=True,
    )


async def _apart(work: Callable[[Connection], Awaitable[None]]) -> None:
    """Do work in a transaction beside the job's own, which is about to be undone."""

    async def alone() -> None:
        async with writing(EVERYTHING) as own:
            await work(own)

    await asyncio.create_task(alone(), context=Context())

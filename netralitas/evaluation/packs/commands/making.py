"""Making a pack in the worker: gathered as its office reads it, written, kept, frozen."""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextvars import Context
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec
import structlog

from netralitas import clock
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import lock, record
from netralitas.database.away import is_away
from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.evaluation import store as meetings
from netralitas.evaluation.packs import store
from netralitas.evaluation.packs.domain import MANIFEST, Part
from netralitas.evaluation.packs.files import write_pack
from netralitas.evaluation.packs.pages import ActivityLine, Content
from netralitas.evaluation.packs.queries import acting_office, content_of
from netralitas.evaluation.packs.queries.activities import activities_between
from netralitas.evidence.commands import add_in
from netralitas.evidence.storage import Storage
from netralitas.jobs.queue import Payload
from netralitas.refusals import NotVisible

LARGEST: Final = 64 * 1024 * 1024
"""Bytes that one file of a pack may have."""

_log = structlog.get_logger("netralitas.evaluation")


async def gathered(
    c: Connection, meeting: int, organisation: int, *, now: datetime
) -> tuple[Content, tuple[ActivityLine, ...]]:
    """Return what goes into a pack, as an office reads it; NotVisible for who does not read it."""
    actor = await acting_office(c, organisation)
    async with reading(actor) as own:
        content = await content_of(own, actor, meeting, now=now)
        said = content.prevention
        return content, await activities_between(own, said.since, said.until)


class Maker:
    """Makes packs for the worker, their files kept in a storage."""

    def __init__(self, storage: Storage) -> None:
        """`storage` is where the files are kept under their digests."""
        self._storage = storage

    async def run(self, c: Connection, payload: Payload) -> None:
        """Make the pack of a job and freeze it; what goes wrong is said on its row.

        Nothing is tried again by itself: who asked sees it and presses the button once more.
        """
        asked = await store.asked(c, payload["pack"])
        if asked is None:
            return
        try:
            async with writing(EVERYTHING) as inner:  # a savepoint: a failure leaves nothing
                parts = await self._made(inner, asked)
        except Exception as error:
            if is_away(error):
                raise
            _log.exception("pack_failed", pack=asked.id, problem=type(error).__name__)
            await store.set_failed(c, asked.id, type(error).__name__)
            return
        digest = bytes.fromhex(next(part.digest for part in parts if part.name == MANIFEST))
        await store.set_ready(c, asked.id, parts, digest, clock.now())
        await _tell(c, asked, digest)

    async def _made(self, c: Connection, asked: store.Asked) -> tuple[Part, ...]:
        async def tell(progress: int) -> None:
            await _outside(_progress(asked.id, progress))

        await tell(5)
        content, activities = await gathered(
            c, asked.meeting, asked.organisation, now=asked.asked_at
        )
        # Frozen meanwhile, or not: it stays what was asked for, as its readers were chosen by that.
        content = msgspec.structs.replace(content, draft=asked.draft)
        await tell(40)
        with tempfile.TemporaryDirectory(prefix="netralitas-pack-") as folder:
            parts = await write_pack(Path(folder), content, activities, tell)
            for part in parts:
                with (Path(folder) / part.name).open("rb") as file:
                    await add_in(c, await self._storage.keep(file, LARGEST))
        return parts


async def _progress(pack: int, progress: int) -> None:
    async with writing(EVERYTHING) as c:
        await store.set_progress(c, pack, progress)


async def _outside(work: Coroutine[Any, Any, None]) -> None:
    """Do work in a transaction of its own, seen by others at once, beside the one of the job."""
    await asyncio.create_task(work, context=Context())


async def _tell(c: Connection, asked: store.Asked, digest: bytes) -> None:
    """Record in the meeting's stream what was frozen."""
    actor = await acting_office(c, asked.organisation)
    head = await lock(c, asked.meeting)
    meeting = await meetings.meeting(c, asked.meeting)
    if meeting is None:
        raise NotVisible
    event = Event(
        stream=asked.meeting,
        kind=EventKind.FACT,
        name="meeting.pack_made",
        actor=actor.officer,
        organisation=actor.organisation,
        readers=meeting.readers,
        happened=Moment.time(clock.now(), actor.zone),
        details={"pack": asked.id, "digest": digest.hex(), "draft": asked.draft},
    )
    await record(c, head, event)

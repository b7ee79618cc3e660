"""Speakers, files and posts of an activity: added, counted, shared, removed."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Head
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from netralitas.prevention import policy, store
from netralitas.prevention.commands.opening import note, opened, refuse
from netralitas.prevention.domain import Activity, NewFile, NewPost, NewSpeaker
from netralitas.prevention.queries.files import file_of
from netralitas.prevention.queries.posts import post_of
from netralitas.refusals import NotVisible, RuleBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that is on the disk; of an image also the copy that is shown, without metadata."""

    file: Stored
    view: Stored | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """An activity under lock, by whom, on which transaction."""

    c: Connection
    actor: Actor
    activity: Activity
    head: Head

    async def note(self, name: str, details: Mapping[str, object]) -> None:
        """Record what was done."""
        await note(self.c, self.actor, self.head, name, self.activity.readers, details)


async def add_speaker(actor: Actor, activity: int, new: NewSpeaker) -> int:
    """Return the id of a speaker of an activity. Raises NotVisible, NotAllowed, RuleBroken."""
    async with _adding(actor, activity) as at:
        speaker = await store.add_speaker(at.c, activity, new, at.activity.readers)
        await at.note("activity.speaker_added", {"speaker": speaker})
        return speaker


async def remove_speaker(actor: Actor, activity: int, speaker: int) -> None:
    """Remove a speaker of an activity. Raises NotVisible (also without such a one), NotAllowed."""
    async with _changing(actor, activity) as at:
        if not await store.remove_speaker(at.c, activity, _id(speaker)):
            raise NotVisible
        await at.note("activity.speaker_removed", {"speaker": speaker})


async def add_file(actor: Actor, activity: int, new: NewFile, kept: Kept) -> int:
    """Return the id of a file of an activity; one that is shared is in the public library.

    Raises NotVisible, NotAllowed, RuleBroken (cancelled), or Invalid by field.
    """
    async with _adding(actor, activity) as at:
        refuse(policy.file_problems(new, kept.file.media_type))
        digest = await add_in(at.c, kept.file)
        view = await add_in(at.c, kept.view) if kept.view else None
        readers = at.activity.readers
        file = await store.add_file(at.c, activity, new, (digest, view), readers)
        details = {"file": file, "use": new.use.value, "shared": new.shared}
        await at.note("activity.file_added", details)
        return file


async def share_file(actor: Actor, activity: int, file: int, *, shared: bool) -> None:
    """Put a material into the public library, or out of it; as it was is no event.

    What everybody gets can be taken back always, also after the activity was cancelled. Raises
    NotVisible, NotAllowed, RuleBroken (cancelled, or no material that can be shared).
    """
    async with _adding(actor, activity) if shared else _changing(actor, activity) as at:
        known = await file_of(at.c, activity, file)
        if shared and not policy.sharable(known.use, known.media_type):
            raise RuleBroken("Yang dapat dibagikan hanya bahan: PDF, gambar, DOCX, dan XLSX.")
        if known.shared is shared:
            return
        await store.share_file(at.c, activity, file, shared=shared)
        await at.note("activity.file_shared", {"file": file, "shared": shared})


async def remove_file(actor: Actor, activity: int, file: int) -> None:
    """Remove a file from an activity; what proves a duty stays. Raises as `share_file`."""
    async with _changing(actor, activity) as at:
        if await store.is_proof(at.c, activity, file=_id(file)):
            raise RuleBroken(
                "Berkas ini menjadi bukti tugas, jadi tidak dapat dihapus.",
                remedy="Ganti dahulu bukti tugasnya pada tab Hasil.",
            )
        if not await store.remove_file(at.c, activity, file):
            raise NotVisible
        await at.note("activity.file_removed", {"file": file})


async def add_post(actor: Actor, activity: int, new: NewPost) -> int:
    """Return the id of a post that the actor's office made about an activity.

    Raises NotVisible, NotAllowed, RuleBroken (cancelled), or Invalid by field.
    """
    async with _adding(actor, activity) as at:
        refuse(policy.post_problems(new, clock.today(ZoneInfo(actor.zone))))
        readers = at.activity.readers
        post = await store.add_post(at.c, activity, actor.organisation, new, readers)
        details = {"post": post, "platform": new.platform.value, "reach": new.reach}
        await at.note("activity.post_added", details)
        return post


async def count_post(actor: Actor, activity: int, post: int, reach: int, on: date) -> None:
    """Keep how many a post reached as of a day. Raises as `add_post`."""
    async with _adding(actor, activity) as at:
        known = await post_of(at.c, activity, post)
        today = clock.today(ZoneInfo(actor.zone))
        refuse(policy.reach_problems(reach, on, known.posted_on, today))
        await store.count_post(at.c, activity, post, reach, on)
        details = {"post": post, "reach": reach, "reach_on": on.isoformat()}
        await at.note("activity.post_counted", details)


async def remove_post(actor: Actor, activity: int, post: int) -> None:
    """Remove a post from an activity; what proves a duty stays. Raises as `remove_file`."""
    async with _changing(actor, activity) as at:
        if await store.is_proof(at.c, activity, post=_id(post)):
            raise RuleBroken(
                "Unggahan ini menjadi bukti tugas, jadi tidak dapat dihapus.",
                remedy="Ganti dahulu bukti tugasnya pada tab Hasil.",
            )
        if not await store.remove_post(at.c, activity, post):
            raise NotVisible
        await at.note("activity.post_removed", {"post": post})


@asynccontextmanager
async def _adding(actor: Actor, activity: int) -> AsyncIterator[_Open]:
    """Open an activity to which something is put, for who may; the transaction ends with it."""
    async with _changing(actor, activity) as at:
        policy.hold_kept(at.activity)
        yield at


@asynccontextmanager
async def _changing(actor: Actor, activity: int) -> AsyncIterator[_Open]:
    """Open an activity from which something is taken, also one that was cancelled."""
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        yield _Open(c=c, actor=actor, activity=found, head=head)


def _id(claimed: int) -> int:
    """Return an id that a column holds; NotVisible for one that nothing can have."""
    if not 0 < claimed <= store.LARGEST_ID:
        raise NotVisible
    return claimed

"""Acts on a hand-over of static archives: opened, filled case by case, closed by its minutes."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.cases.archive import store, words
from netralitas.cases.archive.domain import Handover, NewHandover
from netralitas.cases.archive.minutes import minutes
from netralitas.cases.archive.queries import cases_of, closed_cases
from netralitas.cases.bundle.commands import bundle_in
from netralitas.cases.noting import tell
from netralitas.correspondence.numbers import take
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from netralitas.evidence.storage import Storage
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed, RuleBroken

HANDED_OVER: Final = "case.archive_handed_over"
_REGISTER: Final = "archive.minutes"
_LARGEST: Final = 50 * 1024 * 1024


async def open_handover(actor: Actor, new: NewHandover) -> int:
    """Return the id of a hand-over that cases can now be added to; NotAllowed."""
    may(actor, Permission.KEEP_ARCHIVE)
    async with writing(actor) as c:
        readers = await readers_for(c, actor.organisation)
        return await store.add(c, actor, new, clock.now(), readers)


async def add_cases(
    actor: Actor, handover: int, cases: Sequence[int], *, book: RuleBook, storage: Storage
) -> None:
    """Hold that these cases are in the hand-over, each as the bundle that is made of it now.

    Raises NotVisible, NotAllowed, RuleBroken (closed, a case that still goes on or is in another
    hand-over, a file lost); then none is added.
    """
    async with _open(actor, handover) as (c, found):
        offered = {case.id: case for case in await closed_cases(c, actor, cases)}
        for case in sorted(set(cases)):
            known = offered.get(case)
            if known is None:
                raise _not_closed(case)
            bundle = await bundle_in(c, actor, case, "archive", book=book, storage=storage)
            if not await store.put(c, found, known, bundle):
                raise _not_closed(case)


async def take_out(actor: Actor, handover: int, case: int) -> None:
    """Hold that the case is not in the hand-over; RuleBroken once it is closed."""
    async with _open(actor, handover) as (c, found):
        await store.take_out(c, found.id, case)


async def close_handover(actor: Actor, handover: int, on: date, storage: Storage) -> None:
    """Hold that the hand-over is closed by numbered minutes, and every case of it tells of it.

    Raises RuleBroken (nothing in it, closed already), NotVisible, NotAllowed, NotKept.
    """
    async with _open(actor, handover) as (c, found):
        cases = await cases_of(c, found.id)
        if not cases:
            raise RuleBroken(words.EMPTY, rule=words.RULE, remedy=words.EMPTY_REMEDY)
        for case in cases:
            said = {"handover": found.id, "bundle": case.bundle}
            await tell(c, actor, case.case_file, HANDED_OVER, found.readers, said)
        now = clock.now()
        taken = await take(
            c,
            organisation=found.organisation,
            kind=_REGISTER,
            on=on,
            pattern=words.PATTERN,
            at=now,
        )
        paper = await minutes(found, cases, taken.printed, on, now)
        stored = await storage.keep(paper, _LARGEST)
        digest = await add_in(c, stored)
        await store.close(c, found.id, taken.printed, on, digest, now)


async def attach_scan(actor: Actor, handover: int, scan: Stored) -> None:
    """Hold that the signed minutes are with the hand-over, once; RuleBroken before it is closed."""
    may(actor, Permission.KEEP_ARCHIVE)
    async with writing(actor) as c:
        found = await _own(c, actor, handover)
        if found.closed_at is None:
            raise RuleBroken(words.OPEN, rule="archive.open")
        if found.scan is not None:
            raise RuleBroken(words.SCANNED, rule="archive.scanned")
        await store.set_scan(c, found.id, await add_in(c, scan))


@asynccontextmanager
async def _open(actor: Actor, handover: int) -> AsyncIterator[tuple[Connection, Handover]]:
    """Lend the transaction in which an open hand-over of the actor's office is changed."""
    may(actor, Permission.KEEP_ARCHIVE)
    async with writing(actor) as c:
        found = await _own(c, actor, handover)
        if found.closed_at is not None:
            raise RuleBroken(words.CLOSED, rule="archive.closed")
        yield c, found


async def _own(c: Connection, actor: Actor, handover: int) -> Handover:
    found = await store.locked(c, handover)
    if found.organisation != actor.organisation:
        raise NotAllowed(words.OWN_OFFICE)
    return found


def _not_closed(case: int) -> RuleBroken:
    return RuleBroken(words.NOT_CLOSED.format(case=case), rule=words.RULE)

"""Taking a staff list in, and taking it back: one transaction and one event each."""

from dataclasses import dataclass
from typing import Final

import asyncpg

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import open_stream, record
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.imports import store, words
from netralitas.imports.domain import ImportKind
from netralitas.imports.queries.batches import same_file
from netralitas.imports.queries.known import known_digests
from netralitas.imports.staff import StaffLine
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.refusals import NotVisible, RuleBroken, Stale

_CHANGED: Final = (
    "Daftar pegawai kantor Anda berubah sejak hasil pemeriksaan ini dibuat. Periksa kembali"
    " hasilnya, lalu impor."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewList:
    """A staff list that was checked: its good rows, how many were refused, where it comes from."""

    source: str
    digest: bytes
    columns: dict[str, str]
    lines: list[StaffLine]
    refused: int


async def take_in_staff(actor: Actor, new: NewList) -> int:
    """Return the id of the import; its people are on the list of the actor's office, all or none.

    Only that office reads them. Raises NotAllowed, RuleBroken (no good row, the same file was taken
    in before), Stale when one of the numbers came onto the list since the rows were checked.
    """
    may(actor, Permission.IMPORT_STAFF)
    if not new.lines:
        raise RuleBroken(words.NOTHING_GOOD, rule="import.empty")
    async with writing(actor) as c:
        await store.alone(c, actor.organisation)
        await _hold_new(c, actor, new)
        head = await open_stream(c, "import")
        await store.add(c, _batch(actor, head, new))
        await store.add_staff(c, head.stream, new.lines, (actor.organisation,))
        await _record(c, actor, head, "import.taken_in", rows=len(new.lines), refused=new.refused)
        return head.stream


async def undo_import(actor: Actor, batch: int) -> None:
    """Take back an import as a whole: its people are gone from the list, that it was stays.

    Raises NotAllowed, NotVisible, RuleBroken (undone before, a respondent depends on it).
    """
    may(actor, Permission.IMPORT_STAFF)
    try:
        await _undo(actor, batch)
    except asyncpg.RestrictViolationError as error:
        # By a respondent of a case from which this officer is excluded: nothing more is said.
        raise RuleBroken(words.depended_on(0), rule="import.needed") from error


async def _undo(actor: Actor, batch: int) -> None:
    async with writing(actor) as c:
        found, head = await store.locked(c, batch)
        if found.organisation != actor.organisation:
            raise NotVisible
        if found.undone_at is not None:
            raise RuleBroken(words.UNDONE_BEFORE, rule="import.undone")
        depending = await store.depending(c, batch)
        if depending:
            raise RuleBroken(words.depended_on(depending), rule="import.needed")
        await store.take_back(c, batch, head.now)
        await _record(c, actor, head, "import.undone", rows=found.rows)


async def _hold_new(c: Connection, actor: Actor, new: NewList) -> None:
    """Hold that neither the file nor one of its people is on the list."""
    before = await same_file(c, actor.organisation, new.digest)
    if before is not None:
        when = moment(before.imported_at, Zone(actor.zone))
        raise RuleBroken(words.imported_before(when, before.source), rule="import.twice")
    if await known_digests(c, [line.nip.digest for line in new.lines if line.nip]):
        raise Stale(_CHANGED)


def _batch(actor: Actor, head: Head, new: NewList) -> store.NewBatch:
    return store.NewBatch(
        id=head.stream,
        kind=ImportKind.STAFF,
        source=new.source,
        organisation=actor.organisation,
        officer=actor.officer,
        digest=new.digest,
        columns=new.columns,
        rows=len(new.lines),
        at=head.now,
        readers=(actor.organisation,),
    )


async def _record(c: Connection, actor: Actor, head: Head, name: str, **counted: int) -> None:
    """Record what happened: counts only, never a name nor where the list comes from."""
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=await readers_for(c, actor.organisation),
        happened=Moment.time(clock.now(), actor.zone),
        details={"kind": ImportKind.STAFF.value, **counted},
    )
    await record(c, head, event)

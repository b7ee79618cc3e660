"""Taking a table in, and taking it back: one transaction and one event of the import each."""

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
from netralitas.referral.external.commands import Told, record_table_in, withdraw_table_in
from netralitas.refusals import NotVisible, RuleBroken, Stale

_CHANGED: Final = (
    "Daftar pegawai kantor Anda berubah sejak hasil pemeriksaan ini dibuat. Periksa kembali"
    " hasilnya, lalu impor."
)
_CASES_CHANGED: Final = (
    "Perkara yang disebut berkas ini berubah sejak hasil pemeriksaan dibuat. Periksa kembali"
    " hasilnya, lalu impor."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTable:
    """A table that was checked: where it comes from, its columns, how many rows were refused."""

    source: str
    digest: bytes
    columns: dict[str, str]
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewList(NewTable):
    """A staff list that was checked, with its good rows."""

    lines: list[StaffLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecords(NewTable):
    """What other systems say, as a table that was checked tells it of respondents who are known."""

    lines: list[Told]


async def take_in_staff(actor: Actor, new: NewList) -> int:
    """Return the id of the import; its people are on the list of the actor's office, all or none.

    Only that office reads them. Raises NotAllowed, RuleBroken (no good row, the same file was taken
    in before), Stale when one of the numbers came onto the list since the rows were checked.
    """
    may(actor, Permission.IMPORT_STAFF)
    if not new.lines:
        raise RuleBroken(words.NOTHING_GOOD, rule="import.empty")
    async with writing(actor) as c:
        batch = await _begin(c, actor, ImportKind.STAFF, new, len(new.lines))
        if await known_digests(c, [line.nip.digest for line in new.lines if line.nip]):
            raise Stale(_CHANGED)
        await store.add_staff(c, batch, new.lines, (actor.organisation,))
        return batch


async def take_in_external(actor: Actor, new: NewRecords) -> int:
    """Return the id of the import; what it says is recorded of every respondent, or of none.

    Raises NotAllowed, RuleBroken (no good row, the same file was taken in before), Stale when one
    of the respondents cannot be seen any more.
    """
    may(actor, Permission.IMPORT_EXTERNAL)
    if not new.lines:
        raise RuleBroken(words.NOTHING_GOOD, rule="import.empty")
    async with writing(actor) as c:
        batch = await _begin(c, actor, ImportKind.EXTERNAL, new, len(new.lines))
        try:
            await record_table_in(c, actor, new.lines, batch)
        except NotVisible as error:
            raise Stale(_CASES_CHANGED) from error
        return batch


async def undo_external(actor: Actor, batch: int) -> None:
    """Take back what an import recorded, by an event for each case; that it was stays.

    Raises NotAllowed, NotVisible, RuleBroken (undone before, or a case is not seen any more).
    """
    may(actor, Permission.IMPORT_EXTERNAL)
    async with writing(actor) as c:
        found, head = await _standing(c, actor, batch, ImportKind.EXTERNAL)
        if not await withdraw_table_in(c, actor, batch, found.rows):
            raise RuleBroken(words.CASES_NOT_SEEN, rule="import.needed")
        await store.set_undone(c, batch, head.now)
        await _record(c, actor, head, ImportKind.EXTERNAL, "import.undone", rows=found.rows)


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
        found, head = await _standing(c, actor, batch, ImportKind.STAFF)
        depending = await store.depending(c, batch)
        if depending:
            raise RuleBroken(words.depended_on(depending), rule="import.needed")
        await store.take_back(c, batch, head.now)
        await _record(c, actor, head, ImportKind.STAFF, "import.undone", rows=found.rows)


async def _standing(
    c: Connection, actor: Actor, batch: int, kind: ImportKind
) -> tuple[store.Batch, Head]:
    """Return an import of the office that still stands, with the end of its stream."""
    found, head = await store.locked(c, batch)
    if found.organisation != actor.organisation or found.kind is not kind:
        raise NotVisible
    if found.undone_at is not None:
        raise RuleBroken(words.UNDONE_BEFORE, rule="import.undone")
    return found, head


async def _begin(c: Connection, actor: Actor, kind: ImportKind, new: NewTable, rows: int) -> int:
    """Return the id of an import that now stands; what it takes in follows in the transaction."""
    await store.alone(c, actor.organisation)
    await _hold_new(c, actor, new)
    head = await open_stream(c, "import")
    await store.add(c, _batch(actor, head, kind, new, rows))
    await _record(c, actor, head, kind, "import.taken_in", rows=rows, refused=new.refused)
    return head.stream


async def _hold_new(c: Connection, actor: Actor, new: NewTable) -> None:
    """Hold that the file was not taken in before."""
    before = await same_file(c, actor.organisation, new.digest)
    if before is not None:
        when = moment(before.imported_at, Zone(actor.zone))
        raise RuleBroken(words.imported_before(when, before.source), rule="import.twice")


def _batch(actor: Actor, head: Head, kind: ImportKind, new: NewTable, rows: int) -> store.NewBatch:
    return store.NewBatch(
        id=head.stream,
        kind=kind,
        source=new.source,
        organisation=actor.organisation,
        officer=actor.officer,
        digest=new.digest,
        columns=new.columns,
        rows=rows,
        at=head.now,
        readers=(actor.organisation,),
    )


async def _record(
    c: Connection, actor: Actor, head: Head, kind: ImportKind, name: str, **counted: int
) -> None:
    """Record what happened: counts only, never a name nor where the list comes from."""
    event = Event(
        stream=head.stream,
        kind=EventKind.FACT,
        name=name,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=await readers_for(c, actor.organisation),
        happened=Moment.time(clock.now(), actor.zone),
        details={"kind": kind.value, **counted},
    )
    await record(c, head, event)

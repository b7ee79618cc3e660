"""The only writer of events: constant statements on the connection of the command's transaction.

The database checks that an event follows the head it names and moves the stream by itself; what
the application adds is the canonical bytes, their hash, and the officer's words apart from them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from secrets import token_bytes
from typing import Final

from netralitas.audit import chain
from netralitas.audit.domain import Event, Head, Recorded
from netralitas.database.connection import Connection
from netralitas.database.context import ON_BEHALF
from netralitas.refusals import NotVisible

SALT_BYTES: Final = 16
KEY_BYTES: Final = 32

LOCK_EACH: Final = """
SELECT id, version, hash, recording_time() FROM stream WHERE id = ANY ($1) ORDER BY id FOR UPDATE
"""
LOCK: Final = "SELECT version, hash, recording_time() FROM stream WHERE id = $1 FOR UPDATE"

_OPEN: Final = """
INSERT INTO stream (kind, version, hash) VALUES ($1, 0, ''::bytea) RETURNING id, recording_time()
"""

# Event and note in one round trip. Dossiers share their id with their stream; the row security of
# a note hangs on the dossier, so that a note of another kind of stream has none.
ENTER: Final = """
WITH entered AS (
    INSERT INTO event (
        stream, version, kind, name, workflow, workflow_version, proceeding, from_state, to_state,
        corrects, actor, organisation, readers, precision, happened_on, happened_at, zone,
        recorded_at, facts, basis, details, salt, commitment, encoding, canonical, previous, hash
    ) VALUES (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21::jsonb, $22, $23, $24, $25, $26, $27
    ) RETURNING id, version, hash, recorded_at
), noted AS (
    INSERT INTO event_note (event, case_file, readers, text, key)
    SELECT id, (SELECT stream.id FROM stream WHERE stream.id = $1 AND stream.kind = 'case'),
           $30, $28, $29
    FROM entered WHERE $28::text IS NOT NULL
)
SELECT id, version, hash, recorded_at FROM entered
"""


class NotRecordable(Exception):  # noqa: N818 - names what the event is
    """The event contradicts itself or the head it should follow: a mistake in the caller."""


async def lock(c: Connection, stream: int) -> Head:
    """Return the end of `stream`, which nobody else can move until the transaction ends.

    Raises NotVisible when there is no such stream.
    """
    row = await c.fetchrow(LOCK, stream)
    if row is None:
        raise NotVisible
    return Head(stream=stream, version=row[0], hash=row[1], now=row[2])


async def lock_each(c: Connection, streams: Sequence[int]) -> dict[int, Head]:
    """Return the ends of the streams that exist by their ids, locked in the order of these."""
    rows = await c.fetch(LOCK_EACH, list(streams))
    return {row[0]: Head(stream=row[0], version=row[1], hash=row[2], now=row[3]) for row in rows}


async def open_stream(c: Connection, kind: str) -> Head:
    """Return the head of a new, empty stream of `kind`: case, access or accounts."""
    row = await c.fetchrow(_OPEN, kind)
    return Head(stream=row[0], version=0, hash=b"", now=row[1])


async def record(c: Connection, head: Head, event: Event) -> tuple[Recorded, Head]:
    """Put `event` after `head` for good, and return it with the head that it makes.

    One round trip. Raises NotRecordable for an event of another stream, or one that its own
    organisation could not read; `chain.Unencodable` for its details; the database's error when
    `head` is no longer the end of its stream.
    """
    values, following = values_of(head, event)
    row = await c.fetchrow(ENTER, *values)
    return _recorded(row, head.now), following


async def record_many(
    c: Connection, head: Head, events: Sequence[Event]
) -> tuple[list[Recorded], Head]:
    """Put `events` after `head` in their order, as `record` would, in one round trip for all."""
    rows, following = _rows(head, events)
    return await _enter(c, rows, head.now), following


async def record_each(
    c: Connection, batches: Sequence[tuple[Head, Sequence[Event]]]
) -> list[Recorded]:
    """Put events after several heads, locked together, in one round trip for all; in their order.

    Raises what `record` raises; then the whole transaction is to be given up.
    """
    rows = [row for head, events in batches for row in _rows(head, events)[0]]
    return await _enter(c, rows, batches[0][0].now) if batches else []


def values_of(head: Head, event: Event) -> tuple[tuple[object, ...], Head]:
    """Return the values of `ENTER` for `event` after `head`, and the head that follows.

    Raises what `record` raises before it asks the database.
    """
    _check(head, event)
    event = _on_behalf(event)
    salt = token_bytes(SALT_BYTES)
    key = None if event.note is None else token_bytes(KEY_BYTES)
    promise = None if event.note is None or key is None else chain.commitment(key, event.note)
    canonical = chain.canonical(event, head, salt, promise)
    following = replace(head, version=head.version + 1, hash=chain.event_hash(canonical))
    happened = event.happened
    # One line for each group of columns.
    # fmt: off
    return (
        event.stream, following.version, event.kind, event.name,
        event.workflow, event.workflow_version,
        event.proceeding, event.from_state, event.to_state,
        event.corrects, event.actor, event.organisation, event.readers,
        happened.precision, happened.on, happened.at, happened.zone, head.now,
        event.facts, event.basis, chain.json_bytes(dict(event.details)).decode(),
        salt, promise, chain.ENCODING, canonical, head.hash, following.hash,
        event.note, key, event.readers if event.note_readers is None else event.note_readers,
    ), following
    # fmt: on


def _on_behalf(event: Event) -> Event:
    """Return the event, marked with whom its actor stands in for in this transaction."""
    deputy = ON_BEHALF.get()
    if deputy is None or deputy[0] != event.actor:
        return event
    return replace(event, details={**event.details, "on_behalf_of": deputy[1]})


def _rows(head: Head, events: Sequence[Event]) -> tuple[list[tuple[object, ...]], Head]:
    """Return the values of `ENTER` for the events in their order, and the head that follows."""
    rows: list[tuple[object, ...]] = []
    for event in events:
        values, head = values_of(head, event)
        rows.append(values)
    return rows, head


async def _enter(
    c: Connection, rows: Sequence[tuple[object, ...]], now: datetime
) -> list[Recorded]:
    entered = await c.fetchmany(ENTER, rows) if rows else []
    return [_recorded(row, now) for row in entered]


def _check(head: Head, event: Event) -> None:
    if event.stream != head.stream:
        raise NotRecordable(f"an event of stream {event.stream} cannot follow {head.stream}")
    if event.organisation not in event.readers:
        raise NotRecordable(f"{event.name}: organisation {event.organisation} is not a reader")


def _recorded(row: tuple[int, int, bytes, datetime], now: datetime) -> Recorded:
    identity, version, digest, recorded_at = row
    if recorded_at != now:
        raise NotRecordable("the time of recording changed after the stream was locked")
    return Recorded(id=identity, version=version, hash=digest, recorded_at=recorded_at)

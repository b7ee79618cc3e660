"""The log of custody: every use of a piece of evidence is an event in a stream of its own.

It hangs on no proceeding and lies in no stream of a case, so that looking at a photo makes nobody's
open form stale; it is hashed, logged and verified as every other stream.
"""

from typing import Final

from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import lock, open_stream, record
from netralitas.cases.queries import CaseView
from netralitas.database.connection import Connection
from netralitas.evidence.exhibits import store
from netralitas.evidence.exhibits.domain import Exhibit, Purpose, Use
from netralitas.evidence.exhibits.queries.found import hold_reads_evidence
from netralitas.evidence.exhibits.queries.listing import all_of

STREAM: Final = "custody"


async def use_in(
    connection: Connection,
    view: CaseView,
    found: Exhibit,
    use: Use,
    purpose: Purpose | None = None,
    note: str | None = None,
) -> int:
    """Return the stream in which it now stands that the reader of `view` used the evidence.

    The office of the case reads it, and the actor's own; other receivers do not. `note` is what
    the actor wrote of the purpose.
    """
    head = await _head(connection, found)
    readers = await _readers(connection, view)
    details: dict[str, object] = {
        "case": view.dossier.id,
        "exhibit": found.ordinal,
        "digest": found.digest,
    }
    if purpose is not None:
        details["purpose"] = purpose.value
    event = Event(
        stream=head.stream,
        kind=EventKind.ACCESS,
        name=use.value,
        actor=view.actor.officer,
        organisation=view.actor.organisation,
        readers=readers,
        happened=Moment.time(head.now, view.actor.zone),
        details=details,
        note=note,
    )
    await record(connection, head, event)
    return head.stream


async def exported_in(
    connection: Connection, view: CaseView, purpose: Purpose, note: str | None = None
) -> int:
    """Note in the log of each piece of evidence that this reader sees that it was exported.

    Returns how many there were. For a bundle of the case, inside its transaction; `note` says more
    of the purpose.
    """
    hold_reads_evidence(view)
    found = await all_of(connection, view.dossier.id)
    for one in found:  # each has a log of its own; a bundle is made rarely
        await use_in(connection, view, one, Use.EXPORTED, purpose, note)
    return len(found)


async def _head(connection: Connection, found: Exhibit) -> Head:
    stream = found.stream or await store.held_stream(connection, found.id)
    if stream is not None:
        return await lock(connection, stream)
    head = await open_stream(connection, STREAM)
    await store.begin_stream(connection, found.id, head.stream)
    return head


async def _readers(connection: Connection, view: CaseView) -> tuple[int, ...]:
    own = await readers_for(connection, view.actor.organisation)
    if view.actor.organisation == view.dossier.owner:
        return own
    return tuple(dict.fromkeys((*own, *await readers_for(connection, view.dossier.owner))))

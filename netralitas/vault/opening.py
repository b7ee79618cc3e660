"""Reading the identities of a case: for whoever asked and was allowed, for a while, on record."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import hold_stepped_up, part_of
from netralitas.accounts.queries import readers_for
from netralitas.audit.access import access_stream
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import lock, record
from netralitas.cases.queries import view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken
from netralitas.vault import words
from netralitas.vault.cipher import Keys
from netralitas.vault.commands import opened_in
from netralitas.vault.domain import Identity
from netralitas.vault.queries import Entry, entries_of

READ: Final = "identity.read"
LONGEST: Final = 24 * 60
"""Minutes after which the database gives nothing any more, whatever the setting says."""

_MINE: Final = """
SELECT p.id, p.state, e.recorded_at
FROM proceeding p
JOIN event e ON e.proceeding = p.id AND e.kind = 'move' AND e.to_state = 'opened'
WHERE p.case_file = $1 AND p.workflow = 'identity_access' AND e.actor = $2
ORDER BY e.id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The identities of a case with their entries, and until when they can be read.

    None stands for an identity that was erased.
    """

    identities: tuple[tuple[Entry, Identity | None], ...]
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """By what an identity is opened: the law, the keys of the vault, for how many minutes."""

    book: RuleBook
    keys: Keys = field(repr=False)
    minutes: int


async def read_identities(
    actor: Actor, case: int, *, book: RuleBook, keys: Keys, minutes: int
) -> Opened:
    """Return the identities of a case; afterwards it stands on record that they were read.

    Only whoever asked for the opening, was allowed it and made it, and for so many minutes after.
    Raises NotVisible, NotAllowed with the reason, StepUpNeeded, SealError when an entry does not
    open.
    """
    opening = Opening(book=book, keys=keys, minutes=minutes)
    async with writing(actor) as connection:
        proceeding, until = await hold_opened_in(connection, actor, case, opening)
        entries = await entries_of(connection, case)
        identities = await opened_in(connection, case, keys)
        await _on_record(connection, actor, case, proceeding, list(identities))
        return Opened(
            identities=tuple((entry, identities.get(entry.id)) for entry in entries),
            until=until,
        )


async def one_identity_in(
    connection: Connection, actor: Actor, case: int, entry: int, opening: Opening
) -> Identity:
    """Return one identity of a case, in the caller's transaction; it stands on record as read.

    For whom `read_identities` would give all of them; raises what it raises, and RuleBroken where
    this one was erased.
    """
    proceeding, _ = await hold_opened_in(connection, actor, case, opening)
    found = (await opened_in(connection, case, opening.keys)).get(entry)
    if found is None:
        raise RuleBroken(words.GONE_ALREADY, rule="identity.erased")
    await _on_record(connection, actor, case, proceeding, [entry])
    return found


async def hold_opened_in(
    connection: Connection, actor: Actor, case: int, opening: Opening
) -> tuple[int, datetime]:
    """Return the proceeding by which the actor may read the identities of a case, until when.

    Raises NotVisible, NotAllowed with the reason, StepUpNeeded.
    """
    now = clock.now()
    view = await view_case(connection, actor, case, now=now, book=opening.book)
    if part_of("identity_access") not in view.seen:
        raise NotVisible
    found = await _hold_open(connection, actor, case, min(opening.minutes, LONGEST))
    hold_stepped_up(actor, now)
    return found


async def _hold_open(
    connection: Connection, actor: Actor, case: int, minutes: int
) -> tuple[int, datetime]:
    """Return the proceeding that the actor opened and its end; NotAllowed when it is not open."""
    row = await connection.fetchrow(_MINE, case, actor.officer)
    if row is None or row["state"] != "opened":
        raise NotAllowed(words.CLOSED)
    until: datetime = row["recorded_at"] + timedelta(minutes=minutes)
    if clock.now() >= until:
        raise NotAllowed(words.over(until, Zone(actor.zone)))
    return row["id"], until


async def _on_record(
    connection: Connection, actor: Actor, case: int, proceeding: int, entries: Sequence[int]
) -> None:
    """Record the reading in the stream of access, so that it makes nobody's form stale."""
    readers = await readers_for(connection, actor.organisation)
    head = await lock(connection, await access_stream(connection))
    event = Event(
        stream=head.stream,
        kind=EventKind.ACCESS,
        name=READ,
        actor=actor.officer,
        organisation=actor.organisation,
        readers=readers,
        happened=Moment.time(clock.now(), actor.zone),
        details={
            "case": case,
            "proceeding": proceeding,
            "entries": list(entries),
        },
    )
    await record(connection, head, event)

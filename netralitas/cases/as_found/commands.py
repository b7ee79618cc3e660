"""A case of an old register enters the record: every step an event, marked, in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.accounts.queries import readers_for
from netralitas.audit.domain import Recorded
from netralitas.audit.record import lock, open_stream
from netralitas.cases.as_found.domain import SHARED, EnteredCase, FoundCase
from netralitas.cases.as_found.entering import Entering
from netralitas.cases.as_found.filing import file_letters, note_sanctions
from netralitas.cases.change import Change
from netralitas.cases.dossier import Dossier, lock_case
from netralitas.cases.events import case_event
from netralitas.cases.merging.joining import MERGED_FROM
from netralitas.cases.merging.parting import SPLIT_FROM, SPLIT_INTO
from netralitas.cases.numbers import add_number
from netralitas.cases.opening import empty_dossier, insert_case
from netralitas.cases.people import insert_person
from netralitas.cases.record import enter
from netralitas.cases.when import check_dates
from netralitas.database.connection import Connection
from netralitas.law.book import RuleBook

_REGION: Final = "SELECT coalesce(region, '') FROM organisation WHERE id = $1"
_DRAW: Final = """
SELECT nextval(pg_get_serial_sequence('proceeding', 'id')) AS id FROM generate_series(1, $1)
"""


async def enter_as_found_in(
    connection: Connection, actor: Actor, found: FoundCase, *, book: RuleBook
) -> EnteredCase:
    """Enter the case in the caller's transaction, and return it; its owner is the actor's office.

    Nothing is asked but that nothing contradicts itself: RuleBroken (dates), MoveRefused (states
    and facts that are not declared), Invalid (a number used before).
    """
    head = await open_stream(connection, "case")
    chain = await readers_for(connection, actor.organisation)
    region = await connection.fetchval(_REGION, actor.organisation)
    readers = _everybody(found, chain)
    dossier = empty_dossier(head, actor, found.new, readers, region)
    check_dates(found.new, head.now, dossier.act_on)
    await insert_case(connection, dossier, found.new, by=_received_by(found))
    people = await _insert_people(connection, dossier, found, chain)
    rows = await connection.fetch(_DRAW, len(found.proceedings))
    entering = Entering(
        *(actor, dossier, book.at(region), found, chain),
        ids=[row["id"] for row in rows],
        people=people,
    )
    changes = entering.changes()
    recorded, _ = await enter(connection, head, changes)
    await _add_numbers(connection, dossier, found)
    await file_letters(connection, dossier, found, changes, recorded)
    await note_sanctions(connection, dossier, found, changes, recorded, people)
    return EnteredCase(
        id=dossier.id,
        respondents=tuple(people),
        readers=chain,
        gone=_gone(changes, recorded),
    )


async def tell_related_in(
    connection: Connection, actor: Actor, entered: EnteredCase, how: str, other: int
) -> None:
    """Let both cases say what they have to do with each other; `how`: "merged" into, or "split".

    Raises NotVisible when the actor does not see the other one.
    """
    there = await lock_case(connection, other)
    readers = there.handling().readers
    name, told = (MERGED_FROM, "from") if how == "merged" else (SPLIT_INTO, "into")
    event = case_event(actor, there, readers, name)
    said = replace(event, details={told: entered.id, "imported": True})
    await enter(connection, there.head, [Change(event=said)])
    if how == "split":
        head = await lock(connection, entered.id)
        here = replace(there, head=head, id=entered.id)
        event = case_event(actor, here, entered.readers, SPLIT_FROM)
        said = replace(event, details={"from": other, "imported": True})
        await enter(connection, head, [Change(event=said)])


def _received_by(found: FoundCase) -> datetime | None:
    """Return by when the case had come in: when the first dated thing happened in it."""
    return min((step.happened.latest for step in found.steps if step.happened.latest), default=None)


def _everybody(found: FoundCase, chain: tuple[int, ...]) -> tuple[int, ...]:
    """Return who reads the case: all to whom some of it was handed over."""
    handed = [p.addressee for p in found.proceedings if p.workflow in SHARED and p.addressee]
    return tuple(dict.fromkeys((*chain, *handed)))


async def _insert_people(
    connection: Connection, dossier: Dossier, found: FoundCase, chain: tuple[int, ...]
) -> list[int]:
    """Insert the respondents; an office reads those who were handed over to it."""
    inserted = []
    for place, person in enumerate(found.new.respondents):
        handed = [
            each.addressee
            for each in found.proceedings
            if each.workflow in SHARED and each.respondent == place and each.addressee
        ]
        readers = tuple(dict.fromkeys((*chain, *handed)))
        inserted.append(await insert_person(connection, dossier.id, place + 1, person, readers))
    return inserted


async def _add_numbers(connection: Connection, dossier: Dossier, found: FoundCase) -> None:
    for number in found.numbers:
        await add_number(
            connection,
            case_file=dossier.id,
            organisation=dossier.owner,
            kind=number.kind,
            printed=number.printed,
            issued_on=number.issued_on,
            readers=dossier.readers,
        )


def _gone(changes: Sequence[Change], recorded: Sequence[Recorded]) -> int | None:
    """Return the event by which the handling came into its present state from another one."""
    found = [
        entry.id
        for change, entry in zip(changes, recorded, strict=True)
        if change.event.workflow == "handling"
        and change.event.from_state not in {None, change.event.to_state}
    ]
    return found[-1] if found else None

"""Erasing an identity: it is gone for good; that there was one, and who erased it, stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, hold_stepped_up, part_of
from netralitas.audit.domain import Event, EventKind, Moment
from netralitas.audit.record import lock, record
from netralitas.cases.queries import CaseView, title, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading, writing
from netralitas.disposal.queries import held
from netralitas.disposal.words import HELD, HELD_REMEDY
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.vault import words
from netralitas.vault.commands import erase_in
from netralitas.vault.queries import Entry, entries_of

ERASED: Final = "identity.erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasable:
    """A case by its title, and the identities in it that can still be erased."""

    title: str
    entries: tuple[Entry, ...]


async def erasable(actor: Actor, case: int, *, book: RuleBook) -> Erasable:
    """Return what a commissioner of the owner may erase; raises what `erase_identities` raises."""
    async with reading(actor) as connection:
        view = await _held(connection, actor, case, book)
        return Erasable(title=title(view), entries=await _left(connection, case))


async def erase_identities(
    actor: Actor, case: int, entries: Sequence[int], reason: str, *, book: RuleBook
) -> None:
    """Empty entries of a case for good; the event of it names them by number, and nobody.

    Raises NotVisible, NotAllowed (it is a commissioner's), StepUpNeeded, RuleBroken (none chosen,
    or one of them is erased already or of another case; the case is held from disposal).
    """
    async with writing(actor) as connection:
        head = await lock(connection, case)
        view = await _held(connection, actor, case, book)
        chosen = [entry for entry in await _left(connection, case) if entry.id in entries]
        if await held(connection, case):
            raise RuleBroken(HELD, rule="identity.held", remedy=HELD_REMEDY)
        if not chosen or len(chosen) != len(set(entries)):
            raise RuleBroken(words.GONE_ALREADY, rule="identity.erased")
        event = Event(
            stream=case,
            kind=EventKind.FACT,
            name=ERASED,
            actor=actor.officer,
            organisation=actor.organisation,
            readers=view.dossier.handling().readers,
            happened=Moment.time(head.now, view.dossier.zone),
            details={"entries": [entry.id for entry in chosen]},
            note=reason,
            note_readers=(actor.organisation,),
        )
        recorded, _ = await record(connection, head, event)
        await erase_in(connection, [entry.id for entry in chosen], recorded.id)


async def _held(connection: Connection, actor: Actor, case: int, book: RuleBook) -> CaseView:
    view = await view_case(connection, actor, case, now=clock.now(), book=book)
    if part_of("identity_access") not in view.seen:
        raise NotVisible
    view.hold(Permission.ERASE_IDENTITY)
    hold_stepped_up(actor, clock.now())
    return view


async def _left(connection: Connection, case: int) -> tuple[Entry, ...]:
    return tuple(entry for entry in await entries_of(connection, case) if entry.erased_at is None)

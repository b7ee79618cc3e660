"""Keeping something under an agreement: an addendum, a letter, a question and what became of it."""

from dataclasses import dataclass
from datetime import date

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.agreements import store
from netralitas.agreements.commands.opening import Opened, opened
from netralitas.agreements.records import values
from netralitas.agreements.records.rules import Situation, hold
from netralitas.agreements.records.values import Entry, Record, kind_of
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import NotVisible


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What is to be kept: of which day, about which other record, with which file."""

    entry: Entry
    on: date
    about: int | None = None
    file: Stored | None = None


async def keep_record(actor: Actor, agreement: int, new: Keeping, *, book: RuleBook) -> int:
    """Return the id of what is kept under the agreement from now on; its text stays as it is.

    Raises NotVisible, NotAllowed, RuleBroken for what is out of place, Invalid by field.
    """
    async with opened(actor, agreement) as now:
        kept = await store.records_of(now.connection, agreement)
        about = _about(kept, new.about)
        hold(new.entry, new.on, await _situation(now, kept, about, new.entry, book))
        file = await add_in(now.connection, new.file) if new.file else None
        record = store.NewRecord(
            agreement=agreement,
            kind=kind_of(new.entry),
            about=new.about,
            on=new.on,
            entry=new.entry,
            file=file,
            officer=actor.officer,
            readers=now.now.readers,
        )
        added = await store.add_record(now.connection, record, clock.now())
        told = min(new.on, now.today)
        details = {"kind": record.kind.value, "record": added}
        await now.happened("agreement.recorded", told, **details)
    return added


def _about(kept: tuple[Record, ...], about: int | None) -> Record | None:
    if about is None:
        return None
    found = next((each for each in kept if each.id == about), None)
    if found is None:
        raise NotVisible
    return found


async def _situation(
    now: Opened, kept: tuple[Record, ...], about: Record | None, entry: Entry, book: RuleBook
) -> Situation:
    numbers = entry.numbers if isinstance(entry, values.Addendum) else ()
    return Situation(
        paper=now.paper,
        stage=now.now.stage,
        signed_on=now.now.signed_on,
        today=now.today,
        calendar=book.calendar(),
        zone=Zone(now.actor.zone),
        kept=kept,
        elsewhere=await store.numbers_used(now.connection, numbers) if numbers else (),
        about=about,
    )

"""Acts on a letter of a case: each an event of the case, in one transaction with its effect."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.letters import LetterAct, act_on_letter_in
from netralitas.correspondence.commands import add_copies_in
from netralitas.correspondence.commands.receipts import receipt_proved_in
from netralitas.correspondence.domain import ReceiptProof
from netralitas.correspondence.store import LockedLetter, hold_own, locked_letter
from netralitas.correspondence.words import plain
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.evidence.domain import Stored
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible, RuleBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Which letter of which case an act is on."""

    case: int
    letter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """How a letter was received: when, by what that is proved, the kept file that shows it.

    `method` is how it went, None where that is known already or not at all.
    """

    happened: Moment
    proof: ReceiptProof
    method: str | None = None
    paper: Stored | None = None


async def prove_receipt(actor: Actor, on: Letterhead, proved: Proved, *, book: RuleBook) -> None:
    """Hold that the letter was received; see `receipts`. Raises what that raises."""
    async with writing(actor) as c:
        await _found(c, on)
        await receipt_proved_in(
            *(c, actor, on.letter, proved.happened, proved.proof, None),
            book=book,
            paper=proved.paper,
        )
        if proved.method is not None:
            await c.execute("UPDATE letter SET method = $2 WHERE id = $1", on.letter, proved.method)


async def record_return(actor: Actor, on: Letterhead, day: date, *, book: RuleBook) -> None:
    """Hold that the letter came back undelivered on a day.

    Raises NotVisible, NotAllowed, RuleBroken: received already, or before it was sent.
    """
    async with writing(actor) as c:
        found = await _found(c, on)
        if found.proved:
            raise RuleBroken("Surat ini terbukti diterima.", rule="letter.proved")
        begun = found.sent_on or found.dated_on
        if begun is not None and day < begun:
            raise RuleBroken(
                f"Surat tidak dapat kembali sebelum dikirim ({plain(begun)}).",
                rule="date.letter_back_before_sent",
            )
        await _act(c, actor, found, "came_back", book, happened=Moment.day(day, actor.zone))
        await c.execute("UPDATE letter SET came_back_on = $2 WHERE id = $1", found.id, day)


async def record_place(actor: Actor, on: Letterhead, place: str, *, book: RuleBook) -> None:
    """Hold that the paper of the letter lies there. Raises NotVisible, NotAllowed."""
    async with writing(actor) as c:
        found = await _found(c, on)
        await _act(c, actor, found, "kept", book)
        await c.execute("UPDATE letter SET kept_at = $2 WHERE id = $1", found.id, place)


async def link_reply(actor: Actor, on: Letterhead, answered: int, *, book: RuleBook) -> None:
    """Hold that the letter answers another one of its case.

    Raises NotVisible (no such letter there), NotAllowed, RuleBroken: itself, a circle, or a letter
    that was written before the one it would answer.
    """
    async with writing(actor) as c:
        found = await _found(c, on)
        other = await c.fetchrow(_OTHER, on.case, answered)
        if other is None:
            raise NotVisible
        if found.id in await _line(c, answered):
            raise RuleBroken(
                "Surat tidak dapat membalas dirinya sendiri atau balasannya.", rule="letter.circle"
            )
        if found.dated_on and other["dated_on"] and found.dated_on < other["dated_on"]:
            raise RuleBroken(
                f"Surat tanggal {plain(found.dated_on)} tidak dapat membalas surat yang lebih baru"
                f" ({plain(other['dated_on'])}).",
                rule="letter.reply_before",
            )
        await _act(c, actor, found, "replied", book, {"answers": answered})
        await c.execute("UPDATE letter SET reply_to = $2 WHERE id = $1", found.id, answered)


async def add_copies(
    actor: Actor, on: Letterhead, copies: tuple[str, ...], *, book: RuleBook
) -> None:
    """Hold that these got a copy of the letter too, which proves nothing.

    Raises NotVisible, NotAllowed.
    """
    async with writing(actor) as c:
        found = await _found(c, on)
        await _act(c, actor, found, "copied", book, {"copies": len(copies)})
        await add_copies_in(c, found.case_file, found.id, copies, found.readers)


async def _found(c: Connection, on: Letterhead) -> LockedLetter:
    found = await locked_letter(c, on.letter)
    if found.case_file != on.case:
        raise NotVisible
    return found


async def _act(  # noqa: PLR0913 - what is recorded, by whom, of which letter
    c: Connection,
    actor: Actor,
    found: LockedLetter,
    name: str,
    book: RuleBook,
    details: Mapping[str, object] | None = None,
    *,
    happened: Moment | None = None,
) -> None:
    hold_own(actor, found)
    act = LetterAct(
        case=found.case_file,
        name=f"correspondence.{name}",
        happened=happened or Moment.time(found.now, actor.zone),
        readers=found.readers,
        of=found.event,
        details={**found.named, **(details or {})},
    )
    await act_on_letter_in(c, actor, act, book=book)


async def _line(c: Connection, letter: int) -> frozenset[int]:
    """Return the ids of the letter and of all that it answers, directly or not."""
    return frozenset(row["id"] for row in await c.fetch(_ANSWERED, letter))


_OTHER: Final = "SELECT dated_on FROM letter WHERE case_file = $1 AND id = $2"
_ANSWERED: Final = """
WITH RECURSIVE line (id, reply_to) AS (
    SELECT id, reply_to FROM letter WHERE id = $1
    UNION
    SELECT l.id, l.reply_to FROM letter l JOIN line ON l.id = line.reply_to
)
SELECT id FROM line
"""

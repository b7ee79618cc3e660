"""An administrator changes the law: first a draft to look at, then an edition in force at once."""

from collections.abc import Set as AbstractSet

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.events import happened
from netralitas.cases.recounting import ask_for_recount
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.editions import store
from netralitas.editions.domain import Draft, Entry, NewEdition
from netralitas.editions.policy import questions
from netralitas.editions.wellformed import law_after
from netralitas.law.domain import Zone
from netralitas.refusals import NotVisible, RuleBroken, Stale


async def propose(actor: Actor, *, reason: str, entries: tuple[Entry, ...]) -> int:
    """Return the id of a draft of the change; nothing is in force yet.

    Raises RuleBroken with what is wrong, NotAllowed.
    """
    may(actor, Permission.CHANGE_LAW)
    if not reason.strip():
        raise RuleBroken("Tuliskan alasan perubahan.", rule="law.reason")
    async with writing(actor) as c:
        number = await store.newest(c)
        await _check(c, number, entries)
        return await store.add_draft(
            c, officer=actor.officer, based_on=number, reason=reason.strip(), entries=entries
        )


async def save(actor: Actor, draft: int, *, previewed: int, confirmed: AbstractSet[str]) -> int:
    """Return the number of the edition that the draft becomes; it is in force from the commit on.

    A job moves the open deadlines afterwards. `previewed` is the edition under which the preview
    was made. Raises Stale (somebody changed the law meanwhile), RuleBroken (a question is not
    confirmed, saved before, wrong), NotVisible (a draft of somebody else), NotAllowed.
    """
    may(actor, Permission.CHANGE_LAW)
    async with writing(actor) as c:
        number = await store.alone(c)
        found = await own_draft(c, actor, draft)
        if found.saved_as is not None:
            raise RuleBroken(
                f"Usulan ini sudah disimpan sebagai edisi {found.saved_as}.", rule="law.saved"
            )
        if previewed != number:
            raise Stale
        await _check(c, number, found.entries)
        await _hold_confirmed(c, actor, number, found, confirmed)
        edition = await _enact(c, actor, number + 1, found)
        await store.draft_saved(c, draft, edition)
        await ask_for_recount(c, edition)
        return edition


async def own_draft(c: Connection, actor: Actor, identity: int) -> Draft:
    """Return a draft of the actor; NotVisible for those of others and for none."""
    found = await store.draft(c, identity)
    if found is None or found.officer != actor.officer:
        raise NotVisible
    return found


async def _enact(c: Connection, actor: Actor, number: int, draft: Draft) -> int:
    event = await happened(
        c, actor, "law.changed", edition=number, entries=[entry.key for entry in draft.entries]
    )
    edition = NewEdition(
        number=number,
        officer=actor.officer,
        event=event,
        reason=draft.reason,
        entries=draft.entries,
    )
    await store.add(c, edition)
    return number


async def _check(c: Connection, number: int, entries: tuple[Entry, ...]) -> None:
    before = await store.entries(c, number)
    law_after(before, entries, number + 1)


async def _hold_confirmed(
    c: Connection, actor: Actor, number: int, draft: Draft, confirmed: AbstractSet[str]
) -> None:
    today = clock.today(Zone(actor.zone).tz)
    before = await store.entries(c, number)
    missing = [
        question
        for question in questions(before, draft.entries, today)
        if question.code not in confirmed
    ]
    if missing:
        raise RuleBroken(
            f"Centang bahwa hal ini memang dimaksud: {missing[0].sentence}",
            rule=f"law.confirm.{missing[0].code}",
        )

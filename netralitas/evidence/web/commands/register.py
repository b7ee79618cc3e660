"""What is entered into the register of addresses, and what becomes of it, fact by fact."""

from datetime import date
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.audit.record import open_stream
from netralitas.cases.commands import attach_evidence_in
from netralitas.database.transactions import writing
from netralitas.evidence.web import policy, store
from netralitas.evidence.web.commands.events import STREAM, happened
from netralitas.evidence.web.domain import NewAddress, Referral
from netralitas.evidence.web.queries.files import papers_of_address


async def add_address(actor: Actor, new: NewAddress) -> int:
    """Return the number of an address now in the register of the actor's office.

    Raises NotAllowed, or Invalid by field.
    """
    may(actor, Permission.KEEP_WEB_REGISTER)
    policy.check_seen(new.seen_on, _today(actor))
    async with writing(actor) as c:
        head = await open_stream(c, STREAM)
        readers = await readers_for(c, actor.organisation)
        await store.add(c, head.stream, actor.organisation, new, head.now, readers)
        said = {
            "platform": new.platform.value,
            "category": new.category.value,
            "finder": new.finder.value,
            "seen_on": new.seen_on.isoformat(),
        }
        await happened(c, actor, head, "address.entered", readers, said)
    return head.stream


async def refer_address(actor: Actor, address: int, referral: Referral) -> None:
    """Keep that it was asked to take a page down, of whom, by which letter, and when.

    Raises NotVisible, NotAllowed, RuleBroken (asked before, or gone), Invalid by field.
    """
    may(actor, Permission.KEEP_WEB_REGISTER)
    async with writing(actor) as c:
        found, head = await store.locked(c, address)
        policy.check_referral(found, referral.asked_on, _today(actor))
        await store.refer(c, address, referral)
        said = {"of": referral.taker.value}
        name = "address.takedown_asked"
        await happened(c, actor, head, name, found.readers, said, on=referral.asked_on)


async def note_taken_down(actor: Actor, address: int, on: date) -> None:
    """Keep since when a page is gone, asked for or not. Raises as `refer_address`."""
    may(actor, Permission.KEEP_WEB_REGISTER)
    async with writing(actor) as c:
        found, head = await store.locked(c, address)
        policy.check_taken_down(found, on, _today(actor))
        await store.taken_down(c, address, on)
        await happened(c, actor, head, "address.taken_down", found.readers, {}, on=on)


async def link_case(actor: Actor, address: int, case: int) -> None:
    """Keep that a finding was opened from an address; what was captured becomes its evidence.

    Raises NotVisible (of either), NotAllowed (the case is for others to add to), RuleBroken (it
    has a case).
    """
    may(actor, Permission.KEEP_WEB_REGISTER)
    async with writing(actor) as c:
        policy.check_link(await store.known(c, address))
        papers = await papers_of_address(c, address)
        await attach_evidence_in(c, actor, case, papers)  # locks the case first
        found, head = await store.locked(c, address)
        policy.check_link(found)
        await store.link(c, address, case)
        await happened(c, actor, head, "address.linked", found.readers, {"case": case})


def _today(actor: Actor) -> date:
    return clock.today(ZoneInfo(actor.zone))

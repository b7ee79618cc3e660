"""What people do with partners: each recorded, none with an address or a token."""

import ssl
from datetime import date
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, may
from netralitas.accounts.commands.machines import seat_stand_in_in
from netralitas.accounts.domain import Seat
from netralitas.accounts.events import happened
from netralitas.cases.commands import tell_in
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading, writing
from netralitas.evidence.web.domain import CaptureFailed
from netralitas.evidence.web.guard import Guard
from netralitas.partners import policy, senders, store, words
from netralitas.partners.calling import Caller, checked
from netralitas.partners.domain import NewPartner, PartnerState, Place
from netralitas.partners.queries import SETTLES
from netralitas.partners.sealing import PartnerSealer
from netralitas.partners.wire import FailedError, Whose, read
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken
from netralitas.vault.cipher import SealError

_SETTLED = "case.answer_settled"


async def add(actor: Actor, new: NewPartner, *, sealer: PartnerSealer, guard: Guard) -> int:
    """Return the id of a new partner of the actor's office; its packages come in from now on.

    Raises NotAllowed, Invalid (an address that is never asked, an office that works here itself),
    RuleBroken where the office has as many as it may.
    """
    may(actor, Permission.ADMINISTER)
    try:
        checked(guard, new.address)
    except CaptureFailed as failure:
        raise Invalid({"address": [words.ADDRESSES[failure.problem]]}) from failure
    now = clock.now()
    async with writing(actor) as c:
        if await store.count_alive(c, actor.organisation) >= policy.MOST_PARTNERS:
            raise RuleBroken(words.TOO_MANY, rule="partner.most", remedy=words.END_ONE)
        used = await senders.is_used(c, new.sender, now)
        if used is None or used:
            raise Invalid({"sender": [words.SENDER_IN_USE if used else words.SENDER_UNKNOWN]})
        desk = await _seated(c, actor, new, clock.today(ZoneInfo(actor.zone)))
        identity = await store.draw(c)
        added = store.Added(
            id=identity,
            organisation=actor.organisation,
            new=new,
            desk=desk,
            token=sealer.seal(new.token, identity),
            officer=actor.officer,
            at=now,
        )
        await store.add(c, added)
        await happened(c, actor, "partner.added", partner=identity, sender=new.sender)
    return identity


async def replace_token(actor: Actor, partner: int, token: str, *, sealer: PartnerSealer) -> None:
    """Hold that a partner is asked with another token; one that was stopped goes on.

    Raises NotAllowed, NotVisible, RuleBroken for one that has ended.
    """
    async with writing(actor) as c:
        state = await _opened(c, actor, partner)
        await store.set_token(c, partner, sealer.seal(token, partner))
        if state is PartnerState.STOPPED:
            await store.set_state(c, partner, PartnerState.ACTIVE)
        await happened(c, actor, "partner.token_replaced", partner=partner)


async def try_connection(
    actor: Actor,
    partner: int,
    *,
    sealer: PartnerSealer,
    guard: Guard,
    tls: ssl.SSLContext | None = None,
) -> Place:
    """Return as whom the office is known at a partner, asked just now.

    Raises RuleBroken with why it does not work, also for a token that opens too little.
    """
    may(actor, Permission.ADMINISTER)
    async with reading(actor) as c:
        found = await store.sealed_token(c, actor.organisation, partner)
    if found is None:
        raise NotVisible
    address, sealed = found
    try:
        async with Caller.to(address, sealer.open(sealed, partner), guard, tls) as caller:
            whose = read((await caller.get("/token")).body, Whose)
    except FailedError as failed:
        raise RuleBroken(words.PROBLEMS[failed.problem], rule="partner.answers") from failed
    except SealError as error:
        raise RuleBroken(words.problem("sealed"), rule="partner.sealed") from error
    missing = policy.NEEDED - {*whose.scopes}
    if missing:
        said = words.MISSING_SCOPES.format(scopes=", ".join(sorted(missing)))
        raise RuleBroken(said, rule="partner.scopes")
    return Place(
        organisation=whose.organisation, system=whose.system, scopes=frozenset(whose.scopes)
    )


async def pause(actor: Actor, partner: int) -> None:
    """Hold that a partner is neither asked nor answered; nothing is lost meanwhile."""
    await _turn(actor, partner, PartnerState.PAUSED, "partner.paused")


async def go_on(actor: Actor, partner: int) -> None:
    """Hold that a partner is asked on from where it was, also one that was stopped; at once."""
    await _turn(actor, partner, PartnerState.ACTIVE, "partner.resumed")


async def end(actor: Actor, partner: int) -> None:
    """Hold that a partner is never asked again; its cases stay."""
    await _turn(actor, partner, PartnerState.ENDED, "partner.ended")


async def try_package(actor: Actor, partner: int, package: int) -> None:
    """Hold that a held package is tried at once. NotVisible where there is none such."""
    async with writing(actor) as c:
        await _opened(c, actor, partner)
        if not 0 < package <= store.LARGEST_ROW or not await store.try_again(c, partner, package):
            raise NotVisible
        await store.soon(c, partner)
        await happened(c, actor, "partner.package_tried", partner=partner, package=package)


async def ask_again(actor: Actor, partner: int, answer: int) -> None:
    """Hold that a refused step is told once more. NotVisible where none such waits."""
    async with writing(actor) as c:
        await _opened(c, actor, partner)
        if not 0 < answer <= store.LARGEST_ROW or not await store.ask_again(c, partner, answer):
            raise NotVisible
        await store.soon(c, partner)
        await happened(c, actor, "partner.asked_again", partner=partner, answer=answer)


async def settle(actor: Actor, partner: int, answer: int) -> None:
    """Hold that a person recorded the step at the partner, and the next one goes on."""
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        await _opened(c, actor, partner)
        await _settled(c, actor, partner, answer)
        await happened(c, actor, "partner.settled", partner=partner, answer=answer)


async def settle_on_case(actor: Actor, case: int, answer: int) -> None:
    """Hold the same, by who follows the case up; the case says so.

    Raises NotVisible for what the actor does not see, NotAllowed for other roles.
    """
    async with writing(actor) as c:
        known = 0 < answer <= store.LARGEST_ROW and 0 < case <= store.LARGEST_ROW
        partner = await store.partner_of(c, answer, case, actor.organisation) if known else None
        if partner is None:
            raise NotVisible
        if not actor.roles & SETTLES:
            raise NotAllowed(words.FOR_FOLLOW_UP)
        await _settled(c, actor, partner, answer)
        readers = await store.readers_of(c, answer)
        await tell_in(c, actor, case, _SETTLED, readers, {"answer": answer})


async def _settled(c: Connection, actor: Actor, partner: int, answer: int) -> None:
    known = 0 < answer <= store.LARGEST_ROW
    now = clock.now()
    if not known or await store.settle(c, partner, answer, actor.officer, now) is None:
        raise RuleBroken(words.NOT_OPEN, rule="partner.not_open")


async def _seated(c: Connection, actor: Actor, new: NewPartner, today: date) -> int:
    """Return the desk of the system that acts for the partner here."""
    name = words.DESK.format(name=new.name)[:120]
    seat = Seat(organisation=new.sender, title=words.TITLE, roles=(Role.INVESTIGATOR,))
    return await seat_stand_in_in(c, name=name, seat=seat, begins=today, actor=actor)


async def _turn(actor: Actor, partner: int, state: PartnerState, name: str) -> None:
    async with writing(actor) as c:
        before = await _opened(c, actor, partner)
        if before is state is not PartnerState.ACTIVE:
            return
        await store.set_state(c, partner, state)
        await happened(c, actor, name, partner=partner)


async def _opened(c: Connection, actor: Actor, partner: int) -> PartnerState:
    """Return the state of a partner of the actor's office, locked."""
    may(actor, Permission.ADMINISTER)
    state = await store.locked(c, actor.organisation, partner)
    if state is None:
        raise NotVisible
    if state is PartnerState.ENDED:
        raise RuleBroken(words.HAS_ENDED, rule="partner.ended")
    return state

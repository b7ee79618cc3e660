"""What an office does with a complaint: answered, referred to the office above, closed."""

from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may, roles_for
from netralitas.audit.domain import Head
from netralitas.audit.record import lock
from netralitas.database.connection import Connection
from netralitas.database.transactions import Context, writing
from netralitas.intake.envelope import OfficeKeys, message_place, packed, seal_to
from netralitas.jobs.queue import enqueue
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken
from netralitas.service import policy, store, words
from netralitas.service.commands.recording import happened
from netralitas.service.commands.telling import TELL
from netralitas.service.domain import Complaint

_NOBODY: Final = 0
"""No officer has this id: what is written for the office, and not for one of its officers."""


async def answer(actor: Actor, complaint: int, text: str, *, keys: OfficeKeys) -> None:
    """Hold that the complaint is answered with this text, which its code alone opens.

    Raises NotAllowed, NotVisible (also for whom it is about), RuleBroken once it is closed.
    """
    async with writing(actor) as c:
        found, head = await opened(c, actor, complaint)
        state = policy.taken(found.state, "answer")
        plain, where = text.encode(), message_place(found.digest)
        await happened(c, actor, head, "answered", found.readers, state=state)
        await store.step(c, found.id, state, head.now)
        await store.write(
            c,
            found.id,
            officer=actor.officer,
            for_office=packed(keys.current_id, seal_to(keys.public_key(), plain, where)),
            for_sender=seal_to(found.mailbox, plain, where),
            at=clock.now(),
        )
        await enqueue(c, TELL, {"complaint": found.id})


async def refer(actor: Actor, complaint: int) -> None:
    """Hold that the office above handles the complaint; who referred it reads on, and acts no more.

    Raises NotAllowed, NotVisible, RuleBroken where there is no office above, or it is over.
    """
    async with writing(actor) as c:
        found, head = await opened(c, actor, complaint)
        state = policy.taken(found.state, "refer")
        to = await store.above(c, found.organisation)
        if to is None:
            raise RuleBroken(words.NOBODY_ABOVE, rule="complaint.refer")
        readers = tuple(dict.fromkeys((*found.readers, to)))
        await happened(c, actor, head, "referred", readers, state=state, to=to)
        await store.step(c, found.id, state, head.now)
        await store.refer(c, found.id, to, readers)
        await enqueue(c, TELL, {"complaint": found.id})


async def close(actor: Actor, complaint: int) -> None:
    """Hold that an answered complaint is closed.

    Raises NotAllowed, NotVisible, RuleBroken for one that was not answered.
    """
    async with writing(actor) as c:
        found, head = await opened(c, actor, complaint)
        state = policy.taken(found.state, "close")
        await happened(c, actor, head, "closed", found.readers, state=state)
        await store.step(c, found.id, state, head.now)
        await enqueue(c, TELL, {"complaint": found.id})


async def keep_out(actor: Actor, complaint: int, officer: int) -> None:
    """Hold that an officer of the office, perhaps the actor, is one it is about: unseen by them.

    Where nobody who handles complaints is left, RuleBroken: then it is referred first. Raises
    NotAllowed, NotVisible, Invalid for somebody who does not sit in the office.
    """
    async with writing(actor) as c:
        found, head = await opened(c, actor, complaint)
        people = await store.officers_of(c, actor.organisation, head.now)
        if officer not in {each.officer for each in people}:
            raise Invalid({"officer": ["Pilih petugas dari daftar."]})
        kept_out = tuple(sorted({*found.kept_out, officer}))
        roles = [role.value for role in roles_for(Permission.HANDLE_COMPLAINTS)]
        left = await store.officers_of(c, actor.organisation, head.now, roles)
        if all(each.officer in kept_out for each in left):
            raise RuleBroken(
                words.NOBODY_LEFT, rule="complaint.kept_out", remedy=words.NOBODY_LEFT_REMEDY
            )
        await happened(c, actor, head, "kept_out", found.readers, officer=officer)
        # As the office: a row that an officer no longer sees cannot be written in their name.
        async with writing(Context(organisation=actor.organisation, officer=_NOBODY)) as inner:
            await store.keep_out(inner, found.id, kept_out)


async def opened(c: Connection, actor: Actor, complaint: int) -> tuple[Complaint, Head]:
    """Return a complaint that the actor's office handles, locked.

    Raises NotAllowed for other roles and for another office that reads it, NotVisible.
    """
    may(actor, Permission.HANDLE_COMPLAINTS)
    if not 0 < complaint <= store.LARGEST_ID:
        raise NotVisible
    if await store.complaint_of(c, complaint) is None:
        raise NotVisible
    head = await lock(c, complaint)
    found = await store.complaint_of(c, complaint)
    if found is None:
        raise NotVisible
    if found.organisation != actor.organisation:
        raise NotAllowed(words.ELSEWHERE)
    return found, head

"""A request is recorded, and decided by another."""

from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.events import happened
from netralitas.accounts.queries import readers_for
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.privacy.requests import words
from netralitas.privacy.requests.commands.whose import whose_in
from netralitas.privacy.requests.domain import Decided, NewRequest
from netralitas.privacy.requests.queries.register import Request, request_in
from netralitas.refusals import NotAllowed, RuleBroken

_ADD: Final = """
INSERT INTO data_request (organisation, right_asked, role, case_file, respondent, entry,
                          about_officer, letter, received_on, established, asked, answer_by,
                          recorded_by, recorded_at, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id
"""
_LOCK: Final = "SELECT id FROM data_request WHERE id = $1 FOR UPDATE"
_DECIDE: Final = """
UPDATE data_request SET decided = $2, reason = $3, held_back = $4, decided_by = $5, decided_at = $6
WHERE id = $1
"""


async def record_request(actor: Actor, new: NewRequest, secret: bytes = b"") -> int:
    """Return the id of a request that waits for a decision; `secret` is that of receipts.

    Raises NotAllowed, Invalid (no such case, place, code or account of the office).
    """
    may(actor, Permission.KEEP_DATA_REQUESTS)
    async with writing(actor) as c:
        about = await whose_in(c, actor, new, secret)
        request: int = await c.fetchval(
            _ADD,
            *(actor.organisation, new.right.value, new.role.value, about.case_file),
            *(about.respondent, about.entry, about.officer),
            *(new.letter, new.received_on, new.established, new.asked, new.answer_by),
            *(actor.officer, clock.now(), list(await readers_for(c, actor.organisation))),
        )
        await happened(c, actor, "data_request.recorded", request=request)
        return request


async def decide_request(
    actor: Actor, request: int, decided: Decided, reason: str, held_back: str | None
) -> None:
    """Hold that the request is decided, once, by somebody else than who recorded it.

    Raises NotAllowed, NotVisible, RuleBroken.
    """
    async with writing(actor) as c:
        found = await own_in(c, actor, request)
        if found.decided is not None:
            raise RuleBroken(words.DECIDED_ALREADY, rule="data_request.decided")
        if found.recorded_by == actor.officer:
            raise RuleBroken(words.BY_SELF, rule="data_request.two_people")
        said = (decided.value, reason, held_back, actor.officer, clock.now())
        await c.execute(_DECIDE, request, *said)
        await happened(c, actor, "data_request.decided", request=request, decided=decided.value)


async def own_in(c: Connection, actor: Actor, request: int) -> Request:
    """Return a request of the actor's office, which nobody else changes now.

    Raises NotAllowed, NotVisible.
    """
    may(actor, Permission.KEEP_DATA_REQUESTS)
    await c.execute(_LOCK, request)
    found = await request_in(c, request)
    if found.organisation != actor.organisation:
        raise NotAllowed(words.NO_CASE)
    return found

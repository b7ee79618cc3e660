"""The statements that write requests; each runs on the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.database.connection import Connection
from netralitas.exchange.domain import (
    Decision,
    Delivery,
    Ending,
    Kind,
    Label,
    NewRequest,
    Request,
    RequestState,
)
from netralitas.refusals import NotVisible

_ADD: Final = """
INSERT INTO exchange_request (
    id, agreement, kind, label, state, asker, asking, addressee, asked, number, asked_on, signed_as,
    article, subject, purpose, needed_on, needed_until, place, amount, answer_by, answer_at,
    officer, readers
) VALUES ($1, $2, $3, $4, 'asked', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
          $19, $20, $21, $22)
"""
_ITEMS: Final = """
INSERT INTO exchange_item (request, ordinal, name, basis, readers)
SELECT $1, place, name, basis, $4
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (name, basis, place)
"""
_REQUEST: Final = """
SELECT r.id, r.agreement, r.kind, r.label, r.state, r.asker, r.asking, r.addressee, r.asked,
       r.asked_on, r.readers, d.decided_on, d.ending,
       (SELECT count(*) FROM exchange_item i WHERE i.request = r.id) AS items,
       (SELECT max(v.delivered_on) FROM exchange_delivery v WHERE v.request = r.id) AS delivered_on
FROM exchange_request r LEFT JOIN exchange_decision d ON d.request = r.id
WHERE r.id = $1 AND r.agreement = $2
"""
_DECIDE: Final = """
INSERT INTO exchange_decision (request, outcome, decided_on, number, signed_as, reason, conditions,
                               granted, ending, officer, readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""
_DELIVER: Final = """
INSERT INTO exchange_delivery (request, delivered_on, number, label, what, note, digest, officer,
                               readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
"""
_STATE: Final = """
UPDATE exchange_request
SET state = $2, return_by = coalesce($3, return_by), returned_on = coalesce($4, returned_on)
WHERE id = $1
"""
_NUMBER: Final = """
SELECT true FROM exchange_request WHERE agreement = $1 AND asker = $2 AND number = $3
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Between whom a request goes: offices, the parties for which they act, and who reads it."""

    asker: int
    asking: int
    addressee: int
    asked: int
    readers: Sequence[int]


async def add(c: Connection, request: int, new: NewRequest, sides: Sides, officer: int) -> None:
    """Insert a request under the id of its stream, with what it asks for."""
    use = new.use
    readers = list(sides.readers)
    await c.execute(
        _ADD,
        *(request, new.agreement, new.kind, new.label),
        *(sides.asker, sides.asking, sides.addressee, sides.asked),
        *(new.number, new.asked_on, new.signed_as, new.article, new.subject, new.purpose),
        *((use.on, use.until, use.place, use.amount) if use else (None, None, None, None)),
        *(new.answer_by, new.answer_at, officer, readers),
    )
    names, bases = [item.name for item in new.items], [item.basis for item in new.items]
    await c.execute(_ITEMS, request, names, bases, readers)


async def number_is_used(c: Connection, new: NewRequest, asker: int) -> bool:
    """Say whether the office asked under this number before, as far as the reader sees."""
    return bool(await c.fetchval(_NUMBER, new.agreement, asker, new.number))


async def one(c: Connection, agreement: int, request: int) -> Request:
    """Return a request of an agreement; NotVisible for one that the reader does not see."""
    row = await c.fetchrow(_REQUEST, request, agreement)
    if row is None:
        raise NotVisible
    return Request(
        id=row["id"],
        agreement=row["agreement"],
        kind=Kind(row["kind"]),
        label=Label(row["label"]),
        state=RequestState(row["state"]),
        asker=row["asker"],
        asking=row["asking"],
        addressee=row["addressee"],
        asked=row["asked"],
        asked_on=row["asked_on"],
        items=row["items"],
        readers=tuple(row["readers"]),
        decided_on=row["decided_on"],
        ending=Ending(row["ending"]) if row["ending"] else None,
        delivered_on=row["delivered_on"],
    )


async def decide(c: Connection, request: Request, decision: Decision, officer: int) -> None:
    """Insert the decision on a request; nobody changes it any more."""
    await c.execute(
        _DECIDE,
        *(request.id, decision.outcome, decision.on, decision.number, decision.signed_as),
        *(decision.reason, decision.conditions, list(decision.granted), decision.ending),
        *(officer, list(request.readers)),
    )


async def deliver(
    c: Connection, request: Request, delivery: Delivery, officer: int, readers: Sequence[int]
) -> int:
    """Return the id of what was handed over, read by those whom its label lets."""
    added: int = await c.fetchval(
        _DELIVER,
        *(request.id, delivery.on, delivery.number, delivery.label, delivery.what, delivery.note),
        *(delivery.digest, officer, list(readers)),
    )
    return added


async def move(
    c: Connection,
    request: int,
    state: RequestState,
    *,
    return_by: date | None = None,
    returned_on: date | None = None,
) -> None:
    """Hold that a request is in this state; an event of this transaction says so."""
    await c.execute(_STATE, request, state, return_by, returned_on)

"""Addresses of offices: from a day on, told by somebody; a new one ends the one before it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.events import happened
from netralitas.correspondence.domain import AddressKind
from netralitas.correspondence.words import plain
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.refusals import Invalid, NotVisible

ADDED: Final = "offices.address_added"
ENDED: Final = "offices.address_ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAddress:
    """How an office is reached from a day on; who told it and when, as far as that is known.

    `replaces`: what held until then of the same kind ends on that day.
    """

    organisation: int
    kind: AddressKind
    value: str
    valid_from: date
    told_on: date | None = None
    told_by: str | None = None
    replaces: bool = True


async def add_address(actor: Actor, new: NewAddress) -> int:
    """Return the id of the address that is now known; what it replaces ends the day it begins.

    Raises NotAllowed, NotVisible (no such office), Invalid (it would end one before it began).
    """
    may(actor, Permission.KEEP_ADDRESSES)
    async with writing(actor) as c:
        if not await c.fetchval(
            "SELECT EXISTS (SELECT FROM organisation WHERE id = $1)", (new.organisation)
        ):
            raise NotVisible
        replaced = await _replace(c, new) if new.replaces else []
        added: int = await c.fetchval(
            _ADD,
            *(new.organisation, new.kind.value, new.value, new.valid_from),
            *(new.told_on, new.told_by),
        )
        details = {"address": added, "office": new.organisation, "kind": new.kind.value}
        await happened(c, actor, ADDED, **details, valid_from=str(new.valid_from), ended=replaced)
        return added


async def end_address(actor: Actor, address: int, on: date) -> None:
    """Hold that the address no longer holds from `on`.

    Raises NotAllowed, NotVisible (none that still holds), Invalid (before it began).
    """
    may(actor, Permission.KEEP_ADDRESSES)
    async with writing(actor) as c:
        row = await c.fetchrow(_ONE, address)
        if row is None:
            raise NotVisible
        if on < row["valid_from"]:
            raise Invalid({"on": [_too_early(row["valid_from"])]})
        await c.execute(_END, [address], on)
        await happened(c, actor, ENDED, address=address, valid_to=str(on))


async def _replace(c: Connection, new: NewAddress) -> list[int]:
    """End what holds of the same kind; return the ids."""
    rows = await c.fetch(_HOLDING, new.organisation, new.kind.value)
    for row in rows:
        if new.valid_from < row["valid_from"]:
            raise Invalid({"valid_from": [_too_early(row["valid_from"])]})
    held = [row["id"] for row in rows]
    await c.execute(_END, held, new.valid_from)
    return held


def _too_early(begun: date) -> str:
    return f"Alamat yang diakhiri baru berlaku sejak {plain(begun)}."


_ADD: Final = """
INSERT INTO office_address (organisation, kind, value, valid_from, told_on, told_by)
VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
"""
_HOLDING: Final = """
SELECT id, valid_from FROM office_address
WHERE organisation = $1 AND kind = $2 AND valid_to IS NULL FOR UPDATE
"""
_ONE: Final = """
SELECT valid_from FROM office_address WHERE id = $1 AND valid_to IS NULL FOR UPDATE
"""
_END: Final = "UPDATE office_address SET valid_to = $2 WHERE id = ANY ($1) AND valid_to IS NULL"

"""Somebody leaves a desk: its open work goes to a successor on a day, all of it or nothing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import structlog

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, may
from netralitas.accounts.commands.charge import hold_in_charge
from netralitas.accounts.events import happened
from netralitas.accounts.people import desk_store
from netralitas.accounts.people.domain import Work
from netralitas.accounts.queries import zone_of
from netralitas.cases.reassigning import open_cases_of, reassign_in
from netralitas.database.connection import Connection, Row
from netralitas.database.transactions import writing
from netralitas.investigation.clarification.commands.passing_on import pass_on_in, planned_of
from netralitas.law.domain import Zone
from netralitas.refusals import Invalid, NotVisible

NOT_SUITED: Final = (
    "Penerima harus orang lain yang bertugas di instansi yang sama pada hari itu, dengan sedikitnya"
    " satu peran yang sama."
)
WAITING: Final = "Serah terima meja ini sudah dijadwalkan. Batalkan dahulu yang itu."
PAST: Final = "Hari serah terima tidak boleh sudah lewat."

_BELOW: Final = """
SELECT (SELECT count(*) FROM officer WHERE superior = $1 AND disabled_at IS NULL) AS people,
       (SELECT count(*) FROM service_duty WHERE officer = $1 AND organisation = $2) AS roster,
       (SELECT count(*) FROM desk_draft WHERE officer = $1 AND organisation = $2
        AND case_file IS NULL) AS drafts,
       (SELECT count(*) FROM examiner WHERE officer = $1 AND left_by IS NULL) AS examinations
"""
_SUPERIOR: Final = "UPDATE officer SET superior = $2 WHERE superior = $1 AND id <> $2"
_ADD: Final = """
INSERT INTO desk_handover (desk, successor, on_day, ordered_by, ordered_at)
SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (
    SELECT FROM desk_handover WHERE desk = $1 AND done_at IS NULL AND cancelled_at IS NULL)
RETURNING id
"""
_SUITED: Final = """
SELECT d.id FROM desk d
JOIN officer f ON f.id = d.officer AND f.disabled_at IS NULL AND NOT f.is_system
WHERE d.id = $1 AND d.organisation = $2 AND d.officer <> $3 AND d.principal IS NULL
  AND d.roles && $4::text[] AND d.valid_from <= $5 AND (d.valid_to IS NULL OR d.valid_to > $5)
"""
_DUE: Final = """
SELECT h.id, h.ordered_by, d.id AS desk, d.officer, d.organisation, d.roles, s.id AS successor_desk,
       s.officer AS successor, o.zone, o.name AS organisation_name, o.kind
FROM desk_handover h JOIN desk d ON d.id = h.desk JOIN desk s ON s.id = h.successor
     JOIN organisation o ON o.id = d.organisation
WHERE h.done_at IS NULL AND h.cancelled_at IS NULL
  AND h.on_day <= ($1::timestamptz AT TIME ZONE o.zone)::date AND ($2::integer IS NULL OR h.id = $2)
ORDER BY h.id LIMIT 1 FOR UPDATE OF h
"""
_DONE: Final = "UPDATE desk_handover SET done_at = $2 WHERE id = $1"
_CANCEL: Final = """
UPDATE desk_handover SET cancelled_at = $2
WHERE id = $1 AND desk = $3 AND done_at IS NULL AND cancelled_at IS NULL RETURNING id
"""

_log: Final = structlog.get_logger("netralitas.accounts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The work of a desk is to go to another desk of the same office on a day."""

    desk: int
    successor: int
    on: date


async def work_of(c: Connection, organisation: int, officer: int) -> Work:
    """Return what an officer holds in an office: what goes to a successor, and what stays."""
    cases, _ = await open_cases_of(c, organisation, officer)
    row = await c.fetchrow(_BELOW, officer, organisation)
    return Work(
        cases=len(cases),
        sessions=await planned_of(c, organisation, officer),
        people=row["people"],
        roster=row["roster"],
        drafts=row["drafts"],
        examinations=row["examinations"],
    )


async def order_handover(actor: Actor, order: Order) -> bool:
    """Return whether the work was handed over at once; else it will be, on the day.

    Raises NotVisible, Invalid, AccountRefused.
    """
    may(actor, Permission.ADMINISTER)
    now = clock.now()
    async with writing(actor) as c:
        found = await _desk(c, actor, order.desk)
        today = clock.today(Zone.WIB.tz)
        if order.on < today:
            raise Invalid({"on": [PAST]})
        suited = await c.fetchval(
            _SUITED,
            *(order.successor, found["organisation"], found["officer"], found["roles"], order.on),
        )
        if suited is None:
            raise Invalid({"successor": [NOT_SUITED]})
        added = await c.fetchval(_ADD, order.desk, order.successor, order.on, actor.officer, now)
        if added is None:
            raise Invalid({"": [WAITING]})
        if order.on <= clock.today(ZoneInfo(await zone_of(c, found["organisation"]))):
            return await _carry_out(c, now, added) > 0
        await happened(
            c,
            actor,
            "account.handover_ordered",
            officer=found["officer"],
            desk=order.desk,
            successor=order.successor,
            on=order.on.isoformat(),
        )
        return False


async def cancel_handover(actor: Actor, desk: int, handover: int) -> None:
    """Let the work of a desk stay where it is; NotVisible once it was handed over."""
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        found = await _desk(c, actor, desk)
        if await c.fetchval(_CANCEL, handover, clock.now(), desk) is None:
            raise NotVisible
        officer = found["officer"]
        await happened(c, actor, "account.handover_cancelled", officer=officer, desk=desk)


async def hand_over_what_is_due(c: Connection) -> None:
    """Hand over one desk that is to be handed over by today; the periodic work `hand_over`."""
    done = await _carry_out(c, clock.now(), None)
    if done:
        _log.info("handed_over", desks=done)


async def _carry_out(c: Connection, now: datetime, only: int | None) -> int:
    rows = await c.fetch(_DUE, now, only)
    for row in rows:
        await _hand_over(row, now)
    return len(rows)


async def _hand_over(row: Row, now: datetime) -> None:
    """Move what can be moved, in the name of who ordered it; the officer's drafts stay sealed."""
    actor = _orderer(row)
    officer, successor = row["officer"], row["successor"]
    async with writing(actor) as inside:
        cases, _ = await open_cases_of(inside, row["organisation"], officer, successor)
        for case in cases:
            await reassign_in(inside, actor, case, successor)
        sessions = await pass_on_in(inside, actor, row["organisation"], officer, successor)
        await inside.execute(_SUPERIOR, officer, successor)
        await inside.execute(_DONE, row["id"], now)
        await happened(
            inside,
            actor,
            "account.handover_done",
            officer=officer,
            desk=row["desk"],
            successor=row["successor_desk"],
            cases=len(cases),
            sessions=sessions,
        )


async def _desk(c: Connection, actor: Actor, desk: int) -> Row:
    found = await desk_store.desk_of(c, desk)
    if found is None or found["principal"] is not None:
        raise NotVisible
    await hold_in_charge(c, actor, found["organisation"])
    return found


def _orderer(row: Row) -> Actor:
    """Return who ordered it, acting for the office of the desk."""
    return Actor(
        officer=row["ordered_by"],
        organisation=row["organisation"],
        desk=0,
        name="",
        organisation_name=row["organisation_name"],
        organisation_kind=row["kind"],
        roles=frozenset({Role.ADMINISTRATOR}),
        zone=row["zone"],
    )
